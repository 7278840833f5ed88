using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Asks every part of a document whether it must wait, and compares that with <c>publishAt</c>.</summary>
/// <param name="matter">Its front matter.</param>
/// <param name="zone">The office's.</param>
/// <param name="lines">The file's lines, where it has any that an editor could count; else null.</param>
/// <param name="findings">Where refusals and doubts go.</param>
internal sealed class HoldCheck(FrontMatter matter, TimeZoneInfo zone, FrontMatterSection? lines, List<Finding> findings)
{
    private const int LongestStart = 40;
    private const int MostPictures = 200;

    /// <summary>How many hours the zone in which a day ends last is behind UTC.</summary>
    private const int LastZone = 12;

    private static readonly GuardedRegex Comment = new(
        @"(^|\s)#+\s*(?<text>[^\n]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex OfTime = new(
        @"^\W*(embargo\w*\b.{0,40}\b(until|till|sampai|hingga|bis|s/d)\b|(release|publication|publish|posting|embargo) ?(date|time)\b|(tanggal|tgl\.?|waktu) (rilis|terbit|tayang|siar|publikasi)\b|for release (on|at)\b|(rilis|terbit|tayang) (pada|tanggal)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex OfState = new(
        @"dra(f|ft)\b|konsep|internal|rahasia|confidential|jangan|belum|tidak|\bnot?\b|nicht|review|tinjau",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex OfYear = new(
        @"^\W*(release[ds]?|rilis|dirilis|terbit|diterbitkan|tayang|publication|published?|publikasi)( (date|year))?\W{1,4}(q[1-4]\W{1,3})?(?<year>(19|20)[0-9]{2})\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

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

        var written = draft.Lines ?? section.Text.Split('\n');
        var blocks = draft.Blocks.ConvertAll(b => b.Text);
        var yaml = matter.Said.Concat(Comment.Matches(section.Yaml ?? "").Select(comment => comment.Groups["text"].Value));
        // A name may be left over from the draft: it counts only where no time says otherwise.
        var name = matter.PublishAt is null ? upload.Names.Append(upload.Name).SelectMany(HoldNames.Find) : [];
        string[] said = [.. draft.Marks, .. Alternatives(draft)];
        var marks = said.Where(mark => StatedDate.In(mark) is null).ToList();
        // In the lines as written and in the blocks as read: a format may hide a notice from either.
        var notices = HoldNotice
            .Find(written)
            .Concat(HoldNotice.Find(blocks))
            .Concat(HoldNotice.FindAnywhere(draft.Asides))
            .Concat(HoldNotice.Find(upload.Said))
            .Concat(name)
            .Concat(yaml.Concat(marks).Select(HoldWords.Plain).Where(HoldWords.Holds))
            .Concat(marks.Where(HoldKeys.HoldsMark))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // Pages carry the time of their publication wherever their templates put it.
        var stamps =
            draft.Lines is null || matter.PublishAt is not null
                ? []
                : notices
                    .Where(n => IsStamp(n, draft.PublishAt) || IsOver(n, draft.PublishAt) || IsOfPastYear(n, upload.UploadedAt))
                    .ToList();
        foreach (var notice in notices.Except(stamps, StringComparer.Ordinal).Take(5))
        {
            Compare(notice, upload.UploadedAt);
        }

        var stated = StatedDate.Above(written).Concat(StatedDate.Above(blocks)).Concat(said);
        var below = StatedDate.Below(written).Concat(StatedDate.Below(blocks)).Where(line => IsAhead(line, upload.UploadedAt));
        // The first lines of a page may be a clock of the day that it was saved.
        var info = draft.Lines is null ? StatedDate.Above(blocks).Where(StatedDate.IsInfo) : [];
        return Later(
            Stated(stated.Concat(info).Concat(below).Distinct(StringComparer.Ordinal).ToList()),
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

    /// <summary>
    /// Whether a notice of a time, and of nothing else, names one before that at which the page's metadata say it was published. It is
    /// published no earlier than they say, so that a date of a change, of a template or of the future shows nothing early.
    /// </summary>
    private bool IsOver(string notice, DateTimeOffset? ofPage) =>
        ofPage is { } published
        && OfTime.IsMatch(notice)
        && !OfState.IsMatch(notice)
        && (
            WrittenMoment.Of(notice, zone) is { } until
                ? until <= published
                // A time that is not read may be of any zone: the day must be over in all of them.
                : WrittenMoment.LastDay(notice) < DateOnly.FromDateTime(published.UtcDateTime.AddHours(-LastZone))
        );

    /// <summary>Whether a notice names a year and nothing else, which was over in every zone when the document came.</summary>
    private static bool IsOfPastYear(string notice, DateTimeOffset? uploadedAt) =>
        uploadedAt is { } came
        && OfYear.Match(notice) is { Success: true } match
        && int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            < came.UtcDateTime.AddHours(-LastZone).Year;

    /// <summary>A time below the text is of its publication only if that is still to come: else it is of its writing or its site.</summary>
    private bool IsAhead(string line, DateTimeOffset? uploadedAt) =>
        uploadedAt is not null && StatedDate.In(line) is { } date && WrittenMoment.Of(date, zone) > uploadedAt;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private void Compare(string notice, DateTimeOffset? uploadedAt)
    {
        if (matter.PublishAt is not { } publishAt)
        {
            findings.Add(Findings.HeldByText(notice, LineOf(notice)));
        }
        else if (WrittenMoment.Of(notice, zone) is not { } until)
        {
            // A time that was still ahead when the document came is the editor's word on how long the notice holds.
            if (!(publishAt > uploadedAt))
            {
                findings.Add(Findings.HoldUnread(notice, LineOf(notice)));
            }
        }
        else if (until > publishAt)
        {
            findings.Add(Findings.HeldLonger(notice, LineOf(notice)));
        }
    }

    private DateTimeOffset? Stated(List<string> candidates)
    {
        DateTimeOffset? latest = null;
        foreach (var line in candidates)
        {
            if ((StatedDate.In(line) ?? (StatedDate.IsInfo(line) ? line : null)) is not { } date)
            {
                continue;
            }

            if (WrittenMoment.Of(date, zone) is not { } moment)
            {
                findings.Add(Findings.HoldUnread(line, LineOf(line)));
            }
            else if (matter.PublishAt < moment)
            {
                findings.Add(Findings.HeldLonger(line, LineOf(line)));
            }
            else if (matter.PublishAt is null && (latest is null || moment > latest))
            {
                latest = moment;
            }
        }

        return latest;
    }

    /// <summary>Where the notice begins in the file, or null where mark-up is within its words or the file has no lines.</summary>
    private int? LineOf(string notice)
    {
        if (lines is null || notice.Length == 0)
        {
            return null;
        }

        var start = notice.Length > LongestStart ? notice[..LongestStart] : notice;
        var inText = lines.Text.IndexOf(start, StringComparison.Ordinal);
        var inYaml = inText < 0 ? (lines.Yaml ?? "").IndexOf(start, StringComparison.Ordinal) : -1;
        return inText >= 0 ? lines.TextLine + lines.Text.AsSpan(0, inText).Count('\n')
            : inYaml >= 0 ? lines.YamlLine + lines.Yaml.AsSpan(0, inYaml).Count('\n')
            : null;
    }

    /// <summary>What pictures show, which readers of a page hear and the page shows where a picture does not load.</summary>
    private static IEnumerable<string> Alternatives(Draft draft) =>
        draft.Document.Images.Take(MostPictures).SelectMany(image => (string?[])[image.AlternativeText, image.Title]).OfType<string>();
}
