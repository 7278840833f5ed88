namespace Siaran.Desk;

/// <summary>People of a press office that does not exist, to try the desk on one's own machine.</summary>
public static class MadeUpPeople
{
    private const string Purpose = "sign-in";

    public static IReadOnlyList<SignedIn> All { get; } =
    [
        new("sari", "sari@nusajaya.example", "Sari, penulis", DeskRoles.Editor),
        new("budi", "budi@nusajaya.example", "Budi, penerbit", DeskRoles.Editor | DeskRoles.Publisher),
        new("wati", "wati@nusajaya.example", "Wati, pengelola", DeskRoles.Operator),
        new("rina", "rina@nusajaya.example", "Rina, moderator", DeskRoles.Moderator),
        new("tono", "tono@nusajaya.example", "Tono, tanpa peran", DeskRoles.None),
    ];

    public static string CookieFor(SignedIn person, DateTimeOffset now, ReadOnlyMemory<byte> secret) =>
        DeskSession.Write(Purpose, person.Id, now + DeskSession.Lasts, secret);

    public static SignedIn? Find(string? cookie, ReadOnlyMemory<byte> secret, DateTimeOffset now) =>
        DeskSession.Read(Purpose, cookie, now, secret) is { } id ? All.FirstOrDefault(person => person.Id == id) : null;
}
