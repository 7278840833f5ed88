using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Siaran.IntegrationTests;

/// <summary>Twenty uploads of any kind in the same second: each is taken or refused by what it is, and none fails.</summary>
[TestClass]
public sealed class AtOnceTests
{
    private const int Together = 20;

    private static string Text(int number) => $"Isi rilis nomor {number} untuk warga Baruna tentang jadwal air bersih di kampung {number}.";

    /// <summary>What each of them is, and the codes that are right for it.</summary>
    private static (string Body, string Type, int[] Right) Upload(string kind, int number) =>
        kind switch
        {
            "pages" => (
                $"<title>Kabar {number}</title><body><article><h1>Kabar Air Bersih {number}</h1><p>{Text(number)}</p></article></body>",
                "text/html",
                [201]
            ),
            "one id" => (Texts.Release($"Kabar nomor {number}", Text(number), "id: nj-1\n"), "text/markdown", [200, 201, 202]),
            "half refused" => number % 2 == 0
                ? (Texts.Release($"Kabar nomor {number}", Text(number)), "text/markdown", [201])
                : ("nama,alamat\nSari,Baruna\n", "text/csv", [415, 422]),
            "of one form" => (
                Texts.Release(
                    $"Gempa M{number / 10.0:F1} Guncang Baruna",
                    $"Gempa dengan magnitudo {number / 10.0:F1} mengguncang Baruna pukul {number:D2}.14."
                ),
                "text/markdown",
                [201]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    [TestMethod]
    [DataRow("pages", 20)]
    [DataRow("one id", null)]
    [DataRow("half refused", 10)]
    [DataRow("of one form", 20)]
    public async Task Uploads_in_the_same_second_are_each_taken_or_refused_and_none_fails(string kind, int? taken)
    {
        await using var office = await Office.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, Together).Select(number => PostAsync(office, Upload(kind, number))));
        await office.CollectAsync();

        foreach (var (code, right) in answers)
        {
            CollectionAssert.Contains(right, code, $"{kind}: {string.Join(' ', answers.Select(a => a.Code))}");
        }

        var changes = (await office.JsonAsync("/changes?limit=1000")).GetProperty("changes").GetArrayLength();
        Assert.AreEqual(taken ?? changes, changes);
        Assert.IsTrue(taken is not null || changes >= 1);
        Assert.IsEmpty(office.Log.Entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Message).ToList());
    }

    private static async Task<(int Code, int[] Right)> PostAsync(Office office, (string Body, string Type, int[] Right) upload)
    {
        using var text = new StringContent(upload.Body, Encoding.UTF8, new MediaTypeHeaderValue(upload.Type));
        using var answer = await office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), text);
        return ((int)answer.StatusCode, upload.Right);
    }
}
