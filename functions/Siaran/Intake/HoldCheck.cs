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
        var marks = draft.Marks.Where(mark => StatedDate.In(mark) is null).ToList();
        var notices = HoldNotice
            .Find(lines)
            .Concat(HoldNotice.Find(blocks))
            .Concat(yaml.Concat(name).Concat(marks).Select(HoldWords.Plain).Where(HoldWords.Holds))
            .Concat(marks.Where(HoldKeys.HoldsMark))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // Pages carry the time of their publication wherever their templates put it.
        var stamps = draft.Lines is null || matter.PublishAt is not null ? [] : notices.Where(n => IsStamp(n, draft.PublishAt)).ToList();
        foreach (var notice in notices.Except(stamps, StringComparer.Ordinal).Take(5))
        {
            Compare(notice, upload.UploadedAt);
        }

        var stated = StatedDate.Above(lines).Concat(StatedDate.Above(blocks)).Concat(draft.Marks);
        return Later(
            Stated(stated.Distinct(StringComparer.Ordinal).ToList()),
            stamps.Select(stamp => WrittenMoment.Of(stamp, zone)).DefaultIfEmpty().Max()
        );
    }

    /// <summary>A time of publication that is read, or is of the day that the page's metadata gives.</summary>
    private bool IsStamp(string notice, DateTimeOffset? ofPage) =>
        HoldWords.IsStamp(notice)
        && (
            WrittenMoment.Of(notice, zone) is not null
            || (
                WrittenMoment.LastDay(notice) is { } day
                && ofPage is { } published
                && Math.Abs(day.DayNumber - DateOnly.FromDateTime(published.UtcDateTime).DayNumber) <= 1
            )
        );

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

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
