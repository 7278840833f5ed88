using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class TextFeatureTests
{
    private const string Text = "Panen padi melimpah\n\nPetani di Teluk Jaya tersenyum";

    private static readonly WordClasses Classes = EntityModel.Load().Classes;

    [TestMethod]
    public void Words_of_the_headline_are_features_of_the_text_and_of_the_headline()
    {
        var (with, without) = (Features(Text, headline: 19), Features(Text, headline: 0));

        Assert.IsEmpty(without.Except(with));
        Assert.HasCount(Features("Panen padi melimpah", headline: 0).Length - 2, with.Except(without), "Each but its two pairs of words.");
    }

    [TestMethod]
    public void A_longer_text_adds_nothing_beyond_its_first_three_hundred_tokens()
    {
        var first = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"kata{i}"));

        CollectionAssert.AreEqual(Features(first, headline: 5), Features(first + " ikan laut", headline: 5));
    }

    [TestMethod]
    public void A_sector_that_the_headline_names_is_likelier_than_one_that_only_the_body_names()
    {
        var model = SectorModel.Load();
        var (inHeadline, inBody) = (new float[model.Labels.Count], new float[model.Labels.Count]);
        model.Score(Features(Text, headline: 19), inHeadline);
        model.Score(Features(Text, headline: 0), inBody);
        var farming = model.Labels.ToList().IndexOf("A");

        Assert.IsGreaterThan(inBody[farming], inHeadline[farming]);
        Assert.Contains(farming, LabelChoice.Given(inHeadline, model.Thresholds));
    }

    private static (uint Key, int Count)[] Features(string text, int headline)
    {
        var tokens = Tokenizer.Read(text);
        var room = new (uint, int)[TextFeatures.MostOf(tokens.Length)];
        return TextFeatures.Of(text, tokens, headline, Classes, room).ToArray();
    }
}
