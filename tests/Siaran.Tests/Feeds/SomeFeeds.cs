using System.Globalization;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Feeds;

/// <summary>Releases for feeds, all of the made-up Provinsi Nusa Jaya.</summary>
internal static class SomeFeeds
{
    public static TaggedRelease Release(
        string key = "contoh-1",
        string headline = "Gubernur Resmikan Jembatan Nusa Jaya",
        DateTimeOffset? at = null,
        params Tag[] tags
    )
    {
        var release = Some.Release(Some.Content(headline), key);
        var time = at ?? Some.Time;
        return Tagged(release with { PublishAt = time, UpdatedAt = time }, tags);
    }

    public static TaggedRelease Tagged(Release release, params Tag[] tags) => new(release, new Annotations { Tags = tags });

    public static Tag Tag(string id, string label, bool implied = false)
    {
        Assert.IsTrue(TagId.TryParse(id, out var parsed));
        return new Tag
        {
            Id = parsed,
            Label = label,
            Source = "daftar",
            Confidence = 0.875,
            Implied = implied,
        };
    }

    /// <summary>Numbered releases an hour apart, oldest first.</summary>
    public static TaggedRelease[] Many(int count, params Tag[] tags) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n =>
                    Release(
                        "banyak-" + n.ToString(CultureInfo.InvariantCulture),
                        "Siaran ke-" + n.ToString(CultureInfo.InvariantCulture),
                        Some.Time.AddHours(n),
                        tags
                    )
                ),
        ];

    public static TaggedRelease Withdrawn(this TaggedRelease tagged, string? reason, DateTimeOffset at) =>
        tagged with
        {
            Release = tagged.Release with
            {
                Status = ReleaseStatus.Withdrawn,
                EverShown = true,
                WithdrawnReason = reason,
                UpdatedAt = at,
                Revision = tagged.Release.Revision + 1,
            },
        };

    public static TaggedRelease Corrected(this TaggedRelease tagged, string headline) =>
        tagged with
        {
            Release = tagged.Release with
            {
                Content = tagged.Release.Content with { Headline = headline },
                Revision = tagged.Release.Revision + 1,
                RevisionKind = RevisionKind.Minor,
            },
        };

    /// <summary>
    /// One of everything: a picture, an origin elsewhere, another language, a major revision, characters that XML forbids, a withdrawal.
    /// </summary>
    public static TaggedRelease[] Gallery()
    {
        var bridge = Release(
            "jembatan",
            "Gubernur Resmikan Jembatan \"Nusa Jaya\" & Dermaga <Baruna>",
            Some.Time,
            Tag("topic:infrastruktur", "Infrastruktur"),
            Tag("region:teluk-jaya", "Kabupaten Teluk Jaya"),
            Tag("region:nusa-jaya", "Provinsi Nusa Jaya", implied: true)
        );
        var pictured = bridge with
        {
            Release = bridge.Release with
            {
                Content = bridge.Release.Content with
                {
                    Place = "Teluk Jaya",
                    Licence = "https://creativecommons.org/licenses/by/4.0/",
                    CanonicalUrl = new Uri("https://diskominfo.example/siaran/jembatan"),
                    Image = new ReleaseImage(new Uri("https://diskominfo.example/gambar/jembatan.jpg"), "Jembatan dari udara")
                    {
                        Length = 48213,
                    },
                },
            },
        };
        var english = Release("english", "Governor Opens Bridge", Some.Time.AddHours(3)) is var tagged
            ? tagged with
            {
                Release = tagged.Release with
                {
                    Content = tagged.Release.Content with { Language = "en", Label = "Press Release", Summary = "The bridge is open." },
                },
            }
            : null!;
        var revised = Release(
            "jadwal",
            "Jadwal Pelayaran\u0007 Baruna Diperbarui\u0000",
            Some.Time.AddHours(1),
            Tag("agency:dishub-nusa-jaya", "Dishub Nusa Jaya")
        )
            is var schedule
            ? schedule with
            {
                Release = schedule.Release with
                {
                    Revision = 2,
                    RevisionKind = RevisionKind.Major,
                    ChangeNote = "Jam kapal terakhir diperbaiki.",
                    UpdatedAt = Some.Time.AddHours(5),
                },
            }
            : null!;
        var withdrawn = Release("keliru", "Harga Beras Turun", Some.Time.AddHours(2)).Withdrawn("Angka keliru.", Some.Time.AddHours(6));
        return [pictured, english, revised, withdrawn];
    }
}
