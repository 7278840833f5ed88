using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Knows texts that offices send to the press and keep next to releases, by their heading and how they are written: agendas, minutes,
/// invitations. An office may publish one, so an editor decides.
/// </summary>
internal static class OtherTexts
{
    private const int MostHeadings = 4;
    private const int LongestHeading = 80;

    /// <summary>Of an invitation, before it invites: addressees and what it is about.</summary>
    private const int MostBefore = 8;
    private const int LeastTimes = 2;
    private const int MostBlocks = 200;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Invitation = new(
        @"^(undangan( (liputan|peliputan|media|pers|jumpa pers|konferensi pers|terbuka|acara|rapat|wartawan))*|(media|press) (invitation|invite|advisory|call)|invitation to (the )?(media|press)|jemputan (media|liputan|sidang (media|akhbar)))$",
        Options
    );

    private static readonly GuardedRegex Invited = new(@"^(undangan|invitation|jemputan)\b", Options);

    private static readonly GuardedRegex Inviting = new(
        @"^((dengan (hormat|ini)|bersama ini)[,.:]? )?(kami )?(mengundang|mengharap(kan)? kehadiran)\b|^(we (cordially )?invite|you are (cordially )?invited)\b",
        Options
    );

    private static readonly GuardedRegex Minutes = new(
        @"^((draf|draft) )?(notulen(si)?|notula|risalah|minit)( (rapat|mesyuarat|sidang|pertemuan)( .{1,50})?)?$|^(meeting minutes|minutes of( the)? meeting)( .{1,40})?$",
        Options
    );

    private static readonly GuardedRegex Agenda = new(
        @"^(agenda|jadwal|rundown|susunan acara|itinerary|schedule|programme|tentative( program)?|aturcara)\b",
        Options
    );

    private static readonly GuardedRegex OfTime = new(@"^\W{0,3}(pukul |pkl\.? |jam )?[0-9]{1,2}[.:][0-9]{2}\b", Options);

    /// <summary>What the text is, in Indonesian and English; null where it is none of these.</summary>
    /// <param name="blocks">Of the document, as read.</param>
    public static (string Indonesian, string English)? Of(IReadOnlyList<string> blocks)
    {
        var headings = blocks.Take(MostHeadings).TakeWhile(text => text.Length <= LongestHeading).Select(Bare).ToList();
        var isInvitation =
            headings.Exists(Invitation.IsMatch) || (headings.Exists(Invited.IsMatch) && blocks.Take(MostBefore).Any(Inviting.IsMatch));
        return isInvitation ? ("undangan", "an invitation")
            : headings.Exists(Minutes.IsMatch) ? ("notulen rapat", "minutes of a meeting")
            : headings.Exists(Agenda.IsMatch) && IsOfTimes(blocks) ? ("agenda", "an agenda")
            : null;
    }

    /// <summary>Whether half of the lines or more begin with a time of day.</summary>
    private static bool IsOfTimes(IReadOnlyList<string> blocks)
    {
        var lines = blocks.Take(MostBlocks).ToList();
        var times = lines.Count(OfTime.IsMatch);
        return times >= LeastTimes && times * 2 >= lines.Count;
    }

    private static string Bare(string line) => line.Trim(' ', '*', '#', ':', '-', '–', '—', '=', '_', '.');
}
