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
    private const int LongestAbove = 150;
    private const int LongestLine = 400;
    private const int MostAbove = 25;
    private const int MostAsides = 15;
    private const int LeastProse = 120;
    private const int LeastLong = 3_000;

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

    private readonly HoldNotice.Memory memory = new();

    /// <summary>When the document's own text says that it is published, or null; refusals and doubts go to the findings.</summary>
    /// <param name="upload">The document's name, and when it came.</param>
    /// <param name="draft">As its format gives it.</param>
    /// <param name="section">Its front matter and the text as written.</param>
    /// <param name="written">The document's lines, as written where it has any.</param>
    public DateTimeOffset? Check(UploadedDocument upload, Draft draft, FrontMatterSection section, IReadOnlyList<string> written)
    {
        if (matter.Status is Releases.ReleaseStatus.Withdrawn)
        {
            return null;
        }

        var blocks = draft.Blocks.ConvertAll(block => block.Text);
        string[] said = [.. draft.Marks, .. Alternatives(draft), .. Rows(draft)];
        var notices = Notices(upload, draft, (written, blocks), section, [.. said.Where(mark => StatedDate.In(mark) is null)]);
        // Pages carry the time of their publication wherever their templates put it.
        var stamps =
            draft.Lines is null || matter.PublishAt is not null
                ? []
                : notices.FindAll(n => IsStamp(n, draft.PublishAt) || IsOver(n, draft.PublishAt) || IsPast(n, upload.UploadedAt));
        var held = notices.Except(stamps, StringComparer.Ordinal).Take(5).ToList();
        var unsure = matter.PublishAt is null ? Unsure(held, upload, draft, blocks) : [];
        findings.AddRange(unsure.Take(1).Select(notice => Findings.HoldUnread(notice, LineOf(notice))));
        held.Except(unsure, StringComparer.Ordinal).ToList().ForEach(notice => Compare(notice, upload.UploadedAt));
        var ahead = new StillAhead(zone, upload.UploadedAt);
        if (matter.DateBesides is { } besides && ahead.Of(besides) > matter.PublishAt)
        {
            findings.Add(Findings.HeldLonger($"date: {besides}", LineOf("date:")));
        }

        var stated = Stated([.. StatedIn(upload, draft, written, blocks).Concat(said).Distinct(StringComparer.Ordinal)], upload.UploadedAt);
        var until = Later(Later(stated, stamps.Select(stamp => WrittenMoment.Of(stamp, zone)).DefaultIfEmpty().Max()), Shown(draft, ahead));
        if (held.Count == 0 && matter.PublishAt is null)
        {
            findings.AddRange(upload.MayWait.Take(1).Select(line => Findings.HoldUnread(line, null)));
            Doubt(written, draft, ahead, Later(draft.PublishAt, until));
        }

        return until;
    }

    /// <summary>Every line and mark that says that the document must wait.</summary>
    private List<string> Notices(
        UploadedDocument upload,
        Draft draft,
        (IReadOnlyList<string> Written, IReadOnlyList<string> Read) lines,
        FrontMatterSection section,
        IReadOnlyList<string> marks
    )
    {
        var yaml = matter.Said.Concat(Comment.Matches(section.Yaml ?? "").Select(comment => comment.Groups["text"].Value));
        // A name may be left over from the draft: it counts only where no time says otherwise.
        var name = matter.PublishAt is null ? upload.Names.Append(upload.Name).SelectMany(HoldNames.Find) : [];
        // In the lines as written and in the blocks as read: a format may hide a notice from either.
        return
        [
            .. HoldNotice
                .Find(lines.Written, memory)
                .Concat(HoldNotice.Find(lines.Read, memory))
                .Concat(HoldNotice.FindAnywhere(draft.Asides, memory))
                .Concat(HoldNotice.Find(upload.Said))
                .Concat(name)
                .Concat(yaml.Concat(marks).Select(memory.Plain).Where(memory.Says))
                .Concat(marks.Where(HoldKeys.HoldsMark))
                .Concat(Rows(draft).Where(row => HoldKeys.Holds(row) && !(WrittenMoment.Latest(row, zone) <= upload.UploadedAt)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Which notices are left to an editor: a page that is out already may have such words in the name of its site or of a section, or
    /// tell of what must wait; one of a long text may have them anywhere.
    /// </summary>
    private static List<string> Unsure(List<string> held, UploadedDocument upload, Draft draft, List<string> blocks) =>
        !draft.IsPage ? []
        : blocks.Sum(block => block.Length) >= LeastLong ? held
        : draft.IsOut(upload.UploadedAt) ? held.FindAll(notice => HoldWords.IsWeak(notice) || IsOfProse(notice))
        : [];

    /// <summary>Whether a notice is a long sentence, of a text perhaps.</summary>
    private static bool IsOfProse(string notice) => notice is { Length: >= LeastProse } and [.., '.' or '!' or '?'];

    /// <summary>The lines in which a time of publication may be stated.</summary>
    private IEnumerable<string> StatedIn(UploadedDocument upload, Draft draft, IReadOnlyList<string> written, IReadOnlyList<string> blocks)
    {
        var later = StatedDate.Below(written).Concat(StatedDate.Below(blocks)).Concat(draft.Asides).Concat(upload.Said);
        // The first lines of a page may be a clock of the day that it was saved.
        var info = draft.Lines is null ? StatedDate.Above(blocks).Where(StatedDate.IsInfo) : [];
        return StatedDate
            .Above(written)
            .Concat(StatedDate.Above(blocks))
            .Concat(info)
            .Concat(later.Where(line => IsAhead(line, upload.UploadedAt)));
    }

    /// <summary>The latest time to come that a page shows, where that is later than what else it says.</summary>
    private DateTimeOffset? Shown(Draft draft, StillAhead ahead)
    {
        var latest = matter.PublishAt is null ? draft.Times.Select(ahead.Of).DefaultIfEmpty().Max() : null;
        return draft.PublishAt is null || latest > draft.PublishAt ? latest : null;
    }

    /// <summary>Notes what may say that the document must wait, where its editor gives no time.</summary>
    private void Doubt(IEnumerable<string> written, Draft draft, StillAhead ahead, DateTimeOffset? until)
    {
        findings.AddRange(draft.UnreadDates.Take(1).Select(date => Findings.PageDateUnread(date, ahead.MayBe(date))));
        findings.AddRange(
            draft
                .UnknownTimes.Where(time => ahead.Of(time) > (until ?? DateTimeOffset.MinValue))
                .Take(1)
                .Select(time => Findings.HoldUnread(time, null))
        );
        var blocks = draft.Blocks.Take(MostAbove).Select(block => HoldWords.Plain(Start(block.Text))).ToList();
        var top = blocks[..StatedDate.CountAbove(blocks)];
        var text = draft.Blocks.Skip(top.Count).Select(block => block.Text);
        // The first lines of a page are those of its site.
        var above = draft.IsPage
            ? []
            : written.Select(Start).Select(HoldWords.Plain).Where(line => line.Length > 0).Take(MostAbove).ToList();
        var asides = draft.Asides.TakeLast(MostAsides).Select(HoldWords.Plain);
        var lines = above[..StatedDate.CountAbove(above)].Concat(top).Concat(asides).Concat(Rows(draft));
        findings.AddRange(
            HoldHints
                .Find(lines.Where(line => StatedDate.In(line) is null && !HoldWords.Holds(line)), text, ahead)
                // Until then it is held as it is.
                .Where(line => !(ahead.Of(line) <= until))
                .Take(1)
                .Select(line => Findings.HoldUnread(line, LineOf(line)))
        );
    }

    /// <summary>As much of a line as a hint may be in: a paragraph may be megabytes.</summary>
    private static string Start(string line) => line.Length > LongestLine ? line[..LongestLine] : line;

    /// <summary>The rows of two cells in tables above the text, each as <c>key: value</c>.</summary>
    private static IEnumerable<string> Rows(Draft draft) =>
        draft
            .Blocks.TakeWhile(block => block.Element.LocalName is "table" || block.Text.Length < LongestAbove)
            .Take(MostAbove)
            .Where(block => block.Element.LocalName is "table")
            .SelectMany(block => block.Element.QuerySelectorAll("tr").Take(MostAbove))
            .Where(row => row.ChildElementCount == 2)
            .Select(row => (Key: row.Children[0].TextContent.Trim(' ', ':', '\n'), Value: row.Children[1].TextContent.Trim()))
            .Where(row => row.Key.Length is > 1 and < LongestStart && row.Value.Length is > 0 and < LongestAbove)
            .Select(row => HoldWords.Plain($"{row.Key}: {row.Value}"));

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
            WrittenMoment.Latest(notice, zone) is { } until
                ? until <= published
                // A time that is not read may be of any zone: the day must be over in all of them.
                : WrittenMoment.LastDay(notice) < DateOnly.FromDateTime(published.UtcDateTime.AddHours(-LastZone))
        );

    /// <summary>
    /// Whether a notice says of a page when it was published, and nothing else, and names a day or year that was over in every zone when it
    /// came.
    /// </summary>
    private static bool IsPast(string notice, DateTimeOffset? uploadedAt)
    {
        if (uploadedAt?.UtcDateTime.AddHours(-LastZone) is not { } came)
        {
            return false;
        }

        return OfYear.Match(notice) is { Success: true } match
            ? int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) < came.Year
            : HoldWords.IsStamp(notice) && WrittenMoment.LastDay(notice) < DateOnly.FromDateTime(came);
    }

    /// <summary>A time below the text is of its publication only if that is still to come: else it is of its writing or its site.</summary>
    private bool IsAhead(string line, DateTimeOffset? uploadedAt) =>
        uploadedAt is not null && StatedDate.In(line) is { } date && WrittenMoment.Latest(date, zone) > uploadedAt;

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

    private DateTimeOffset? Stated(List<string> candidates, DateTimeOffset? uploadedAt)
    {
        DateTimeOffset? latest = null;
        foreach (var line in candidates)
        {
            if ((StatedDate.In(line) ?? (StatedDate.IsInfo(line) ? line : null)) is not { } date)
            {
                continue;
            }

            // Of two readings of its figures the later one, where that is still to come.
            var last = WrittenMoment.Latest(date, zone);
            if ((last > uploadedAt ? last : WrittenMoment.Of(date, zone)) is not { } moment)
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
