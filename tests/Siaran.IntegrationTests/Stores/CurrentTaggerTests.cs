using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>The tagger goes by the vocabularies in storage: looked for once a minute, tried before they are used.</summary>
[TestClass]
public sealed class CurrentTaggerTests : PressRoomTests
{
    private int lists;

    [TestMethod]
    public async Task Vocabularies_are_looked_for_once_a_minute_and_where_the_clock_was_set_back()
    {
        await using var room = await OpenAsync(Watching(Note));
        var tagger = room.Service<CurrentTagger>();

        Assert.AreEqual(1, await ListsAsync(tagger));
        Assert.AreEqual(0, await ListsAsync(tagger));
        Clock.Now += CurrentTagger.Freshness - TimeSpan.FromTicks(1);
        Assert.AreEqual(0, await ListsAsync(tagger));
        Clock.Now += TimeSpan.FromTicks(1);
        Assert.AreEqual(1, await ListsAsync(tagger));
        Clock.Now -= TimeSpan.FromTicks(1);
        Assert.AreEqual(1, await ListsAsync(tagger), "Set back.");
        Assert.AreEqual(0, await ListsAsync(tagger));
    }

    [TestMethod]
    public async Task Who_asks_while_another_looks_waits_for_what_it_finds()
    {
        var (holds, isHeld) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var room = await OpenAsync(async message =>
        {
            if (IsList(message))
            {
                lists++;
                isHeld.TrySetResult();
                await holds.Task;
            }

            return null;
        });
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("jembatan\tJembatan Lengan\n"));
        var (tagger, former) = (room.Service<CurrentTagger>(), room.Service<CurrentTagger>().Version);

        var first = tagger.RefreshAsync(default);
        await isHeld.Task;
        var second = tagger.RefreshAsync(default);
        Assert.IsFalse(second.IsCompleted);
        holds.SetResult();

        Assert.IsTrue(await first);
        Assert.IsTrue(await second);
        Assert.AreEqual(1, lists);
        Assert.AreNotEqual(former, tagger.Version);
    }

    [TestMethod]
    public async Task Vocabularies_that_fail_the_trial_are_reported_once_and_tried_again_when_they_change()
    {
        var taggers = new Taggers();
        await using var room = new PressRoom(Storage, Clock, taggers: taggers);
        await room.CreateAsync();
        var (tagger, version) = (room.Service<CurrentTagger>(), room.Service<CurrentTagger>().Version);
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("rusak\trusak\n"));

        Assert.IsFalse(await RefreshAsync(tagger));
        Assert.IsFalse(await RefreshAsync(tagger));

        Assert.AreEqual(1, taggers.Trials, "It is tried once.");
        Assert.AreEqual(version, tagger.Version);
        Assert.Contains("programmes.tsv", room.Log.Lines.Single());
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("jembatan\tJembatan Lengan\n"));
        Assert.IsTrue(await RefreshAsync(tagger));
        Assert.AreNotEqual(version, tagger.Version);
        Assert.IsTrue(await RefreshAsync(tagger));
        Assert.AreEqual(2, taggers.Trials);
    }

    [TestMethod]
    public async Task The_trial_holds_something_of_every_kind_that_is_read()
    {
        var taggers = new Taggers();
        await using var room = new PressRoom(Storage, Clock, taggers: taggers);
        await room.CreateAsync();
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("jembatan\tJembatan Lengan\n"));
        await room.Service<CurrentTagger>().RefreshAsync(default);

        var trial = taggers.Tried!;
        var read = Tagger.CreateDefault().Read(trial);

        var kinds = read.Tags.Select(tag => tag.Id.Kind).ToHashSet();
        foreach (var kind in new[] { TagKind.Agency, TagKind.Region, TagKind.Regulation, TagKind.Person, TagKind.Topic })
        {
            Assert.Contains(kind, kinds);
        }

        Assert.IsNotEmpty(read.Quotes);
        Assert.IsNotEmpty(read.Figures);
        Assert.AreEqual("Bupati Teluk Jaya Buka Pasar", trial.Content.Headline);
        Assert.AreEqual("Teluk Jaya", trial.Content.Place);
        CollectionAssert.AreEqual(new[] { "topic:perdagangan", "pasar" }, trial.Content.EditorTags!.ToArray());
    }

    [TestMethod]
    public async Task A_failure_of_storage_says_nothing_of_the_vocabularies()
    {
        var fails = false;
        await using var room = await OpenAsync(
            Cutting(message => fails && message.Request.Uri.ToString().EndsWith("programmes.tsv", StringComparison.Ordinal))
        );
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString("jembatan\tJembatan Lengan\n"));
        var (tagger, version) = (room.Service<CurrentTagger>(), room.Service<CurrentTagger>().Version);
        fails = true;

        await Assert.ThrowsAsync<Exception>(() => tagger.RefreshAsync(default));

        Assert.AreEqual(version, tagger.Version);
        Assert.IsEmpty(room.Log.Lines.Where(line => line.Contains("cannot be used", StringComparison.Ordinal)));
        fails = false;
        Assert.IsTrue(await tagger.RefreshAsync(default), "It is looked for again at once.");
    }

    private async Task<bool> RefreshAsync(CurrentTagger tagger)
    {
        Clock.Now += CurrentTagger.Freshness;
        return await tagger.RefreshAsync(default);
    }

    private async Task<int> ListsAsync(CurrentTagger tagger)
    {
        lists = 0;
        await tagger.RefreshAsync(default);
        return lists;
    }

    private void Note(Azure.Core.HttpMessage message) => lists += IsList(message) ? 1 : 0;

    private static bool IsList(Azure.Core.HttpMessage message) =>
        message.Request.Uri.ToString().Contains("comp=list", StringComparison.Ordinal);

    /// <summary>Taggers that cannot read where the vocabulary has a word for it, and note what they are tried on.</summary>
    private sealed class Taggers : ITaggerFactory
    {
        private readonly WordTagger.Factory words = new();

        public Release? Tried { get; private set; }

        public int Trials { get; private set; }

        public ITagger Create(IVocabularySource? vocabularies, TimeZoneInfo zone) =>
            new Trying(this, words.Create(vocabularies, zone), vocabularies?.Find("programmes.tsv") ?? "");

        private sealed class Trying(Taggers of, ITagger inner, string vocabulary) : ITagger
        {
            public string Version => inner.Version;

            public Annotations Read(Release release)
            {
                (of.Tried, of.Trials) = (release, of.Trials + 1);
                return vocabulary.Contains("rusak", StringComparison.Ordinal)
                    ? throw new InvalidDataException("The vocabulary is broken.")
                    : inner.Read(release);
            }
        }
    }
}
