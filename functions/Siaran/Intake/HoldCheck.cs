namespace Siaran.Intake;

/// <summary>Asks every part of a document whether it must wait, and compares that with <c>publishAt</c>.</summary>
internal sealed class HoldCheck(FrontMatter matter, TimeZoneInfo zone, List<Finding> findings)
{
    /// <summary>When the document's own text says that it is published, or null; refusals and doubts go to the findings.</summary>
    /// <param name="upload">The document's name, and when it came.</param>
    /// <param name="draft">As its format gives it.</param>
    /// <param name="section">Its front matter and the text as written.</param>
    public DateTimeOffset? Check(UploadedDocument upload, Draft draft, FrontMatterSection section)
    {
        if (matter.Status is Releases.ReleaseStatus.Withdrawn)
        {
            return null;
        }

        var lines = draft.Lines ?? section.Text.Split('\n');
        var blocks = draft.Blocks.ConvertAll(b => b.Text);
        string[] yaml = [.. (section.Yaml ?? "").Split('\n').Where(line => !IsOfNames(line)).Select(Value)];
        // A name may be left over from the draft: it counts only where no time says otherwise.
        string[] name = matter.PublishAt is null ? [Words(upload.Name)] : [];
        var notices = HoldNotice
            .Find(lines)
            .Concat(HoldNotice.Find(blocks))
            .Concat(yaml.Concat(name).Concat(draft.Marks).Select(HoldWords.Plain).Where(HoldWords.Holds))
            .Concat(draft.Marks.Where(HoldKeys.HoldsMark))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var notice in notices.Take(5))
        {
            Compare(notice, upload.UploadedAt);
        }

        return Stated(StatedDate.Above(lines).Concat(StatedDate.Above(blocks)).Distinct(StringComparer.Ordinal).ToList());
    }

    private void Compare(string notice, DateTimeOffset? uploadedAt)
    {
        if (matter.PublishAt is not { } publishAt)
        {
            findings.Add(Findings.HeldByText(notice));
        }
        else if (WrittenMoment.Of(notice, zone) is not { } until)
        {
            // A time that was still ahead when the document came is the editor's word on how long the notice holds.
            if (!(publishAt > uploadedAt))
            {
                findings.Add(Findings.HoldUnread(notice));
            }
        }
        else if (until > publishAt)
        {
            findings.Add(Findings.HeldLonger(notice));
        }
    }

    private DateTimeOffset? Stated(List<string> lines)
    {
        DateTimeOffset? latest = null;
        foreach (var line in lines)
        {
            if (StatedDate.In(line) is not { } written)
            {
                continue;
            }

            if (WrittenMoment.Of(written, zone) is not { } moment)
            {
                findings.Add(Findings.HoldUnread(line));
            }
            else if (matter.PublishAt < moment)
            {
                findings.Add(Findings.HeldLonger(line));
            }
            else if (matter.PublishAt is null && (latest is null || moment > latest))
            {
                latest = moment;
            }
        }

        return latest;
    }

    /// <summary>A line of front matter without its key, or its comment.</summary>
    private static string Value(string line)
    {
        var bare = line.TrimStart(' ', '#', '-');
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        return line.TrimStart() is ['#', ..] || colon < 0 || bare[..colon].Contains(' ', StringComparison.Ordinal)
            ? bare
            : bare[(colon + 1)..];
    }

    /// <summary>Keys whose values are names that may be any word.</summary>
    private static bool IsOfNames(string line) =>
        line.StartsWith("tags:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("id:", StringComparison.OrdinalIgnoreCase);

    private static string Words(string upload) => Path.GetFileNameWithoutExtension(upload).Replace('_', ' ').Replace('-', ' ');
}
