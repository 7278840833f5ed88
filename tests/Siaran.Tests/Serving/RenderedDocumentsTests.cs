using Siaran.Serving;

namespace Siaran.Tests.Serving;

[TestClass]
public sealed class RenderedDocumentsTests
{
    private readonly RenderedDocuments documents = new();

    [TestMethod]
    public async Task What_many_ask_for_at_once_is_rendered_once()
    {
        var (open, renders) = (new TaskCompletionSource(), 0);

        var asked = Enumerable
            .Range(0, 100)
            .Select(_ =>
                Task.Run(() =>
                    documents.GetAsync(
                        "rss",
                        async () =>
                        {
                            Interlocked.Increment(ref renders);
                            await open.Task;
                            return Some(1000);
                        }
                    )
                )
            )
            .ToList();
        open.SetResult();
        var given = await Task.WhenAll(asked);

        Assert.AreEqual(1, renders);
        Assert.HasCount(1, given.Distinct());
        Assert.AreEqual(1000, documents.Size);
    }

    [TestMethod]
    public async Task What_could_not_be_rendered_is_tried_again()
    {
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() =>
            documents.GetAsync("rss", () => Task.FromException<Document>(new InvalidOperationException()))
        );

        Assert.AreEqual(7, (await documents.GetAsync("rss", () => Task.FromResult(Some(7)))).Length);
    }

    [TestMethod]
    public async Task However_many_keys_are_asked_for_few_documents_are_held()
    {
        for (var i = 0; i < 1000; i++)
        {
            await documents.GetAsync($"{i}", () => Task.FromResult(Some(10)));
        }

        Assert.IsLessThanOrEqualTo(640, documents.Size);
    }

    private static Document Some(int length) => new("text/plain", new byte[length], null);
}
