using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

/// <summary>A site, a release that has everything a page can show, and what is around it.</summary>
internal static class Example
{
    public static Site Site { get; } =
        new()
        {
            BaseAddress = new("https://siaran.nusajaya.example/"),
            Description = "Siaran pers Pemerintah Provinsi Nusa Jaya, selengkapnya.",
        };

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static ListedKey[] Feeds { get; } =
    [
        new(FeedKey.All, FeedKeys.AllTitle),
        Named("agency:disnakertrans-nusa-jaya", "Disnakertrans Nusa Jaya"),
        Named("agency:bpbd-nusa-jaya", "BPBD Nusa Jaya"),
        Named("agency:diskominfo-nusa-jaya", "Diskominfo Nusa Jaya"),
        Named("region:teluk-jaya", "Kabupaten Teluk Jaya"),
        Named("region:baruna", "Kota Baruna"),
        Named("tag:regulation:inpres-2-2021", "Inpres 2/2021"),
        Named("tag:programme:jamsostek", "Jamsostek"),
    ];

    public static TaggedRelease Full { get; } =
        Tagged(
                "jamsostek-2",
                new ReleaseContent
                {
                    Headline = "Tahap Kedua, Jamsostek Nelayan Jangkau 3.100 Pekerja di Tiga Kecamatan",
                    Summary = "Pengolah ikan, pembuat jaring, dan buruh angkut pelabuhan kini ikut terlindungi.",
                    Label = "Siaran Pers",
                    Agency = "Disnakertrans Nusa Jaya",
                    Place = "Teluk Jaya",
                    Outlet = "Kabar Nusa Jaya",
                    Paragraphs =
                    [
                        "Perlindungan jaminan sosial bagi nelayan kecil di Kabupaten Teluk Jaya memasuki tahap kedua, Selasa, 14 Oktober 2025.",
                        "“Kali ini petugas mendatangi mereka satu per satu,” ungkap Kepala Disnakertrans Nusa Jaya, Hamdan Lesmata.",
                        "Siapa yang menerima",
                        "1.420 orang dari Kecamatan Muara Lengan",
                        "980 orang dari Kecamatan Tanjung Sira",
                    ],
                    BodyHtml = """
                    <p>Perlindungan jaminan sosial bagi nelayan kecil di Kabupaten Teluk Jaya memasuki tahap kedua, Selasa, 14 Oktober 2025. Sebanyak 3.100 pekerja di tiga kecamatan menerima kartu kepesertaan <a href="https://disnakertrans.nusajaya.example/jamsostek">Program Jamsostek</a>, tujuh bulan setelah tahap pertama menjangkau 1.250 nelayan.</p>
                    <blockquote><p>“Kali ini petugas mendatangi mereka satu per satu,” ungkap Kepala Disnakertrans Nusa Jaya, Hamdan Lesmata.</p></blockquote>
                    <h2>Siapa yang menerima</h2>
                    <ul><li>1.420 orang dari Kecamatan Muara Lengan</li><li>980 orang dari Kecamatan Tanjung Sira</li></ul>
                    <table><thead><tr><th>Kecamatan</th><th>Penerima</th></tr></thead><tbody><tr><td>Muara Lengan</td><td>1.420</td></tr><tr><td>Tanjung Sira</td><td>980</td></tr><tr><td>Karang Bolong</td><td>700</td></tr></tbody></table>
                    <p>Bupati Teluk Jaya, Yosep Mandagara, menegaskan kabupaten telah menyediakan Rp310 juta untuk melanjutkan iuran pada 2026.</p>
                    """,
                    EventDate = new(2025, 10, 14),
                    SignedOff = true,
                    Image = new(
                        new("https://disnakertrans.nusajaya.example/nelayan.jpg"),
                        "Nelayan menunjukkan kartu \"Jamsostek\" di dermaga"
                    ),
                    CanonicalUrl = new("https://disnakertrans.nusajaya.example/tahap-kedua"),
                    Licence = "https://creativecommons.org/licenses/by/4.0/",
                },
                new(2025, 10, 14, 6, 0, 0, TimeSpan.Zero),
                Tag("agency:disnakertrans-nusa-jaya", "Disnakertrans Nusa Jaya"),
                Tag("person:hamdan-lesmata", "Hamdan Lesmata", ("office", "Kepala Disnakertrans Nusa Jaya")),
                Tag("programme:jamsostek", "Jamsostek"),
                Tag("region:teluk-jaya", "Kabupaten Teluk Jaya"),
                Tag("region:nusa-jaya", "Provinsi Nusa Jaya") with
                {
                    Implied = true,
                },
                Tag("regulation:inpres-2-2021", "Inpres 2/2021", ("subject", "Optimalisasi Pelaksanaan Program Jamsostek")),
                Tag("topic:ketenagakerjaan", "Ketenagakerjaan")
            )
            .With(release =>
                release with
                {
                    UpdatedAt = release.PublishAt.AddHours(42),
                    ChangeNote = "Jumlah penerima di Muara Lengan diperbaiki menjadi 1.420 orang.",
                }
            );

    /// <summary>Another release on what <see cref="Full"/> is about.</summary>
    public static TaggedRelease Full2 { get; } =
        Tagged(
            "jamsostek-1",
            Some.Content("1.250 Nelayan Teluk Jaya Kini Terlindungi Jamsostek"),
            new(2025, 3, 12, 1, 30, 0, TimeSpan.Zero),
            Tag("programme:jamsostek", "Jamsostek"),
            Tag("region:teluk-jaya", "Kabupaten Teluk Jaya"),
            Tag("region:nusa-jaya", "Provinsi Nusa Jaya") with
            {
                Implied = true,
            }
        );

    public static TaggedRelease English { get; } =
        Tagged(
            "open-data",
            Some.Content(
                "Nusa Jaya Opens 214 Public Datasets to Everyone",
                "The Government of Nusa Jaya Province opened its data portal to the public."
            ) with
            {
                Language = "en",
                Label = "Press Release",
                Place = "Baruna",
            },
            new(2026, 4, 22, 2, 0, 0, TimeSpan.Zero)
        );

    public static TaggedRelease Plain { get; } =
        Tagged(
            "banjir",
            Some.Content(
                "Banjir Baruna Surut, 612 Warga Kembali ke Rumah",
                "Genangan di Kecamatan Baruna Utara dan Pasar Lama surut sepenuhnya."
            ) with
            {
                Agency = "BPBD Nusa Jaya",
                Place = "Baruna",
            },
            new(2026, 1, 20, 9, 0, 0, TimeSpan.Zero)
        );

    public static TaggedRelease SameDay { get; } =
        Tagged(
            "ronda",
            Some.Content("Ronda Sungai Digelar di 12 Kelurahan", "Warga Baruna menggelar ronda sungai setiap malam.") with
            {
                Agency = null,
                Label = null,
            },
            new(2026, 1, 19, 22, 15, 0, TimeSpan.Zero)
        );

    public static IReadOnlyList<TaggedRelease> Newest { get; } = [English, Plain, SameDay, Full];

    public static Feed All { get; } = FeedOf(Site, FeedKey.All, FeedKeys.AllTitle, [.. Newest]);

    public static Feed OfAgency { get; } = FeedOf(Site, Feeds[1].Key, Feeds[1].Title, Full);

    public static RelatedList Related { get; } =
        new()
        {
            Id = Full.Release.Id,
            Neighbours =
            [
                Neighbour(
                    "1.250 Nelayan Teluk Jaya Kini Terlindungi Jamsostek",
                    RelationKind.SameSeries,
                    "Sama-sama membahas Inpres 2/2021",
                    "Program yang sama: Jamsostek"
                ),
                Neighbour(
                    "Perda Perlindungan Pekerja Rentan Disahkan, Iuran Dijamin Tiap Tahun",
                    RelationKind.Later,
                    "Sama-sama membahas Inpres 2/2021"
                ),
                Neighbour(
                    "Lampu Hemat Energi Terangi 840 Perahu di Teluk Jaya",
                    RelationKind.Later,
                    "Tempat yang sama: Kabupaten Teluk Jaya"
                ),
            ],
            AlsoPublishedAs =
            [
                Neighbour("3.100 Pekerja Teluk Jaya Terima Kartu Jamsostek", RelationKind.SameEvent) with
                {
                    Agency = "Diskominfo Teluk Jaya",
                },
            ],
            Newest = [Neighbour("Small Boats, Safe Crews", RelationKind.Later) with { Language = "en" }],
        };

    public static TaggedRelease Tagged(string key, ReleaseContent content, DateTimeOffset publishAt, params Tag[] tags) =>
        new(Some.Release(content, key) with { PublishAt = publishAt, UpdatedAt = publishAt }, new Annotations { Tags = tags });

    public static TaggedRelease With(this TaggedRelease tagged, Func<Release, Release> change) =>
        tagged with
        {
            Release = change(tagged.Release),
        };

    public static Tag Tag(string id, string label, params (string Name, string Value)[] facts) =>
        new()
        {
            Id = TagId.TryParse(id, out var parsed) ? parsed : throw new ArgumentException("No tag's id.", nameof(id)),
            Label = label,
            Source = "editor",
            Confidence = 1,
            Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value),
        };

    public static Feed FeedOf(Site site, FeedKey key, string title, params TaggedRelease[] releases) =>
        Siaran.Feeds.Feed.Of(releases.Select(tagged => new ListingEntry.Live(tagged)), title, FeedQuery.Of(key), site, Now);

    private static ListedKey Named(string key, string title) =>
        new(FeedKey.TryParse(key, out var parsed) ? parsed : throw new ArgumentException("No feed's key.", nameof(key)), title);

    private static Neighbour Neighbour(string headline, RelationKind kind, params string[] reasons) =>
        new()
        {
            Id = ReleaseId.FromEditorKey(headline),
            Slug = Slug.From(headline),
            Headline = headline,
            Agency = "Disnakertrans Nusa Jaya",
            PublishAt = new(2025, 3, 12, 1, 30, 0, TimeSpan.Zero),
            Kind = kind,
            Reasons = reasons,
        };
}
