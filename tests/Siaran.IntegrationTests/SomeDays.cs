using System.Buffers.Text;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>Some days in an office, with all that can happen to a release.</summary>
internal static class SomeDays
{
    /// <summary>New releases in batches and alone, corrections, withdrawals, embargoes, and what was refused or said nothing new.</summary>
    public static async Task LiveAsync(Office office)
    {
        static string Embargo(string id, DateTimeOffset until, string headline) =>
            Texts.Release(
                headline,
                $"Isi dari {headline} yang ditahan.",
                $"id: {id}\npublishAt: {until:yyyy-MM-ddTHH:mm:ssZ}\ntags: [jalan]\n"
            );

        // What an editor is still writing and what readers wrote are none of a rebuild's business.
        await new TableClient(office.Storage, Names.DraftTable).UpsertEntityAsync(new TableEntity("drafts", "still-written"));
        await new TableClient(office.Storage, Names.Replies).UpsertEntityAsync(new TableEntity("shown:elsewhere", "still-shown"));
        await office.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await office.UploadAsync(
            "b.md",
            Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini.", "tags: [padi]\n")
        );
        await office.UploadAsync("model.txt", Texts.Model);
        await office.UploadAsync("embargo.md", Embargo("nj-e1", Office.Start.AddHours(5), "Kabar yang Ditahan"));
        await office.UploadAsync("empty.md", "");
        await office.UploadAsync("held.md", Texts.Release("Kabar yang Disahkan Kemudian", "Isinya jelas.", "confirmed: false\n"));
        await office.UploadAsync("still-held.md", Texts.Release("Kabar yang Tak Disahkan", "Isinya kabur.", "confirmed: false\n"));
        await office.CollectAsync();
        await NextAsync(office);
        await office.PublishAsync(
            "copy-of-b.md",
            Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini.", "tags: [padi]\n")
        );
        await NextAsync(office);
        await office.UploadAsync(
            "a.md",
            Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\nchangeNote: Judul\ntags: [jalan]\n")
        );
        await office.UploadAsync("never.md", Embargo("nj-e2", Office.Start.AddDays(90), "Kabar yang Tetap Ditahan"));
        await office.UploadAsync("gone.md", Embargo("nj-e3", Office.Start.AddHours(5), "Kabar yang Ditarik Sebelum Terbit"));
        await office.CollectAsync();
        await ConfirmAsync(office, "held.md");
        await NextAsync(office);
        await office.PublishAsync(
            "copy-of-b.md",
            Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal sekali tahun ini.", "tags: [padi]\n")
        );
        await office.PublishAsync("gone.md", "---\nid: nj-e3\nstatus: withdrawn\n---\n");
        await NextAsync(office);
        await office.PublishAsync("taken.md", Texts.Release("Sama Sekali Lain", "Semua kata berbeda di sini.", "id: nj-1\n"));
        using var posted = await office.Editor.PostAsync(
            new Uri("/releases", UriKind.Relative),
            new StringContent(Texts.Release("Kabar lewat HTTP", "Isi kabar lewat HTTP."), Encoding.UTF8, "text/markdown")
        );
        Assert.AreEqual(HttpStatusCode.Created, posted.StatusCode);
        office.Clock.SetUtcNow(Office.Start.AddHours(6));
        await office.CollectAsync();
        await NextAsync(office);
        await office.PublishAsync("tags.md", "---\nid: nj-e1\nrevision: minor\ntags: [jalan, pasar]\n---\n");
        await office.PublishAsync("withdraw.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: nj-e2\n---\n");
        for (var i = 0; i < 12; i++)
        {
            await office.UploadAsync(
                $"many/{i}.md",
                Texts.Release(
                    $"Kabar nomor {i}",
                    $"Kabar nomor {i} tentang hal ke-{i} di Baruna.",
                    $"tags: [jembatan]\npublishAt: 2025-01-{1 + i:D2}\n"
                )
            );
        }

        await office.CollectAsync();
        await NextAsync(office);
        await office.CollectAsync();
    }

    private static async Task ConfirmAsync(Office office, string upload)
    {
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(upload));
        using var confirmed = await office.Editor.PostAsync(new Uri($"/uploads/{token}/confirm", UriKind.Relative), null);
        Assert.AreEqual(HttpStatusCode.Created, confirmed.StatusCode);
    }

    private static Task NextAsync(Office office)
    {
        office.Clock.Advance(TimeSpan.FromMinutes(7));
        return Task.CompletedTask;
    }
}
