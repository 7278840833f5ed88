using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Knows files that programs write for programs, though they are text: logs, settings, scripts, subtitles, dumps.</summary>
internal static class ProgramFile
{
    private const int MostLines = 400;
    private const int LongestLine = 4000;
    private const int LeastLines = 2;
    private const int LeastEncoded = 60;
    private const double Most = 0.8;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly (string Start, string Kind)[] Starts =
    [
        ("<?php", "PHP (.php)"),
        ("<?=", "PHP (.php)"),
        ("#!/", "script"),
        ("WEBVTT", "WebVTT (.vtt)"),
        ("-----BEGIN ", "PEM (.pem)"),
        ("[InternetShortcut]", "shortcut (.url)"),
        ("[Desktop Entry]", "shortcut (.desktop)"),
        ("\\documentclass", "LaTeX (.tex)"),
        ("diff --git ", "patch (.diff)"),
        ("--- a/", "patch (.diff)"),
        ("TY  - ", "RIS (.ris)"),
    ];

    private static readonly GuardedRegex Sql = new(
        @"^(--\s.*\b(sql|dump)\b.*|(create|alter|drop)\s+(table|database|view|index)\s.*|insert\s+into\s.*\bvalues\b.*|(begin|start)\s+transaction\s*;)$",
        Options
    );

    private static readonly GuardedRegex LogLine = new(
        @"^(\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}.*|[0-9a-f.:]{3,45} \S+ \S+ \[[^\]]+\] "".*|[a-z]{3} {1,2}[0-9]{1,2} [0-9]{2}:[0-9]{2}:[0-9]{2} \S+ .*)$",
        Options
    );

    private static readonly GuardedRegex Query = new(
        @"^(select\s.{1,200}|(from|where|order by|group by|(left |inner )?join)\s.{1,200})$",
        Options
    );

    private static readonly GuardedRegex Reference = new(@"^@[a-z]{3,20}\s?\{[^\s,{}]{1,80},$", Options);

    private static readonly GuardedRegex Container = new(
        @"^(FROM|RUN|COPY|CMD|ENV|EXPOSE|WORKDIR|ENTRYPOINT|ARG|ADD|USER|VOLUME|LABEL)\s\S.*$",
        RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Definition = new(
        @"^(import [a-z_][\w.]*|from [a-z_.][\w.]* import .{1,200}|(async )?def \w{1,80}\(.*\).*:|class \w{1,80}(\(.*\))?:|if __name__.*:)$",
        Options
    );

    /// <summary>Procedures of Basic, in documents' macros and scripts.</summary>
    private static readonly GuardedRegex Procedure = new(
        @"^(attribute vb_name\b.*|option explicit|((public|private) )?(sub|function) [a-z_]\w{0,60}\(.*\).*)$",
        Options
    );

    private static readonly GuardedRegex ProcedureEnd = new("^end (sub|function)$", Options);

    /// <summary>What whoever installs a program types.</summary>
    private static readonly GuardedRegex Command = new(
        @"\b(npm (install|i|run|start|ci|test)|pip3? install|git clone|apt(-get)? install|brew install|docker(-compose)? (run|compose|build|up)|yarn (add|install)|cargo (build|install|run)|composer (install|require)|dotnet (add|build|run|tool))\b",
        Options
    );

    private static readonly GuardedRegex Crawlers = new(@"^(user-agent|disallow|allow|sitemap|crawl-delay)\s*:.*$", Options);

    private static readonly GuardedRegex Setting = new(@"^[a-z0-9_.\-]{1,60}\s*=.*$", Options);

    private static readonly GuardedRegex Section = new(@"^\[[^\[\]]{1,80}\]$", Options);

    private static readonly GuardedRegex YamlKey = new(@"^\s*(- )?[a-z0-9_.\-]{1,60}:(\s.*)?$", RegexOptions.ExplicitCapture);

    private static readonly GuardedRegex Subtitle = new(@"^[0-9]{1,2}:[0-9]{2}:[0-9]{2}[,.][0-9]{1,3}\s*-->.*$", Options);

    private static readonly GuardedRegex Statement = new(@"^.*[;{}]$|^(//|/\*).*$", Options);

    private static readonly GuardedRegex Encoded = new("^[A-Za-z0-9+/=]+$");

    /// <summary>What the text is, or null where it may be a release.</summary>
    /// <param name="text">The whole document, decoded, its lines ending in <c>\n</c>.</param>
    public static string? Of(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var (begins, kind) in Starts)
        {
            if (start.StartsWith(begins, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        // Pages have scripts and styles of their own, and more lines of them than of text.
        if (start is ['<', ..] || text.Contains("</", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = Lines(text);
        return lines.Count < LeastLines ? null
            : Sql.IsMatch(lines[0]) || (lines.TrueForAll(Query.IsMatch) && lines[^1][^1] is ';') ? "SQL (.sql)"
            : Reference.IsMatch(lines[0]) ? "BibTeX (.bib)"
            : lines.TrueForAll(Container.IsMatch) ? "container image (Dockerfile)"
            : lines.Take(4).Any(Subtitle.IsMatch) ? "subtitles (.srt)"
            : lines.TrueForAll(LogLine.IsMatch) ? "log (.log)"
            : lines.TrueForAll(Crawlers.IsMatch) ? "robots.txt"
            : Section.IsMatch(lines[0]) && lines.Skip(1).All(line => Setting.IsMatch(line) || Section.IsMatch(line)) ? "settings (.ini)"
            : IsYaml(lines) ? "settings (.yaml)"
            : lines.TrueForAll(line => line.Length >= LeastEncoded && Encoded.IsMatch(line)) ? "Base64"
            : IsCode(lines) || IsScript(lines) || (Procedure.IsMatch(lines[0]) && lines.Exists(ProcedureEnd.IsMatch)) ? "program code"
            : lines.Sum(line => Command.Matches(line).Count) >= LeastLines ? "README of a program"
            : null;
    }

    /// <summary>Keys, at least two of them at the edge, and what is below one is indented.</summary>
    private static bool IsYaml(List<string> lines) =>
        lines.Count(line => line[0] is not ' ' && YamlKey.IsMatch(line)) >= LeastLines - (lines.TrueForAll(YamlKey.IsMatch) ? 1 : 0)
        && lines.Exists(line => line[0] is ' ')
        && lines.TrueForAll(line => line[0] is ' ' || YamlKey.IsMatch(line));

    /// <summary>Definitions at the edge, and what belongs to them indented.</summary>
    private static bool IsScript(List<string> lines) =>
        lines.Exists(Definition.IsMatch) && lines.TrueForAll(line => line[0] is ' ' or '\t' or '#' or '@' || Definition.IsMatch(line));

    /// <summary>Statements and blocks in braces; a list may have semicolons, and no braces.</summary>
    private static bool IsCode(List<string> lines) =>
        lines.Exists(line => line[^1] == '{' || line.Contains("{ ", StringComparison.Ordinal))
        && lines.Exists(line => line[^1] is '}' || line is [.., '}', ';'])
        && lines.Count(line => Statement.IsMatch(line)) >= lines.Count * Most;

    /// <summary>The first lines that are not empty, without what is behind their last letter.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var kept = line[..Math.Min(line.Length, LongestLine)].TrimEnd();
            if (kept.Length > 0)
            {
                lines.Add(kept.ToString());
            }

            if (lines.Count == MostLines)
            {
                break;
            }
        }

        return lines;
    }
}
