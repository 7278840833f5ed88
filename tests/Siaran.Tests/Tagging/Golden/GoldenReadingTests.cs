using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Siaran.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tags;

namespace Siaran.Tests.Tagging.Golden;

/// <summary>Made-up releases in three languages, each read as a whole and compared with what was written down for it by hand.</summary>
[TestClass]
public sealed class GoldenReadingTests
{
    private static readonly Tagger Tagger = new();

    public static IEnumerable<object[]> Names => GoldenRelease.All.Select(golden => new object[] { golden.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_release_is_read_as_it_was_written_down(string name)
    {
        var golden = GoldenRelease.All.Single(golden => golden.Name == name);
        var release = golden.Release();

        Assert.AreEqual(golden.Reading, GoldenText.Of(release, Tagger.Read(release)));
    }

    [TestMethod]
    public void The_tagging_version_moves_when_the_golden_releases_are_read_otherwise()
    {
        var read = string.Join(
            "\n\n",
            GoldenRelease
                .All.Select(golden => golden.Release())
                .Select(release => (Release: release, Read: Tagger.Read(release)))
                .Select(pair =>
                    GoldenText.Of(pair.Release, pair.Read)
                    + string.Concat(pair.Read.Tags.Select(tag => $"\n{tag.Id} {tag.Source} {Tenths(tag)}"))
                )
        );
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read)))[..ReadingFingerprint.Value.Length];

        Assert.AreEqual(
            ReadingFingerprint.Value,
            fingerprint,
            $"Releases are read otherwise than before: set {nameof(ReadingFingerprint)} to {fingerprint}, so that the archive is tagged again."
        );
        Assert.StartsWith(ReadingFingerprint.Value + "-", Tagger.Version);
    }

    [TestMethod]
    public void The_tagging_version_moves_when_the_models_do() => Assert.AreEqual(ModelFiles.Version, ModelFiles.Hash());

    /// <summary>
    /// The models' own confidences may differ in their last digits from machine to machine; those that rules give do not.
    /// </summary>
    private static string Tenths(Tag tag) =>
        tag.Id.Kind == TagKind.Topic ? "" : tag.Confidence.ToString("F1", CultureInfo.InvariantCulture);

    [TestMethod]
    public void The_golden_releases_are_many_and_hold_every_kind_of_annotation_in_three_languages()
    {
        var languages = GoldenRelease.All.Select(golden => golden.Release().Content.Language).Distinct().Order(StringComparer.Ordinal);
        var kinds = GoldenRelease
            .All.SelectMany(golden => golden.Reading.Split('\n'))
            .Select(line => line.Split([':', ' '])[0])
            .Where(kind => kind.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.IsGreaterThanOrEqualTo(60, GoldenRelease.All.Count);
        Assert.AreEqual("en id ms", string.Join(' ', languages));
        Assert.AreEqual("agency date figure keyword person programme quote region regulation topic", string.Join(' ', kinds));
    }
}
