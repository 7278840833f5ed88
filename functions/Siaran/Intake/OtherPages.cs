using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>Knows pages that a site shows in place of a release: of an error, and to sign in.</summary>
internal static class OtherPages
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Error = new(
        @"^\W*((error\s*)?(40[0134]|410|429|50[0234])\b[^\p{L}]{0,5}(error|not found|page not found|forbidden|unauthorized|bad gateway|service unavailable|internal server error|too many requests|gone|halaman tidak ditemukan|tidak ditemukan|akses ditolak)|(page|halaman)( ini| yang anda cari)? (not found|tidak ditemukan)|access denied|akses ditolak|just a moment|attention required)\b\W*([|–—-].{0,60})?$",
        Options
    );

    private static readonly GuardedRegex SignIn = new(
        @"^\W*(log ?in|sign ?in|masuk)(\s+(ke |to )?(akun|sistem|aplikasi|your account|account)( anda)?)?(\s*[-–—|].{0,60})?\W*$",
        Options
    );

    /// <summary>What the page is, such as <c>error page</c>; null where it may be a release.</summary>
    public static string? Of(IHtmlDocument page)
    {
        var said = (
            page.QuerySelector("h1")?.TextContent is { } headline && !string.IsNullOrWhiteSpace(headline) ? headline : page.Title
        )?.Trim();
        return string.IsNullOrEmpty(said) ? null
            : Error.IsMatch(said) ? "error page"
            : SignIn.IsMatch(said) && page.QuerySelector("input[type=password i]") is not null ? "sign-in page"
            : null;
    }
}
