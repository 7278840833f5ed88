using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Siaran.Actors;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What the desk sends about a release that is there: a document of its own, over the revision that its sender has seen.</summary>
/// <param name="Upload">Without actor and seal.</param>
/// <param name="Actor">Acts for the release's own office alone.</param>
public sealed record ReleaseUpload(NewUpload Upload, Actor Actor)
{
    /// <param name="visit">The form; its field <c>seen</c> is the revision that it was made from.</param>
    /// <param name="release">The release.</param>
    /// <param name="kind">Begins the upload's name.</param>
    /// <param name="text">Markdown with front matter.</param>
    public static ReleaseUpload Of(DeskVisit visit, Release release, string kind, string text)
    {
        var seen = int.TryParse(visit.Field("seen"), CultureInfo.InvariantCulture, out var revision) ? revision : 0;
        var actor = visit.Register.OfficeOf(release) is { } office ? visit.User.Actor with { Offices = [office] } : visit.User.Actor;
        // Two people at once send two uploads, of which the second finds another revision; a form that
        // is sent twice is one.
        var whose = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Name}\n{text}")))[..12];
        var name = $"desk/{release.Id}/{kind}-{seen.ToString(CultureInfo.InvariantCulture)}-{whose}.md";
        var upload = new NewUpload(name, BinaryData.FromString(text), "text/markdown; charset=utf-8")
        {
            Metadata = new UploadMetadata
            {
                IsConfirmed = true,
                Target = release.Id.ToString(),
                ExpectedRevision = seen,
            },
        };
        return new ReleaseUpload(upload, actor);
    }
}
