using CsCheck;
using Microsoft.AspNetCore.Http;

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class HostileAddressTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.String,
        Gen.Select(
            OneWord("all", "custom", "tag:", "region:", "Tag:topic:", "index"),
            Gen.String[0, 20],
            OneWord("", ".rss", ".ATOM", ".json", ".opml", "."),
            (stem, rest, end) => stem + rest + end
        )
    );

    private static readonly Gen<string> Queries = Gen.Select(
            OneWord("tag", "agency", "region", "label", "language", "match", "content", "page", "x", ""),
            Gen.OneOf(
                Gen.String[0, 30],
                OneWord("any", "all", "summary", "full", "1", "99999999", "topic:ekonomi", "baruna", "%", "%zz", "%00")
            ),
            (name, value) => $"{name}={value}"
        )
        .Array[0, 12]
        .Select(pairs => pairs.Length == 0 ? "" : "?" + string.Join('&', pairs));

    [TestMethod]
    public void No_address_however_strange_fails() =>
        Gen.Select(Names, Queries)
            .Sample(
                (name, query) =>
                {
                    var feeds = new FeedsUnderTest(SomeFeeds.Release());
                    var context = new DefaultHttpContext
                    {
                        Request = { Method = "GET", QueryString = new QueryString(query) },
                        Response = { Body = new MemoryStream() },
                    };
                    feeds
                        .Service.GetAsync(context.Request, name, CancellationToken.None)
                        .GetAwaiter()
                        .GetResult()
                        .ExecuteAsync(context)
                        .GetAwaiter()
                        .GetResult();
                    return context.Response.StatusCode is 200 or 301 or 400 or 404 or 414;
                },
                iter: 2000,
                threads: 1
            );

    [TestMethod]
    public void A_redirect_leads_to_an_answer_and_not_to_another_redirect() =>
        Gen.Select(Names, Queries)
            .Sample(
                (name, query) =>
                {
                    var feeds = new FeedsUnderTest(SomeFeeds.Release());
                    var first = feeds.GetAsync(Uri.EscapeDataString(name) + query).GetAwaiter().GetResult();
                    return first.Status != 301
                        || feeds.GetAsync(first.Headers.Location.ToString()[2..]).GetAwaiter().GetResult().Status != 301;
                },
                iter: 2000,
                threads: 1
            );

    private static Gen<string> OneWord(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);
}
