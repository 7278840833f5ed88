namespace Siaran.Intake;

/// <summary>Makes the addresses in a document absolute and lets only safe ones through.</summary>
internal static class Links
{
    private const int MaxLength = 2000;

    /// <summary>An absolute http or https address without credentials, or null.</summary>
    public static Uri? Absolute(string? text) => Resolve(text, null, allowMail: false);

    /// <summary>
    /// The address that <paramref name="text"/> stands for within a document at <paramref name="baseAddress"/> (RFC 3986 §5), or null where
    /// it is not http, https or (if allowed) mailto.
    /// </summary>
    public static Uri? Resolve(string? text, Uri? baseAddress, bool allowMail)
    {
        text = text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c))).Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        // On Unix a leading slash makes an absolute file address.
        var isRooted = text[0] is '/' or '\\' or '?' or '#';
        Uri? address;
        if (isRooted || !Uri.TryCreate(text, UriKind.Absolute, out address))
        {
            if (baseAddress is null || text[0] == '#' || !Uri.TryCreate(baseAddress, text, out address))
            {
                return null;
            }
        }

        var isWeb = address.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0;
        return isWeb || (allowMail && address.Scheme is "mailto") ? address : null;
    }
}
