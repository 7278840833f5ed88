using System.Text.Json;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class QuoteWithoutSpeakerTests
{
    [TestMethod]
    public void A_quote_before_anybody_is_named_has_no_speaker_and_survives_storage()
    {
        var release = Some.Release(
            Some.Content(
                "Kapsul Waktu Dibuka",
                "“Kami menulis surat ini untuk cucu kami yang belum lahir,” demikian bunyi surat itu.",
                "Surat itu disimpan di balai kota."
            )
        );

        var annotations = Tagger.CreateDefault().Read(release);
        var read = JsonSerializer.Deserialize<Annotations>(JsonSerializer.Serialize(annotations))!;

        Assert.IsNotEmpty(read.Quotes);
        Assert.IsTrue(read.Quotes.All(quote => quote.Person is null && quote.Speaker is null));
    }

    [TestMethod]
    public void An_id_that_could_not_be_read_again_is_not_written() =>
        Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Serialize(default(TagId)));
}
