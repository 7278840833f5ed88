using Siaran.Intake;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Tells which pictures in <c>incoming</c> belong to which document: those of its own folder.</summary>
internal static class UploadFolders
{
    /// <summary>How long nothing may have come to a folder with pictures before its document is taken: it may still be copied.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>What is to be taken now: documents with the pictures of their folders, and pictures that waited in vain.</summary>
    /// <param name="waiting">All of it.</param>
    /// <param name="now">By the clock.</param>
    /// <param name="options">How long pictures and documents wait for each other.</param>
    /// <returns>In no order.</returns>
    public static IReadOnlyList<UploadInHand> Of(IReadOnlyList<IncomingUpload> waiting, DateTimeOffset now, CollectOptions options) =>
        [.. waiting.GroupBy(FolderOf, StringComparer.Ordinal).SelectMany(folder => Of([.. folder], now, options))];

    private static IEnumerable<UploadInHand> Of(List<IncomingUpload> folder, DateTimeOffset now, CollectOptions options)
    {
        var pictures = folder.Where(IsPicture).OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        if (pictures.Count == 0)
        {
            return folder.Select(one => new UploadInHand(one, null));
        }

        var others = folder.Where(one => !IsPicture(one)).ToList();
        var documents = others.Where(IsDocument).ToList();
        var refused = others.Where(one => !IsDocument(one)).Select(one => new UploadInHand(one, null));
        if (documents.Count == 0)
        {
            var alone = pictures.Where(one => now - one.UploadedAt >= options.LonePictureWait);
            return refused.Concat(alone.Select(one => new UploadInHand(one, null) { IsLonePicture = true }));
        }

        // At the root of incoming everybody's uploads lie next to each other, so nearness says nothing there.
        var hasOne = documents.Count == 1 && FolderOf(documents[0]).Length > 0;
        var isGrowing = now - pictures.Max(one => one.UploadedAt) < Quiet;
        return documents
            .Where(one => !isGrowing || now - one.UploadedAt >= options.PictureWait)
            .Select(one => new UploadInHand(one, null) { Pictures = TakesPictures(one) ? pictures : [], TakesAllPictures = hasOne })
            .Concat(refused);
    }

    private static string FolderOf(IncomingUpload upload) => upload.Name[..(upload.Name.LastIndexOf('/') + 1)];

    /// <summary>By its name: whether it is one, only its content can tell.</summary>
    private static bool IsPicture(IncomingUpload upload) =>
        !IsWhole(upload) && ExtensionOf(upload) is ".jpg" or ".jpeg" or ".png" or ".webp";

    private static bool IsDocument(IncomingUpload upload) =>
        UploadFormats.RefusedKind(new UploadedDocument(upload.Name, upload.ContentType, default)) is null;

    /// <summary>A form and a mail bring their own.</summary>
    public static bool TakesPictures(IncomingUpload upload) =>
        !IsWhole(upload)
        && ExtensionOf(upload) is not ".eml"
        && upload.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true
        && upload.ContentType?.StartsWith("message/", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>This service itself puts in nothing in parts.</summary>
    public static bool IsWhole(IncomingUpload upload) => upload.Metadata.Seal is not null;

    private static string ExtensionOf(IncomingUpload upload) => Path.GetExtension(upload.Name).ToLowerInvariant();
}
