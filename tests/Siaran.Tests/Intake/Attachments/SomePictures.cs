using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Siaran.Tests.Intake.Attachments;

/// <summary>Makes pictures for tests.</summary>
internal static class SomePictures
{
    public const string Place = "LAT-8.583-LON-116.117";

    public static byte[] Of(SKEncodedImageFormat format, int width = 1200, int height = 800)
    {
        using var pixels = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(pixels))
        {
            canvas.Clear(SKColors.White);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }

        using var encoded = pixels.Encode(format, 90);
        return encoded.ToArray();
    }

    /// <summary>A JPEG whose Exif says where it was taken, and that it is to be turned by a quarter to the right.</summary>
    public static byte[] Photograph(int width = 1200, int height = 800)
    {
        var jpeg = Of(SKEncodedImageFormat.Jpeg, width, height);
        byte[] tiff =
        [
            .. "MM"u8,
            0,
            42,
            0,
            0,
            0,
            8,
            // One entry: Orientation (0x0112), a short, once, 6.
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(Place),
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. body, .. jpeg[2..]];
    }

    /// <summary>A PNG that says it is so large and holds nothing.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            .. "\n"u8,
            .. Chunk("IHDR", header),
            .. Chunk("IDAT", Packed(new byte[1024 * 1024])),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, System.IO.Hashing.Crc32.HashToUInt32(body));
        return [.. length, .. body, .. sum];
    }
}
