using Siaran.Ingest;
using Siaran.Intake.Attachments;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;
using SkiaSharp;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Pictures and documents are stored once, by what they are, and stand in the text at the release's own address.</summary>
[TestClass]
public sealed class KeptAttachmentsTests : PressRoomTests
{
    private const string Files = "https://siaran.example/releases/jembatan-dibuka/files";
    private static readonly AttachedFile Wide = Picture(1000, 500, 'a');
    private static readonly AttachedFile Small = Picture(300, 200, 'b');
    private static readonly AttachedFile Letter = new(new(new string('c', 64), "application/pdf", "surat.pdf"), "%PDF-1.7"u8.ToArray());
    private readonly List<string> written = [];

    [TestMethod]
    public async Task A_picture_gets_its_address_its_size_and_the_widths_it_is_stored_in()
    {
        await using var room = await OpenWatchingAsync();
        var release = With(Wide, Small, Letter);

        var content = await room.Service<AttachmentKeeper>().KeepAsync(release, [Letter, Wide, Small], default);

        var (wide, small, letter) = (Hash('a'), Hash('b'), Hash('c'));
        Assert.AreEqual(
            $"<p><img src=\"{Files}/{wide}.png\" width=\"1000\" height=\"500\" srcset=\"{Files}/{wide}-400.png 400w, {Files}/{wide}-800.png 800w, "
                + $"{Files}/{wide}.png 1000w\" sizes=\"(max-width: 45rem) 100vw, 45rem\"><img src=\"{Files}/{small}.png\" width=\"300\" height=\"200\"></p>",
            content.BodyHtml
        );
        var stored = content.Attachments!;
        Assert.AreEqual((1000, 500, "400 800"), (stored[0].Width, stored[0].Height, string.Join(' ', stored[0].Widths)));
        Assert.AreEqual((300, 200, ""), (stored[1].Width, stored[1].Height, string.Join(' ', stored[1].Widths)));
        Assert.AreEqual((null, null, 8L), (stored[2].Width, stored[2].Height, stored[2].Length));
        Assert.AreEqual(new Uri($"{Files}/{wide}.png"), content.Image!.Url);
        Assert.AreEqual(("image/png", stored[0].Length), (content.Image.MediaType, content.Image.Length));
        var container = room.Service<AttachmentContainer>();
        foreach (var name in new[] { $"{wide}-400.png", $"{wide}-800.png", $"{wide}.png", $"{small}.png", $"{letter}.pdf" })
        {
            Assert.IsGreaterThan(0, (await container.ReadAsync(name, default))!.ToMemory().Length, name);
        }

        Assert.AreEqual(stored[0].Length, (await container.ReadAsync($"{wide}.png", default))!.ToMemory().Length);
        Assert.AreEqual("%PDF-1.7", (await container.ReadAsync($"{letter}.pdf", default))!.ToString());
        Assert.IsNull(await container.ReadAsync($"{letter}.png", default));
        Assert.HasCount(5, written);
    }

    [TestMethod]
    public async Task What_is_stored_already_is_not_stored_again_and_says_the_same()
    {
        await using var room = await OpenWatchingAsync();
        var keeper = room.Service<AttachmentKeeper>();
        var first = await keeper.KeepAsync(With(Wide, Letter), [Wide, Letter], default);
        written.Clear();

        var second = await keeper.KeepAsync(With(Wide, Letter), [Wide, Letter], default);

        Assert.IsEmpty(written);
        Assert.AreEqual(first.BodyHtml, second.BodyHtml);
        Assert.AreEqual(first.Image, second.Image);
        for (var at = 0; at < 2; at++)
        {
            var (one, other) = (first.Attachments![at], second.Attachments![at]);
            Assert.AreEqual((one.Name, one.Length, one.Width, one.Height), (other.Name, other.Length, other.Width, other.Height));
            CollectionAssert.AreEqual(one.Widths.ToList(), other.Widths.ToList());
        }

        var properties = (
            await room.Service<StorageAccount>().Container(Names.Attachments).GetBlobClient($"{Hash('c')}.pdf").GetPropertiesAsync()
        ).Value;
        Assert.AreEqual("application/pdf", properties.ContentType);
        Assert.IsFalse(properties.Metadata.ContainsKey("width"));
    }

    [TestMethod]
    public async Task The_whole_picture_comes_last_so_that_where_it_is_all_of_it_is()
    {
        await using var room = await OpenWatchingAsync();

        await room.Service<AttachmentKeeper>().KeepAsync(With(Wide), [Wide], default);

        Assert.AreEqual($"{Hash('a')}-400.png {Hash('a')}-800.png {Hash('a')}.png", string.Join(' ', written));
    }

    [TestMethod]
    public async Task Without_files_nothing_changes()
    {
        await using var room = await OpenWatchingAsync();
        var (keeper, release) = (room.Service<AttachmentKeeper>(), With(Wide));
        var bare = release with { Content = release.Content with { Attachments = null } };

        Assert.AreSame(release.Content, await keeper.KeepAsync(release, [], default));
        Assert.AreSame(bare.Content, await keeper.KeepAsync(bare, [Wide], default));
        Assert.IsEmpty(written);
    }

    private Task<PressRoom> OpenWatchingAsync() =>
        OpenAsync(
            Watching(message =>
            {
                if (message.Request.Method.Method == "PUT" && message.Request.Uri.Path.Contains("/attachments/", StringComparison.Ordinal))
                {
                    written.Add(message.Request.Uri.Path.Split('/')[^1]);
                }
            })
        );

    /// <summary>A release as intake leaves it: pictures stand in its text without its slug, and the first is its image.</summary>
    private static Release With(params AttachedFile[] files)
    {
        var unplaced = files
            .Where(file => file.Attachment.IsPicture)
            .Select(file => new Uri($"https://siaran.example/releases/-/files/{file.Attachment.Name}"))
            .ToList();
        var content = new ReleaseContent
        {
            Headline = "Jembatan Dibuka",
            Paragraphs = ["Warga membuka jembatan."],
            BodyHtml = $"<p>{string.Concat(unplaced.Select(address => $"<img src=\"{address}\">"))}</p>",
            Attachments = [.. files.Select(file => file.Attachment)],
            Image = new ReleaseImage(unplaced[0], "Jembatan"),
        };
        var created = Revising.Create(
            ReleaseId.FromEditorKey("jembatan"),
            new Submission { Content = content },
            new UploadSource("a.md", StillClock.Start)
        );
        return ((RevisionOutcome.Created)created).Release with { Slug = "jembatan-dibuka" };
    }

    private static string Hash(char digit) => new(digit, 32);

    private static AttachedFile Picture(int width, int height, char digit)
    {
        using var pixels = new SKBitmap(width, height);
        pixels.Erase(SKColors.Teal);
        using var encoded = pixels.Encode(SKEncodedImageFormat.Png, 90);
        return new(new Attachment(new string(digit, 64), "image/png", $"{digit}.png"), encoded.ToArray());
    }
}
