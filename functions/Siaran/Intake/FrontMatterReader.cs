using System.Text.RegularExpressions;
using Siaran.Intake.Documents;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>Turns front matter into typed values and tells what is wrong with it, line by line.</summary>
internal sealed class FrontMatterReader(TimeZoneInfo zone, List<Finding> findings)
{
    private static readonly GuardedRegex LanguageTag = new(
        "^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$",
        RegexOptions.IgnoreCase
    );

    private static readonly HashSet<string> OfNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "id",
        "tags",
        "related",
        "translationOf",
        "successor",
    };

    private static readonly string[] OfWithdrawals = ["withdrawnReason", "successor"];

    private readonly List<string> said = [];
    private string? besides;
    private readonly Dictionary<string, FrontMatterEntry> entries = new(StringComparer.Ordinal);

    public FrontMatter Read(string yaml, int line)
    {
        Gather(yaml, line);
        var read = new FrontMatter
        {
            Id = Text("id", 200),
            Title = Text("title", 300),
            Summary = Text("summary", 1000),
            Agency = Text("agency", 200),
            Label = Text("label", 60),
            Language = Language(),
            Place = Text("place", 200),
            PublishAt = Release(),
            UpdatedAt = Moment("updatedAt"),
            Revision = Choice<RevisionKind>("revision", "minor", "major"),
            ChangeNote = Text("changeNote", 1000),
            Status = Choice<ReleaseStatus>("status", "published", "withdrawn"),
            WithdrawnReason = Text("withdrawnReason", 1000),
            Successor = Text("successor", 200),
            Tags = Tags(),
            SaysTags = entries.ContainsKey("tags"),
            Related = Related(),
            TranslationOf = Text("translationOf", 200),
            Image = Text("image", 2000),
            ImageAlt = Text("imageAlt", 1000),
            CanonicalUrl = Address("canonicalUrl"),
            Licence = Text("licence", 300),
            Reading = Choice<TrackedReading>(TrackedReadings.Key, "final", "original"),
            IsConfirmed = Flag("confirmed"),
            Said = said,
            DateBesides = besides,
        };
        CheckTogether(read);
        return read;
    }

    private void Gather(string yaml, int line)
    {
        FrontMatterEntry? dated = null;
        foreach (var entry in FrontMatterYaml.Read(yaml, line, findings))
        {
            if (!OfNames.Contains(entry.Key))
            {
                said.AddRange(entry.Values.Select(value => value.Text));
            }

            if (FrontMatter.Keys.FirstOrDefault(k => k.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) is not { } key)
            {
                if (entry.Key.Equals("date", StringComparison.OrdinalIgnoreCase) && dated is null)
                {
                    dated = entry;
                }
                else
                {
                    Unknown(entry);
                }
            }
            else if (!entries.TryAdd(key, entry))
            {
                findings.Add(Findings.DuplicateKey(entry.Key, entry.Line, entries[key].Line));
            }
        }

        TakeDate(dated);
    }

    private void Unknown(FrontMatterEntry entry)
    {
        var nearest = NearestKey.Of(entry.Key);
        var value = string.Join(' ', entry.Values.Select(v => v.Text));
        // A misspelt embargo must refuse the upload. Passed over like other unknown keys, it would put
        // the release out at once.
        var isDecisive = HoldKeys.IsDecisive(entry.Key, value) || (nearest is "publishAt" or "status" && !HoldKeys.Knows(entry.Key));
        findings.Add(Findings.UnknownKey(entry.Key, entry.Line, nearest, isDecisive));
    }

    /// <summary>What other systems write as <c>date</c> is when the document is published.</summary>
    private void TakeDate(FrontMatterEntry? dated)
    {
        if (dated is null)
        {
            return;
        }

        var isTaken = entries.TryAdd("publishAt", dated);
        findings.Add(Findings.DateTaken(dated.Line, isTaken));
        besides = isTaken || dated.IsList ? null : dated.Values[0].Text;
    }

    private void CheckTogether(FrontMatter read)
    {
        foreach (var key in read.Status is ReleaseStatus.Withdrawn ? [] : OfWithdrawals.Where(entries.ContainsKey))
        {
            findings.Add(Findings.KeyWithoutEffect(key, "status: withdrawn", entries[key].Line));
        }

        if (read.ImageAlt is not null && read.Image is null)
        {
            findings.Add(Findings.KeyWithoutEffect("imageAlt", "image", entries["imageAlt"].Line));
        }

        if (read.Status is ReleaseStatus.Withdrawn && read.WithdrawnReason is null)
        {
            findings.Add(Findings.WithdrawalWithoutReason());
        }

        if (read.UpdatedAt < read.PublishAt)
        {
            findings.Add(Findings.FarDate("updatedAt", entries["updatedAt"].Line));
        }
    }

    private FrontMatterValue? Single(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry.IsList)
        {
            findings.Add(Findings.BadValue(key, entry.Line, 1, "harus satu nilai, bukan daftar", "it must be one value, not a list"));
            return null;
        }

        return entry.Values[0].Text.Length == 0 ? null : entry.Values[0];
    }

    private string? Text(string key, int length)
    {
        if (Single(key) is not { } value)
        {
            return null;
        }

        var text = Characters.Fold(value.Text);
        if (text.Length <= length)
        {
            return text;
        }

        findings.Add(
            Findings.BadValue(key, value.Line, value.Column, $"lebih dari {length} karakter", $"it has more than {length} characters")
        );
        return null;
    }

    private string? Language()
    {
        if (Single("language") is not { } value)
        {
            return null;
        }

        if (value.Text.Length <= 35 && LanguageTag.IsMatch(value.Text))
        {
            return value.Text.ToLowerInvariant();
        }

        findings.Add(
            Findings.BadValue(
                "language",
                value.Line,
                value.Column,
                "tulis kode bahasa BCP 47 seperti `id`, `en` atau `jv`",
                "write a BCP 47 language tag such as `id`, `en` or `jv`"
            )
        );
        return null;
    }

    /// <summary>When it is to be released. A key that was left empty is refused: whoever wrote it meant a time.</summary>
    private DateTimeOffset? Release()
    {
        const string key = "publishAt";
        if (
            entries.TryGetValue(key, out var entry)
            && !entry.IsList
            && entry.Values[0].Text.Length == 0
            && entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.Add(Findings.BadDate(key, "", entry.Line, 1));
            return null;
        }

        return Moment(key);
    }

    private DateTimeOffset? Moment(string key)
    {
        if (Single(key) is not { } value)
        {
            return null;
        }

        if (WrittenDate.TryRead(value.Text, zone, out var moment))
        {
            return moment;
        }

        findings.Add(Findings.BadDate(key, value.Text, value.Line, value.Column));
        return null;
    }

    private T? Choice<T>(string key, params string[] words)
        where T : struct, Enum
    {
        if (Single(key) is not { } value)
        {
            return null;
        }

        var at = Array.FindIndex(words, w => w.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
        {
            // The words stand in the order of the enum's members.
            return Enum.GetValues<T>()[at];
        }

        var choices = string.Join(" / ", words.Select(w => $"`{w}`"));
        findings.Add(Findings.BadValue(key, value.Line, value.Column, $"pilihannya {choices}", $"it is one of {choices}"));
        return null;
    }

    private bool? Flag(string key)
    {
        if (Single(key) is not { } value)
        {
            return null;
        }

        if (bool.TryParse(value.Text, out var flag))
        {
            return flag;
        }

        findings.Add(Findings.BadValue(key, value.Line, value.Column, "pilihannya `true` / `false`", "it is one of `true` / `false`"));
        return null;
    }

    private Uri? Address(string key)
    {
        if (Single(key) is not { } value)
        {
            return null;
        }

        if (Links.Absolute(value.Text) is { } address)
        {
            return address;
        }

        findings.Add(
            Findings.BadValue(
                key,
                value.Line,
                value.Column,
                "tulis alamat lengkap yang diawali `https://`",
                "write a whole address that begins with `https://`"
            )
        );
        return null;
    }

    private List<string> Tags() => Items("tags");

    private EditorRelated Related()
    {
        var keys = Items("related");
        return keys is [var only] && only.Equals(EditorRelated.NoneKey, StringComparison.OrdinalIgnoreCase) ? EditorRelated.Forbidden
            : keys.Count > 0 ? new(false, keys)
            : EditorRelated.Unsaid;
    }

    private List<string> Items(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return [];
        }

        // tags: a, b is what people write where YAML wants [a, b].
        var values = entry.IsList ? entry.Values : [.. entry.Values[0].Text.Split(',').Select(t => entry.Values[0] with { Text = t })];
        foreach (var value in values.Where(v => v.Text.Length > 200).Take(1))
        {
            findings.Add(
                Findings.BadValue(
                    key,
                    value.Line,
                    value.Column,
                    "satu butir lebih dari 200 karakter",
                    "one item has more than 200 characters"
                )
            );
        }

        if (values.Count > FrontMatterYaml.MaxEntries)
        {
            findings.Add(
                Findings.BadValue(
                    key,
                    entry.Line,
                    1,
                    $"lebih dari {FrontMatterYaml.MaxEntries} butir",
                    $"it has more than {FrontMatterYaml.MaxEntries} items"
                )
            );
        }

        return [.. values.Select(v => Characters.Fold(v.Text)).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
