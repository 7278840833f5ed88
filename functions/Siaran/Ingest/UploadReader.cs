using System.Collections.Concurrent;
using Siaran.Actors;
using Siaran.Intake;
using Siaran.Intake.Attachments;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>An upload, read but not yet acted on.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Content">Its bytes; null where it is too large to be read.</param>
/// <param name="Result">What intake made of it.</param>
/// <param name="OfName">What is known of the uploads of its name.</param>
public sealed record ReadUpload(IncomingUpload Upload, BinaryData? Content, IntakeResult Result, NameRecord OfName)
{
    /// <summary>The last upload of the same name that was closed, if there was one.</summary>
    public IntakeRecord? SameName => OfName.Closed;

    /// <summary>
    /// What an earlier version of its file has made that may not be published yet, since whoever made it had not closed that; null where
    /// nothing is known of such.
    /// </summary>
    public StoredRelease? Unclosed { get; init; }

    /// <summary>Whether a later version of its file is known.</summary>
    public bool IsOvertaken => OfName.HasLaterThan(UploadPlace.Of(Upload));

    /// <summary>Whether it says itself of which release it speaks, and so may correct or translate one that came before.</summary>
    public bool NamesRelease =>
        Target is not null || Result is IntakeResult.Accepted { Submission: { EditorKey: not null } or { TranslationOf: not null } };

    /// <summary>The pictures and documents that come with it.</summary>
    public IReadOnlyList<AttachedFile> Files => (Result as IntakeResult.Accepted)?.Files ?? [];

    /// <summary>Who brought it.</summary>
    public Actor Actor { get; init; } = new("", null);

    /// <summary>By which it is decided what belongs to whom.</summary>
    public OfficeRegister Register { get; init; } = OfficeRegister.None;

    /// <summary>Whether this service let it in itself, so that its metadata may be believed where offices are kept apart.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The id of the release that it must revise.</summary>
    public string? Target => IsSealed || !Register.IsConfigured ? Upload.Target : null;

    /// <summary>The office that it speaks for; null where offices are not kept apart.</summary>
    public string? Office => Register.OfficeFor(Actor, (Result as IntakeResult.Accepted)?.Submission.Content?.Agency);

    /// <summary>Whether its bringer may change a release.</summary>
    public bool MayChange(Release release) => !Register.IsConfigured || Actor.ActsFor(Register.OfficeOf(release));

    /// <summary>Those of its folder that belong to it, where there are any.</summary>
    public UploadPictures? Pictures { get; init; }

    /// <summary>Its bytes, with its pictures where it has any; null where it is too large to be read.</summary>
    public BinaryData? Original => Pictures?.Form ?? Content;

    /// <summary>As <see cref="IntakeRecord.Pictures"/>.</summary>
    public string? PictureVersions =>
        Before is not null ? Before.Pictures
        : Result is IntakeResult.Accepted { Submission.Content: null } ? SameName?.Pictures
        : Pictures?.Versions;

    /// <summary>Whether it names pictures that may still come.</summary>
    public bool IsAwaitingPictures { get; init; }

    /// <summary>Where it is taken again to build the tables: what was decided when it was taken first.</summary>
    public AcceptedOriginal? Before { get; init; }
}

/// <summary>Fetches an upload and has it read.</summary>
public sealed class UploadReader(
    Inbox inbox,
    IntakeTable intake,
    CurrentOffices offices,
    FolderPictures pictures,
    CollectOptions options,
    Site site,
    TimeProvider time
) : IDisposable
{
    /// <summary>Above it an upload's pictures, or the parts of its page, may need tens of megabytes while they are read.</summary>
    private const int LargeFrom = 1024 * 1024;

    private readonly SemaphoreSlim large = new(1, 1);

    private readonly IntakeOptions intakeOptions = new()
    {
        AgencyZone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone),
        MaxBytes = options.MaxBytes,
        MaxFileBytes = options.MaxFileBytes,
        PublicAddress = site.BaseAddress,
    };

    /// <summary>Uploads in the order in which they came, split into what may be held in memory at once.</summary>
    public IEnumerable<IReadOnlyList<UploadInHand>> InBatches(IEnumerable<UploadInHand> uploads) =>
        UploadOrder.Batches(UploadOrder.Of(uploads, one => one.Upload), one => UploadOrder.BytesOf(one, options), options);

    /// <summary>The same of originals.</summary>
    public IEnumerable<IReadOnlyList<AcceptedOriginal>> InBatches(IEnumerable<AcceptedOriginal> originals) =>
        UploadOrder.Batches(UploadOrder.Of(originals, one => one.Upload), one => one.Upload.Length, options);

    /// <summary>What waits in <c>incoming</c> and is to be taken now, in no order; one call for each 5,000.</summary>
    public async Task<IReadOnlyList<UploadInHand>> ListAsync(CancellationToken cancellationToken) =>
        UploadFolders.Of(await inbox.ListAllAsync(cancellationToken), time.GetUtcNow(), options);

    /// <summary>What waits in <c>incoming</c> and came before the last of the uploads given; one call.</summary>
    public async Task<IReadOnlyList<UploadInHand>> FindEarlierAsync(
        IReadOnlyList<UploadInHand> uploads,
        CancellationToken cancellationToken
    )
    {
        var names = uploads.Select(one => one.Upload.Name).ToHashSet(StringComparer.Ordinal);
        var last = UploadOrder.Of(uploads, one => one.Upload).Last().Upload;
        return
        [
            .. (await ListAsync(cancellationToken)).Where(waiting =>
                !names.Contains(waiting.Upload.Name) && UploadOrder.IsBefore(waiting.Upload, last)
            ),
        ];
    }

    /// <summary>Reads a batch, some uploads at once.</summary>
    /// <param name="uploads">In any order.</param>
    /// <param name="faults">Records those that could not be read.</param>
    /// <param name="cancellationToken">Ends the downloads.</param>
    /// <returns>Those with which there is something to do.</returns>
    public async Task<IReadOnlyCollection<ReadUpload>> ReadAllAsync(
        IEnumerable<UploadInHand> uploads,
        UploadFaults faults,
        CancellationToken cancellationToken
    )
    {
        var read = new ConcurrentBag<ReadUpload>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            uploads,
            parallelism,
            (upload, ct) =>
                faults.GuardReadAsync(
                    upload.Upload,
                    async () =>
                    {
                        if (await ReadAsync(upload, ct) is { } one)
                        {
                            read.Add(one);
                        }
                    }
                )
        );
        return read;
    }

    /// <param name="hand">The upload.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>Null where there is nothing left to do: a former run has closed it, or a newer upload has taken its name.</returns>
    public async Task<ReadUpload?> ReadAsync(UploadInHand hand, CancellationToken cancellationToken)
    {
        var upload = hand.Upload;
        using var trace = Traces.Start("intake", upload.Name);
        var ofName = await intake.FindNameAsync(upload.Name, cancellationToken);
        // A former run did all and died before it could remove the blob.
        if (ofName.Closed is { } closed && closed.Version == upload.VersionName)
        {
            await RemoveAsync(hand, closed, cancellationToken);
            return null;
        }

        // By the listed length, before any byte is fetched.
        var most = options.MostBytes(upload.Name, upload.ContentType);
        if (hand.IsLonePicture || upload.Length > most)
        {
            var why = hand.IsLonePicture ? Findings.PictureWithoutText() : Findings.TooLarge(upload.Length, most);
            return new ReadUpload(upload, null, Rejected(upload, why), ofName) { Actor = CurrentOffices.BringerOf(upload) };
        }

        if ((hand.Content ?? await inbox.ReadAsync(upload, cancellationToken)) is not { } content)
        {
            return null;
        }

        var read = await ReadAsync(upload, content, ofName, cancellationToken);
        return
            await pictures.AddAsync(read, hand, (form, bytes) => ReadInTurnAsync(form, bytes, cancellationToken), cancellationToken)
                is { } whole
            ? whole with
            {
                IsAwaitingPictures =
                    whole.Result.MissingPictures.Count > 0
                    && !UploadFolders.IsWhole(upload)
                    && time.GetUtcNow() - upload.UploadedAt < options.PictureWait,
            }
            : null;
    }

    /// <summary>Only what was taken with it goes along: other pictures may have come to its folder since.</summary>
    private async Task RemoveAsync(UploadInHand hand, IntakeRecord closed, CancellationToken cancellationToken)
    {
        var taken = closed.Pictures?.Split(',') ?? [];
        foreach (var picture in hand.Pictures.Where(picture => taken.Contains(picture.VersionName)))
        {
            await inbox.RemoveAsync(picture, cancellationToken);
        }

        await inbox.RemoveAsync(hand.Upload, cancellationToken);
    }

    private async Task<ReadUpload> ReadAsync(
        IncomingUpload upload,
        BinaryData content,
        NameRecord ofName,
        CancellationToken cancellationToken
    )
    {
        var (register, _, secret) = await offices.GetAsync(cancellationToken);
        var isSealed = UploadSeal.IsWhole(upload, content, secret);
        return CurrentOffices.BringerOf(upload, isSealed, register) is { } actor
            ? new ReadUpload(upload, content, await ReadInTurnAsync(upload, content, cancellationToken), ofName)
            {
                Actor = actor,
                Register = register,
                IsSealed = isSealed,
            }
            : new ReadUpload(upload, content, Rejected(upload, Findings.NoOffice()), ofName) { Actor = CurrentOffices.BringerOf(upload) };
    }

    private static IntakeResult.Rejected Rejected(IncomingUpload upload, Finding why) =>
        new(new IntakeReport { Upload = upload.Name, Outcome = UploadOutcome.Accepted }.With(why));

    /// <summary>Large uploads one after another, so that those that come together need no more memory than one of them.</summary>
    private async Task<IntakeResult> ReadInTurnAsync(IncomingUpload upload, BinaryData content, CancellationToken cancellationToken)
    {
        if (content.ToMemory().Length < LargeFrom)
        {
            return Read(upload, content);
        }

        await large.WaitAsync(cancellationToken);
        try
        {
            return Read(upload, content);
        }
        finally
        {
            large.Release();
        }
    }

    public void Dispose() => large.Dispose();

    /// <summary>What intake makes of an upload.</summary>
    public IntakeResult Read(IncomingUpload upload, BinaryData content) => Read(upload, content, upload.Metadata.IsConfirmed);

    /// <summary>The same of an upload that was accepted once: whether to publish it is decided already.</summary>
    public IntakeResult ReadAgain(IncomingUpload upload, BinaryData content) => Read(upload, content, isConfirmed: true);

    private IntakeResult Read(IncomingUpload upload, BinaryData content, bool isConfirmed) =>
        IntakeReader.Read(
            new UploadedDocument(upload.Name, upload.ContentType, content.ToMemory())
            {
                IsConfirmed = isConfirmed,
                UploadedAt = upload.UploadedAt,
            },
            intakeOptions
        );
}
