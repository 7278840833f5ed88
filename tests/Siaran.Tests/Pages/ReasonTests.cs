using Siaran.Pages;

namespace Siaran.Tests.Pages;

/// <summary>Why a release is related is said in the language of the page, in whichever it is stored.</summary>
[TestClass]
public sealed class ReasonTests
{
    [TestMethod]
    [DataRow("Topik yang sama: Tenaga kerja", "Same topic: Labour")]
    [DataRow("Sama-sama membahas Inpres 2/2021", "Both discuss Inpres 2/2021")]
    [DataRow("Sama-sama tentang program Jamsostek", "Both on the programme Jamsostek")]
    [DataRow("Sama-sama tentang gerak jalan", "Both on gerak jalan")]
    [DataRow("Sama-sama di Kota Bima", "Both in Kota Bima")]
    [DataRow("Kata yang sama: jembatan, jalan", "Words in common: jembatan, jalan")]
    [DataRow("Pilihan redaksi", "Chosen by the editors")]
    public void A_reason_is_said_in_the_language_of_the_page(string indonesian, string english)
    {
        Assert.AreEqual(english, In("en", indonesian));
        Assert.AreEqual(english, In("en", english));
        Assert.AreEqual(indonesian, In("id", english));
        Assert.AreEqual(indonesian, In("id", indonesian));
    }

    [TestMethod]
    [DataRow("Topik yang sama: labour", "Topik yang sama: Tenaga kerja")]
    [DataRow("Topik yang sama: health", "Topik yang sama: Kesehatan")]
    [DataRow("Topik yang sama: Health affairs", "Topik yang sama: Urusan kesehatan")]
    [DataRow("Topik yang sama: Urusan pekerja kami", "Topik yang sama: Urusan pekerja kami")]
    [DataRow("Sebab lain", "Sebab lain")]
    public void A_topic_that_was_named_in_another_language_has_its_name_in_that_of_the_page(string stored, string said) =>
        Assert.AreEqual(said, In("id", stored));

    private static string In(string language, string reason) => new PageView(Example.Site, PageLanguage.Fixed(language)).ReasonOf(reason);
}
