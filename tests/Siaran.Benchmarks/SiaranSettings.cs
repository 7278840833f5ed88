using Azure.Storage.Blobs;
using Siaran.LocalHost;

namespace Siaran.Benchmarks;

/// <summary>Settings under which Siaran runs on a storage of its own, with a few releases waiting.</summary>
internal static class SiaranSettings
{
    public static async Task<Dictionary<string, string?>> WithReleasesAsync(AzuriteServer storage, int releases)
    {
        var connection = storage.NewConnectionString();
        var incoming = new BlobContainerClient(connection, "incoming");
        await incoming.CreateAsync();
        for (var n = 1; n <= releases; n++)
        {
            var body = string.Join(
                "\n\n",
                Enumerable
                    .Range(1, 6)
                    .Select(part =>
                        $"Bagian {part} kabar {n}: Pemerintah Provinsi Nusa Jaya menyampaikan kemajuan pekerjaan ke-{n * part} di Kota Baruna, dengan {n * 7 % 100} persen selesai dan {n + part} kelompok warga terlibat sejak awal tahun."
                    )
            );
            await incoming.UploadBlobAsync(
                $"{n}.md",
                BinaryData.FromString($"# Kabar nomor {n} dari Baruna tentang pekerjaan\n\nBaruna – {body}\n")
            );
        }

        return new()
        {
            ["AzureWebJobsStorage"] = connection,
            ["CollectSchedule"] = "0 * * * * *",
            ["RetagSchedule"] = "30 0 0 1 1 *",
            ["Site:BaseAddress"] = "https://siaran.example/",
            ["Site:Freshness"] = "00:10:00",
        };
    }
}
