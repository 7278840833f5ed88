using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Malay names with titles before, between and behind, and what is near them and no person.</summary>
[TestClass]
public sealed class RoyalNamesTests
{
    [TestMethod]
    [DataRow(
        "Majlis itu disampaikan oleh Pengarah, Awang Haji Shahrul Jefri bin Dato Paduka Haji Ibrahim.",
        "shahrul-jefri-bin-dato-paduka-haji-ibrahim"
    )]
    [DataRow("Turut hadir Pengiran Dato Seri Paduka Haji Bahrin bin Pengiran Haji Basri semalam.", "bahrin-bin-pengiran-haji-basri")]
    [DataRow("Ketua Pesuruhjaya, Tan Sri Dato' Sri Haji Azhar Bakri berkata, kerjasama itu baik.", "azhar-bakri")]
    [DataRow("Pengisian Jubli Emas Kebawah Duli Yang Maha Mulia berlangsung semalam.", "")]
    [DataRow("Timbalan Menteri Perdagangan Dalam Negeri Dan Kos Sara Hidup hadir semalam.", "")]
    public void Names_are_whole_and_without_the_titles_before_them(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text, "ms"), TagKind.Person));

    [TestMethod]
    [DataRow("The Honourable Yvonne D'Ath spoke. Minister Yvonne D’Ath visited the hospital.", "yvonne-dath")]
    [DataRow("The minister opened the Waipa Expressway for Mechanical Contractor crews.", "")]
    public void English_names_are_one_whatever_their_apostrophe(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(text, "en"), TagKind.Person));

    private static Annotations Read(string text, string language) => SaidOf.Read(language, text, "Kabar Nusa Jaya");
}
