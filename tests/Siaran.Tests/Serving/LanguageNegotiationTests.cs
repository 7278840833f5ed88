using Siaran.Serving;

namespace Siaran.Tests.Serving;

[TestClass]
public sealed class LanguageNegotiationTests
{
    [TestMethod]
    [DataRow(null, null)]
    [DataRow("", null)]
    [DataRow("id", "id")]
    [DataRow("en", "en")]
    [DataRow("en-GB", "en")]
    [DataRow("EN-us,en;q=0.9,id;q=0.8", "en")]
    [DataRow("id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id")]
    [DataRow("en;q=0.3,id;q=0.7", "id")]
    [DataRow("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "en")]
    [DataRow("fr, *;q=0.5, en;q=0.1", null)]
    [DataRow("en;q=0", null)]
    [DataRow("fr", null)]
    [DataRow("enochian", null)]
    [DataRow(";;;,=", null)]
    public void The_language_that_a_browser_likes_best_is_chosen_of_those_that_there_are(string? header, string? expected)
    {
        string[] offers = ["en", "id"];

        var choice = ContentNegotiation.ChooseLanguage(header, offers);

        Assert.AreEqual(expected, choice < 0 ? null : offers[choice]);
    }
}
