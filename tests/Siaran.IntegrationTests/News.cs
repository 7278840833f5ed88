using System.Globalization;
using System.Text.Json;

namespace Siaran.IntegrationTests;

/// <summary>Releases that are related to each other, and some that are not.</summary>
internal static class News
{
    private static readonly string[] Places =
    [
        "Muara Lengan",
        "Tanjung Sira",
        "Karang Bolong",
        "Gunung Selasih",
        "Pulau Kecapi",
        "Rawa Panjang",
    ];

    private static readonly string[] Bodies =
    [
        "Petugas mendatangi rumah panggung satu per satu untuk mencatat nama istri dan anak yang menjadi ahli waris.\n\nSebagian warga semula ragu karena belum pernah memegang kartu apa pun selain tanda penduduk.",
        "Klaim pertama sudah dibayar kepada keluarga yang kehilangan tulang punggung saat badai barat daya pekan lalu.\n\nBupati menyerahkan buku tabungan itu di balai pertemuan sambil mengingatkan pentingnya jaket pelampung.",
        "Koperasi setempat menalangi iuran tiga bulan bagi yang perahunya sedang naik galangan.\n\nBendahara koperasi memotong sedikit dari setiap lelang ikan sehingga tidak ada yang menunggak.",
        "Puskesmas membuka loket khusus sehingga pemegang kartu tidak lagi menempuh dua jam ke kota.\n\nDokter muda yang bertugas di sana menangani patah tulang dan luka sengatan ubur-ubur.",
        "Perempuan pengolah abon dan kerupuk ikut didaftarkan sebab mereka bekerja di tempat yang sama.\n\nMereka meminta pelatihan pembukuan sederhana agar usaha rumahan itu tercatat rapi.",
        "Pelajar sekolah pelayaran membuat peta digital tempat tinggal peserta supaya pendataan tahun depan lebih cepat.\n\nPeta itu memakai telepon genggam biasa dan dapat dibuka tanpa sinyal di laut.",
    ];

    private static readonly (string Headline, string Body)[] Apart =
    [
        (
            "Dapur Umum Melayani Pengungsi Gunung Api",
            "Relawan memasak seribu bungkus nasi setiap pagi di lapangan kecamatan. Abu tebal menutup atap dan kebun kopi."
        ),
        (
            "Lomba Paduan Suara Pelajar Digelar Sabtu",
            "Dua puluh sekolah mengirim penyanyi terbaik ke gedung kesenian. Juri datang dari konservatori musik."
        ),
        (
            "Harga Cabai Turun Menjelang Panen Raya",
            "Pedagang pasar induk mencatat pasokan cabai berlimpah. Truk dari dataran tinggi mengantre sejak subuh."
        ),
    ];

    /// <summary>A release of the series on small fishers' insurance, numbered from 0, dated on that day of January.</summary>
    public static string Fishers(int number, string frontMatter = "", string headline = "", string agency = "Disnakertrans Nusa Jaya") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            id: nelayan-{number}
            agency: {agency}
            publishAt: 2026-01-{number + 1:D2}T08:00:00+08:00
            tags: [asuransi nelayan]
            {frontMatter}---

            # {(headline.Length > 0 ? headline : $"Asuransi Nelayan Kecil Menjangkau {Places[number % Places.Length]}")}

            Baruna (Kabar Nusa Jaya) – Asuransi nelayan kecil kini sampai di {Places[number % Places.Length]}. {Bodies[
                number % Bodies.Length
            ]}

            """
        );

    /// <summary>Publishes so many of the series in one run.</summary>
    /// <returns>Their ids, in that order.</returns>
    public static async Task<IReadOnlyList<string>> PublishAsync(Office office, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await office.UploadAsync($"nelayan-{number}.md", Fishers(number));
        }

        await office.CollectAsync();
        return [.. Enumerable.Range(0, count).Select(Id)];
    }

    /// <summary>Publishes releases of one agency that have nothing to do with each other.</summary>
    public static async Task<IReadOnlyList<string>> PublishUnrelatedAsync(Office office)
    {
        for (var i = 0; i < Apart.Length; i++)
        {
            await office.UploadAsync(
                $"lain-{i}.md",
                $"---\nid: lain-{i}\nagency: Diskominfo Nusa Jaya\npublishAt: 2026-02-{i + 1:D2}\n---\n\n# {Apart[i].Headline}\n\n{Apart[i].Body}\n"
            );
        }

        await office.CollectAsync();
        return [.. Enumerable.Range(0, Apart.Length).Select(i => Releases.ReleaseId.FromEditorKey($"lain-{i}").ToString())];
    }

    /// <summary>Leaves a stored list no more than so many neighbours.</summary>
    public static async Task ShortenAsync(Office office, string id, int neighbours)
    {
        var table = office.Service<Storage.RelatedTable>();
        var key = new Releases.ReleaseId(Guid.Parse(id));
        var row = (await table.ReadAsync([key], CancellationToken.None))[key];
        Assert.IsEmpty(
            await table.WriteAsync(
                [row with { List = row.List with { Neighbours = [.. row.List.Neighbours.Take(neighbours)], Spare = [] } }],
                CancellationToken.None
            )
        );
        office.Service<Serving.DocumentCache>().Expire();
    }

    public static string Id(int number) => Releases.ReleaseId.FromEditorKey($"nelayan-{number}").ToString();

    public static List<string> Ids(JsonElement list, string part = "related") =>
        [.. list.GetProperty(part).EnumerateArray().Select(each => each.GetProperty("id").GetString()!)];

    public static async Task<List<string>> RelatedAsync(Office office, string id, string part = "related") =>
        Ids(await office.JsonAsync($"/releases/{id}/related"), part);

    /// <summary>What an action costs, such as <c>GET Related 1</c>.</summary>
    public static async Task<List<string>> CallsAsync(Office office, Func<Task> action)
    {
        var before = office.Calls.ByTarget;
        await action();
        return
        [
            .. office
                .Calls.ByTarget.Select(call => (call.Key, Count: call.Value - before.GetValueOrDefault(call.Key)))
                .Where(call => call.Count > 0)
                .Select(call => $"{call.Key} {call.Count}"),
        ];
    }
}
