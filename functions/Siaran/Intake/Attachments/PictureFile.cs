using SkiaSharp;

namespace Siaran.Intake.Attachments;

/// <summary>A picture as it is served: without metadata, upright, in sRGB, no larger than a page shows it.</summary>
/// <param name="Bytes">In the format in which it came.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Narrower">The same in other widths, ascending.</param>
public sealed record CleanPicture(byte[] Bytes, int Width, int Height, IReadOnlyList<NarrowPicture> Narrower);

/// <param name="Width">Pixels.</param>
/// <param name="Bytes">In the format in which the picture came.</param>
public sealed record NarrowPicture(int Width, byte[] Bytes);

/// <summary>What keeps a picture from being taken.</summary>
public enum PictureFlaw
{
    None,

    /// <summary>It is no JPEG, PNG or WebP.</summary>
    UnknownFormat,

    /// <summary>It has more pixels than may be unpacked.</summary>
    TooManyPixels,

    Damaged,
}

/// <summary>
/// Reads JPEG, PNG and WebP by their content and writes them again from their pixels alone, so that nothing else in the file, such as where
/// a photograph was taken, goes on.
/// </summary>
public static class PictureFile
{
    /// <summary>Pixels of the longer edge.</summary>
    public const int LongestEdge = 1600;

    // What a decoder holds at once stays below 48 MB: a baseline JPEG is unpacked line by line, at an eighth of its size if need be; a
    // progressive one is held as coefficients, the others as four bytes a pixel.
    private const long MostPixels = 64_000_000;
    private const long MostPixelsProgressive = 8_000_000;
    private const long MostPixelsWhole = 10_000_000;
    private const int Quality = 82;

    private static readonly int[] NarrowWidths = [400, 800];

    /// <summary>One picture is unpacked at a time, whatever else goes on.</summary>
    private static readonly Lock Unpacking = new();

    /// <summary>The media type by content; null for no picture that is taken.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>Whether it can be taken: all of it is unpacked, within the bounds.</summary>
    public static PictureFlaw Check(ReadOnlyMemory<byte> bytes)
    {
        if (MediaTypeOf(bytes.Span) is null)
        {
            return PictureFlaw.UnknownFormat;
        }

        lock (Unpacking)
        {
            using var codec = Open(bytes);
            return codec is null ? PictureFlaw.Damaged : Check(bytes.Span, codec);
        }
    }

    /// <summary>The picture as it is served.</summary>
    /// <exception cref="InvalidDataException">It has a flaw that is found beforehand.</exception>
    public static CleanPicture Clean(ReadOnlyMemory<byte> bytes)
    {
        lock (Unpacking)
        {
            using var codec = Open(bytes);
            if (codec is null || IsTooLarge(bytes.Span, codec) || Pixels(codec) is not { } unpacked)
            {
                throw new InvalidDataException("The picture cannot be unpacked.");
            }

            using var whole = Upright(Bounded(unpacked), codec.EncodedOrigin);
            var narrower = NarrowWidths.Where(width => width < whole.Width).Select(width => Narrow(whole, width, codec.EncodedFormat));
            return new CleanPicture(Encoded(whole, codec.EncodedFormat), whole.Width, whole.Height, [.. narrower]);
        }
    }

    private static PictureFlaw Check(ReadOnlySpan<byte> bytes, SKCodec codec)
    {
        if (IsTooLarge(bytes, codec))
        {
            return PictureFlaw.TooManyPixels;
        }

        using var pixels = Pixels(codec);
        return pixels is null ? PictureFlaw.Damaged : PictureFlaw.None;
    }

    private static SKCodec? Open(ReadOnlyMemory<byte> bytes) => SKCodec.Create(SKData.CreateCopy(bytes.Span));

    private static bool IsTooLarge(ReadOnlySpan<byte> bytes, SKCodec codec)
    {
        var most =
            codec.EncodedFormat is not SKEncodedImageFormat.Jpeg ? MostPixelsWhole
            : IsBaseline(bytes) ? MostPixels
            : MostPixelsProgressive;
        return (long)codec.Info.Width * codec.Info.Height > most;
    }

    /// <summary>Whether the first frame header of a JPEG is SOF0 or SOF1 (ITU-T T.81 table B.1).</summary>
    private static bool IsBaseline(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF; )
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return marker is 0xC0 or 0xC1;
            }

            // Any number of FF may fill the space before a marker.
            at += marker == 0xFF ? 1 : 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
        }

        return false;
    }

    private static SKBitmap? Pixels(SKCodec codec)
    {
        // The smallest that is no smaller than what is served: decoders of JPEG know eighths.
        var least = Math.Min(LongestEdge, Math.Max(codec.Info.Width, codec.Info.Height));
        var size = Enumerable
            .Range(1, 8)
            .Select(eighths => codec.GetScaledDimensions(eighths / 8f))
            .First(one => Math.Max(one.Width, one.Height) >= least);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var pixels = new SKBitmap(info);
        if (codec.GetPixels(info, pixels.GetPixels()) is SKCodecResult.Success)
        {
            return pixels;
        }

        pixels.Dispose();
        return null;
    }

    private static SKBitmap Bounded(SKBitmap pixels)
    {
        var longer = Math.Max(pixels.Width, pixels.Height);
        return longer <= LongestEdge ? pixels : Resized(pixels, (double)LongestEdge / longer, disposes: true);
    }

    private static SKBitmap Resized(SKBitmap pixels, double scale, bool disposes)
    {
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(pixels.Width * scale)), Math.Max(1, (int)Math.Round(pixels.Height * scale)));
        var resized = pixels.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (disposes)
        {
            pixels.Dispose();
        }

        return resized ?? throw new InvalidDataException("The picture cannot be resized.");
    }

    /// <summary>Turns the pixels as the metadata, which does not go on, asks for (Exif 2.32 §4.6.4, Orientation).</summary>
    private static SKBitmap Upright(SKBitmap pixels, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return pixels;
        }

        var (width, height) = (pixels.Width, pixels.Height);
        var isTurned = origin >= SKEncodedOrigin.LeftTop;
        var upright = new SKBitmap(pixels.Info.WithSize(isTurned ? height : width, isTurned ? width : height));
        using (var canvas = new SKCanvas(upright))
        {
            var matrix = origin switch
            {
                SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
                SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
                SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
                SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
                _ => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            };
            canvas.Clear(SKColors.Transparent);
            canvas.SetMatrix(matrix);
            canvas.DrawBitmap(pixels, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        }

        pixels.Dispose();
        return upright;
    }

    private static NarrowPicture Narrow(SKBitmap whole, int width, SKEncodedImageFormat format)
    {
        using var narrow = Resized(whole, (double)width / whole.Width, disposes: false);
        return new NarrowPicture(width, Encoded(narrow, format));
    }

    private static byte[] Encoded(SKBitmap pixels, SKEncodedImageFormat format)
    {
        using var encoded = pixels.Encode(format, Quality);
        return encoded?.ToArray() ?? throw new InvalidDataException("The picture cannot be written.");
    }
}
