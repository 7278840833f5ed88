using Siaran.Pages;
using Siaran.Releases;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class WithdrawnPageTests
{
    public static Release Withdrawn { get; } =
        Example.Plain.Release with
        {
            Status = ReleaseStatus.Withdrawn,
            WithdrawnReason = "Angka pengungsi <keliru> & akan dihitung ulang.",
            UpdatedAt = new(2026, 1, 21, 1, 5, 0, TimeSpan.Zero),
            EverShown = true,
        };

    [TestMethod]
    public async Task A_withdrawn_release_says_why_and_when_and_no_longer_what()
    {
        var page = await Page.Of(new PageRenderer(Example.Site).WithdrawnAsync(Withdrawn));

        Assert.AreEqual("Angka pengungsi <keliru> & akan dihitung ulang.", page.Text(".reason"));
        Assert.Contains("Ditarik Rabu, 21 Januari 2026, 09.05 WITA", page.Body);
        Assert.Contains(Withdrawn.Content.Headline, page.Body);
        Assert.DoesNotContain(Withdrawn.Content.Paragraphs[0], page.Html);
        Assert.AreEqual("noindex", page.Meta("robots"));
    }

    [TestMethod]
    public async Task A_withdrawal_without_a_reason_says_so()
    {
        var page = await Page.Of(new PageRenderer(Example.Site).WithdrawnAsync(Withdrawn with { WithdrawnReason = null }));

        Assert.AreEqual("Instansi penerbit tidak menyebutkan alasan.", page.Text(".reason"));
    }
}
