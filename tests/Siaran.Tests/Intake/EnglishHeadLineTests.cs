namespace Siaran.Tests.Intake;

/// <summary>English headlines that begin as the lines of a letter do, and those lines themselves; and a Malay text on figures.</summary>
[TestClass]
public sealed class EnglishHeadLineTests
{
    private const string First =
        "The harbour office said that the new pier is ready, and that boats will moor there from next week on in all kinds of weather.";

    [TestMethod]
    [DataRow("To keep the harbour open in any storm")]
    [DataRow("Up to forty boats may moor at the new pier")]
    [DataRow("To mend old piers, the harbour office hires divers")]
    public void A_headline_that_begins_with_to_or_up_is_kept(string headline) =>
        Assert.AreEqual(headline, Uploads.Content($"{headline}\n\n{First}\n").Headline);

    [TestMethod]
    [DataRow("To: Hannah Ostrow")]
    [DataRow("To all members of the media")]
    [DataRow("To whom it may concern")]
    [DataRow("To the editor")]
    [DataRow("Up. Redaksi Koran Sekar")]
    public void A_line_that_says_to_whom_a_letter_goes_is_no_headline(string line) =>
        Assert.AreEqual("New pier is ready", Uploads.Content($"{line}\n\nNew pier is ready\n\n{First}\n").Headline);

    [TestMethod]
    public void A_Malay_text_on_figures_is_Malay() =>
        Assert.AreEqual(
            "ms",
            Uploads
                .Content(
                    "Terbitan baharu tentang eksport\n\nPada hari ini, Jabatan Perangkaan menerbitkan siri baru bertajuk Eksport dan Import. "
                        + "Artikel ini memberikan perspektif ekonomi menerusi data raya. Ekonomi dunia mencatatkan pertumbuhan 2.3 peratus "
                        + "tahun ke tahun, dan telah meningkatkan harapan bagi masa hadapan.\n"
                )
                .Language
        );
}
