namespace Siaran.Replies;

/// <summary>Why a reply was not taken.</summary>
public enum ReplyFlaw
{
    NoName,
    LongName,
    BadEmail,
    NoText,
    LongText,

    /// <summary>Too many came from here lately, or wait already.</summary>
    TooMany,
}

/// <summary>The form as it was filled in, in plain text.</summary>
public sealed record ReplyForm
{
    public const string NameField = "name";
    public const string EmailField = "email";
    public const string TextField = "text";

    /// <summary>A field that people do not see, and that programs fill in.</summary>
    public const string TrapField = "website";

    /// <summary>Characters.</summary>
    public const int LongestName = 60;

    /// <inheritdoc cref="LongestName"/>
    public const int LongestEmail = 200;

    /// <inheritdoc cref="LongestName"/>
    public const int LongestText = 2000;

    public string Name { get; private init; } = "";

    public string Email { get; private init; } = "";

    public string Text { get; private init; } = "";

    /// <summary>Whether a program filled it in.</summary>
    public bool IsTrapped { get; private init; }

    /// <param name="field">Gives a field by its name; empty where it was not sent.</param>
    public static ReplyForm Read(Func<string, string> field) =>
        new()
        {
            Name = ReplyText.Line(field(NameField)),
            Email = ReplyText.Line(field(EmailField)),
            Text = ReplyText.Lines(field(TextField)),
            IsTrapped = field(TrapField).Length > 0,
        };

    /// <summary>All that keeps it from being taken.</summary>
    public IEnumerable<ReplyFlaw> Flaws()
    {
        if (Name.Length is 0 or > LongestName)
        {
            yield return Name.Length == 0 ? ReplyFlaw.NoName : ReplyFlaw.LongName;
        }

        if (Email.Length > 0 && !IsAddress(Email))
        {
            yield return ReplyFlaw.BadEmail;
        }

        if (Text.Length is 0 or > LongestText)
        {
            yield return Text.Length == 0 ? ReplyFlaw.NoText : ReplyFlaw.LongText;
        }
    }

    // No more than what a browser's own field holds against it (WHATWG HTML §4.10.5.1.5): only an
    // answer would show whether there is such an address.
    private static bool IsAddress(string text) =>
        text.Length <= LongestEmail
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(char.IsWhiteSpace)
        && text.IndexOfAny(['<', '>', '"', ',', ';']) < 0;
}
