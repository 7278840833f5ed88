using System.Text;
using Siaran.Intake.Attachments;
using SkiaSharp;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>Pictures as they are served.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PictureTests
{
    [TestMethod]
    public void Where_a_photograph_was_taken_does_not_go_on_and_it_stands_upright()
    {
        var photograph = SomePictures.Photograph();
        Assert.Contains(SomePictures.Place, Encoding.Latin1.GetString(photograph));

        var clean = PictureFile.Clean(photograph);

        Assert.AreEqual((800, 1200), (clean.Width, clean.Height));
        foreach (var bytes in clean.Narrower.Select(narrow => narrow.Bytes).Append(clean.Bytes))
        {
            var text = Encoding.Latin1.GetString(bytes);
            Assert.DoesNotContain("Exif", text);
            Assert.DoesNotContain(SomePictures.Place, text);
        }

        // Its left half was red: turned to the right, that is above.
        using var pixels = SKBitmap.Decode(clean.Bytes);
        Assert.IsLessThan(60, pixels.GetPixel(400, 100).Green);
        Assert.IsGreaterThan(200, pixels.GetPixel(400, 1100).Green);
    }

    [TestMethod]
    [DataRow(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [DataRow(SKEncodedImageFormat.Png, "image/png")]
    [DataRow(SKEncodedImageFormat.Webp, "image/webp")]
    public void A_picture_keeps_its_format_and_comes_in_narrower_widths(SKEncodedImageFormat format, string mediaType)
    {
        var clean = PictureFile.Clean(SomePictures.Of(format, 2400, 1200));

        Assert.AreEqual((PictureFile.LongestEdge, PictureFile.LongestEdge / 2), (clean.Width, clean.Height));
        Assert.AreEqual(mediaType, PictureFile.MediaTypeOf(clean.Bytes));
        CollectionAssert.AreEqual(new[] { 400, 800 }, clean.Narrower.Select(narrow => narrow.Width).ToList());
        foreach (var narrow in clean.Narrower)
        {
            Assert.AreEqual(mediaType, PictureFile.MediaTypeOf(narrow.Bytes));
            using var pixels = SKBitmap.Decode(narrow.Bytes);
            Assert.AreEqual((narrow.Width, narrow.Width / 2), (pixels.Width, pixels.Height));
        }
    }

    [TestMethod]
    public void A_small_picture_is_not_made_larger()
    {
        var clean = PictureFile.Clean(SomePictures.Of(SKEncodedImageFormat.Png, 300, 200));

        Assert.AreEqual((300, 200), (clean.Width, clean.Height));
        Assert.IsEmpty(clean.Narrower);
    }

    [TestMethod]
    [DataRow(60_000, 60_000)]
    [DataRow(30_000, 400)]
    [DataRow(4_000, 4_000)]
    public void A_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(int width, int height)
    {
        var bomb = SomePictures.Bomb(width, height);
        var before = Environment.WorkingSet;

        Assert.AreEqual(PictureFlaw.TooManyPixels, PictureFile.Check(bomb));

        Assert.IsLessThan(64L * 1024 * 1024, Environment.WorkingSet - before);
    }

    [TestMethod]
    public void What_is_cut_short_or_only_named_a_picture_is_refused()
    {
        var whole = SomePictures.Of(SKEncodedImageFormat.Jpeg);

        Assert.AreEqual(PictureFlaw.Damaged, PictureFile.Check(whole.AsMemory(0, whole.Length / 3)));
        Assert.AreEqual(PictureFlaw.Damaged, PictureFile.Check(whole.AsMemory(0, 12)));
        Assert.AreEqual(PictureFlaw.UnknownFormat, PictureFile.Check("<svg onload=\"alert(1)\"/>"u8.ToArray()));
        Assert.AreEqual(PictureFlaw.UnknownFormat, PictureFile.Check("GIF89a"u8.ToArray()));
    }

    [TestMethod]
    public void Any_bytes_within_a_picture_give_a_result()
    {
        var random = new Random(11);
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var whole = SomePictures.Of(format, 90, 60);
            for (var i = 0; i < 200; i++)
            {
                var bytes = whole.ToArray();
                for (var changes = 0; changes < 4; changes++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                if (PictureFile.Check(bytes) is PictureFlaw.None)
                {
                    Assert.IsNotEmpty(PictureFile.Clean(bytes).Bytes);
                }
            }
        }
    }
}
