using System.Runtime.CompilerServices;
using System.Text;
using Siaran.Feeds;
using Siaran.Pages;

namespace Siaran.Tests.Pages;

/// <summary>
/// Whole pages, compared with the ones that were looked at and approved, in <c>Approved</c>. Where one differs, what was drawn is written
/// next to
/// it.
/// </summary>
[TestClass]
public sealed class ApprovedPagesTests
{
    private static readonly PageRenderer Pages = new(Example.Site);

    [TestMethod]
    public async Task The_page_of_a_release_is_as_approved() => await IsAsApproved(await Pages.ReleaseAsync(Example.Full, Example.Related));

    [TestMethod]
    public async Task The_page_of_a_release_in_English_is_as_approved() =>
        await IsAsApproved(await Pages.ReleaseAsync(Example.English, null, PageLanguage.Fixed("en")));

    [TestMethod]
    public async Task The_page_of_a_withdrawn_release_is_as_approved() =>
        await IsAsApproved(await Pages.WithdrawnAsync(WithdrawnPageTests.Withdrawn));

    [TestMethod]
    public async Task The_front_page_is_as_approved() => await IsAsApproved(await Pages.FrontAsync(Example.All, Example.Feeds));

    [TestMethod]
    public async Task The_page_of_a_feed_is_as_approved() => await IsAsApproved(await Pages.FeedAsync(Example.OfAgency));

    [TestMethod]
    public async Task The_list_of_feeds_is_as_approved() =>
        await IsAsApproved(await Pages.FeedDirectoryAsync(new FeedDirectory(Example.Feeds)));

    [TestMethod]
    public async Task The_page_for_what_is_not_found_is_as_approved() => await IsAsApproved(await Pages.NotFoundAsync([Example.Feeds[1]]));

    private static async Task IsAsApproved(byte[] page, [CallerMemberName] string name = "")
    {
        // The addresses of the assets carry a hash of their content, which is not what these tests are about.
        var drawn = Encoding
            .UTF8.GetString(page)
            .Replace(PageAsset.Stylesheet.Version, "VERSION", StringComparison.Ordinal)
            .Replace(PageAsset.Emblem.Version, "VERSION", StringComparison.Ordinal)
            .Replace(PageAsset.Share.Version, "VERSION", StringComparison.Ordinal);
        var folder = Repository.PathOf("tests", "Siaran.Tests", "Pages", "Approved");
        var approved = Path.Combine(folder, name + ".html");
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved) != drawn)
        {
            var received = Path.Combine(folder, name + ".received.html");
            await File.WriteAllTextAsync(received, drawn);
            Assert.Fail(
                $"The page is not as approved. Compare {received} with {Path.GetFileName(approved)}, and replace the latter if the change is meant."
            );
        }
    }
}
