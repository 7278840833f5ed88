using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Siaran.Intake;

/// <summary>One value as written, and where.</summary>
internal sealed record FrontMatterValue(string Text, int Line, int Column);

/// <summary>One key with its value or its list of values.</summary>
internal sealed record FrontMatterEntry(string Key, int Line, bool IsList, IReadOnlyList<FrontMatterValue> Values);

/// <summary>Reads front matter event by event, so that nothing nested, aliased or endless is ever built.</summary>
internal static class FrontMatterYaml
{
    public const int MaxLength = 32768;
    public const int MaxEntries = 200;

    /// <summary>The entries in order; what is wrong goes to <paramref name="findings"/>.</summary>
    /// <param name="yaml">Between the fences.</param>
    /// <param name="line">The line of the file that it begins in.</param>
    /// <param name="findings">Where errors go.</param>
    public static IReadOnlyList<FrontMatterEntry> Read(string yaml, int line, List<Finding> findings)
    {
        if (yaml.Length > MaxLength)
        {
            findings.Add(Findings.FrontMatterTooLarge(line, MaxLength));
            return [];
        }

        if (("\n" + yaml).IndexOf("\n\t", StringComparison.Ordinal) is >= 0 and var tab)
        {
            findings.Add(Findings.FrontMatterSyntax(line + yaml.AsSpan(0, tab).Count('\n'), 1, "tab"));
            return [];
        }

        var parser = new Parser(new StringReader(yaml));
        try
        {
            return Entries(parser, line, findings);
        }
        catch (YamlException ex)
        {
            findings.Add(Findings.FrontMatterSyntax(LineOf(ex.Start, line), (int)ex.Start.Column, ex.Message.ReplaceLineEndings(" ")));
            return [];
        }
        catch (InvalidOperationException)
        {
            // The parser ends so, and not by a YamlException, on some text that is no YAML.
            findings.Add(Findings.FrontMatterSyntax(parser.Current is { } last ? LineOf(last.End, line) : line, 1, "YAML"));
            return [];
        }
    }

    private static List<FrontMatterEntry> Entries(Parser parser, int line, List<Finding> findings)
    {
        var entries = new List<FrontMatterEntry>();
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return entries;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            if (parser.Current is not Scalar { Value: "" })
            {
                findings.Add(
                    Findings.FrontMatterSyntax(LineOf(parser.Current!.Start, line), (int)parser.Current.Start.Column, "key: value")
                );
            }

            return entries;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (entries.Count >= MaxEntries)
            {
                findings.Add(Findings.FrontMatterTooLarge(line, MaxLength));
                return [];
            }

            if (Key(parser, line, findings) is not { } key || Values(parser, line, findings) is not { } values)
            {
                return [];
            }

            entries.Add(new(key.Text, key.Line, values.IsList, values.Values));
        }

        return entries;
    }

    private static FrontMatterValue? Key(Parser parser, int line, List<Finding> findings) =>
        parser.Accept<Scalar>(out _) ? One(parser.Consume<Scalar>(), line, findings) : Refuse(parser.Current!, line, findings);

    private static (bool IsList, IReadOnlyList<FrontMatterValue> Values)? Values(Parser parser, int line, List<Finding> findings)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return One(scalar, line, findings) is { } one ? (false, [one]) : null;
        }

        if (!parser.Accept<SequenceStart>(out var start) || Marked(start))
        {
            Refuse(parser.Current!, line, findings);
            return null;
        }

        parser.MoveNext();
        var values = new List<FrontMatterValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var item))
            {
                Refuse(parser.Current!, line, findings);
                return null;
            }

            if (values.Count >= MaxEntries || One(item, line, findings) is not { } value)
            {
                if (values.Count >= MaxEntries)
                {
                    findings.Add(Findings.FrontMatterTooLarge(LineOf(item.Start, line), MaxLength));
                }

                return null;
            }

            values.Add(value);
        }

        return (true, values);
    }

    private static FrontMatterValue? One(Scalar scalar, int line, List<Finding> findings)
    {
        if (Marked(scalar))
        {
            return Refuse(scalar, line, findings);
        }

        var isNull = scalar.Style is ScalarStyle.Plain && scalar.Value is "~" or "null";
        return new(isNull ? "" : scalar.Value.Trim(), LineOf(scalar.Start, line), (int)scalar.Start.Column);
    }

    private static FrontMatterValue? Refuse(ParsingEvent @event, int line, List<Finding> findings)
    {
        var at = LineOf(@event.Start, line);
        findings.Add(
            @event is AnchorAlias || (@event is NodeEvent node && Marked(node))
                ? Findings.FrontMatterAlias(at)
                : Findings.FrontMatterSyntax(at, (int)@event.Start.Column, "bertingkat / nested")
        );
        return null;
    }

    private static bool Marked(NodeEvent node) => !node.Anchor.IsEmpty || !node.Tag.IsEmpty;

    private static int LineOf(Mark mark, int firstLine) => firstLine + (int)mark.Line - 1;
}
