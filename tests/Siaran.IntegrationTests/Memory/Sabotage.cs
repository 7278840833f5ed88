using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// A fault that is put in on purpose, so that it can be seen that the model finds it: what instances send to storage is changed on its way,
/// their clock is wrong, or what they leave behind is lost.
/// </summary>
internal sealed partial class Sabotage
{
    private Action<HttpMessage> rewrite = _ => { };
    private TimeSpan ahead;
    private bool losesUploads;
    private bool forgetsWhatIsLeft;

    public static Sabotage Of(string name) =>
        name switch
        {
            "writes go through whatever is there by now" => new() { rewrite = Unconditionally },
            "the clock is a minute ahead" => new() { ahead = TimeSpan.FromMinutes(1) },
            "the log forgets what it described" => new() { rewrite = message => Replace(message, "Changes", LastTold(), "${1}0") },
            "feeds forget who left them" => new() { rewrite = message => Replace(message, "Listings", NotLive(), "$1true") },
            "what a crash leaves is lost" => new() { losesUploads = true },
            "what an earlier run left is not published" => new() { forgetsWhatIsLeft = true },
            "only the current revision knows its upload" => new() { rewrite = FindNothingOlder },
            _ => throw new ArgumentException(name, nameof(name)),
        };

    public TimeProvider? ClockOf(TimeProvider clock) => ahead == default ? null : new FastClock(clock, ahead);

    public void Rewrite(HttpMessage message) => rewrite(message);

    public void Change(IServiceCollection services)
    {
        if (forgetsWhatIsLeft)
        {
            services.AddSingleton<IUploadIngester>(provider => new Forgetful(ActivatorUtilities.CreateInstance<UploadIngester>(provider)));
        }
    }

    /// <summary>The line was cut just now.</summary>
    /// <param name="room">Another instance, whose line is whole.</param>
    public async Task CrashAsync(PressRoom room)
    {
        var incoming = room.Service<StorageAccount>().Container(Names.Incoming);
        await foreach (var blob in losesUploads ? incoming.GetBlobsAsync() : AsyncEnumerable.Empty<Azure.Storage.Blobs.Models.BlobItem>())
        {
            await incoming.DeleteBlobIfExistsAsync(blob.Name);
        }
    }

    /// <summary>The query for the upload that made an older revision looks where none is.</summary>
    private static void FindNothingOlder(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (
            message.Request.Uri.Path.EndsWith("/Releases()", StringComparison.Ordinal)
            && query.Contains("UploadVersion", StringComparison.Ordinal)
        )
        {
            message.Request.Uri.Query = query.Replace("revision", "none", StringComparison.Ordinal);
        }
    }

    private static void Unconditionally(HttpMessage message)
    {
        if (message.Request.Headers.Contains("If-Match"))
        {
            message.Request.Headers.SetValue("If-Match", "*");
        }

        Replace(message, "", Condition(), "If-Match: *\r");
    }

    private static void Replace(HttpMessage message, string table, Regex what, string by)
    {
        if (
            message.Request.Content is not null
            && Body(message) is var body
            && body.Contains(table, StringComparison.Ordinal)
            && what.IsMatch(body)
        )
        {
            message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(what.Replace(body, by)));
        }
    }

    private static string Body(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    [GeneratedRegex("If-Match: W/[^\r]*\r")]
    private static partial Regex Condition();

    [GeneratedRegex("(\"RowKey\":\"last:[^}]*?\"Revision\":)\\d+")]
    private static partial Regex LastTold();

    [GeneratedRegex("(\"Live\":)false")]
    private static partial Regex NotLive();

    private sealed class FastClock(TimeProvider clock, TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;
    }

    private sealed class Forgetful(IUploadIngester whole) : IUploadIngester
    {
        public async Task<TakenUpload> TakeAsync(ReadUpload read, string batch, CancellationToken cancellationToken)
        {
            var taken = await whole.TakeAsync(read, batch, cancellationToken);
            // By the same text again, and by another version of the file.
            var stored = taken.Result.Outcome is CollectOutcome.Unchanged ? null : taken.Stored;
            return taken with { Stored = stored, Unclosed = null };
        }
    }
}
