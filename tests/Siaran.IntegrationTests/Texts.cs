namespace Siaran.IntegrationTests;

/// <summary>Releases of a province that does not exist.</summary>
internal static class Texts
{
    public static string Release(
        string headline = "Jembatan Lengan Dibuka",
        string body = "Gubernur membuka Jembatan Lengan. Warga dua kecamatan kini terhubung.",
        string frontMatter = ""
    ) =>
        $"---\nagency: Diskominfo Nusa Jaya\nlabel: Siaran Pers\n{frontMatter}---\n\n# {headline}\n\nBaruna (Kabar Nusa Jaya) – {body}\n\nPekerjaan selesai dua bulan lebih cepat daripada rencana. (*)\n";

    /// <summary>The model release, as it lies among the samples.</summary>
    public static byte[] Model => File.ReadAllBytes(Path.Combine(Repository.Samples, "2-instruksi-presiden.txt"));
}
