using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Siaran.Intake.Documents;

/// <summary>
/// Counts what the streams of a PDF unpack to, and stops where that is too much. Forms that are not packed at all, which nobody would
/// count,
/// are refused beforehand.
/// </summary>
internal sealed partial class PdfBounds : BaseFilterProvider
{
    private const int MostInStream = 3 * 1024 * 1024;
    private const int MostInDocument = 16 * 1024 * 1024;
    private const int MostTextInStream = 60_000;

    /// <summary>Streams that are unpacked, each as often as that is asked for.</summary>
    private const int MostStreams = 20_000;

    private readonly Count count;

    public PdfBounds()
        : this(new Count()) { }

    private PdfBounds(Count count)
        : base(
            new Dictionary<string, IFilter>(StringComparer.Ordinal)
            {
                ["FlateDecode"] = new Bounded(new FlateFilter(), count),
                ["Fl"] = new Bounded(new FlateFilter(), count),
                ["ASCIIHexDecode"] = new Bounded(new AsciiHexDecodeFilter(), count),
                ["AHx"] = new Bounded(new AsciiHexDecodeFilter(), count),
                ["ASCII85Decode"] = new Bounded(new Ascii85Filter(), count),
                ["A85"] = new Bounded(new Ascii85Filter(), count),
                ["RunLengthDecode"] = new Bounded(new RunLengthFilter(), count),
                ["RL"] = new Bounded(new RunLengthFilter(), count),
                ["DCTDecode"] = new DctDecodeFilter(),
                ["DCT"] = new DctDecodeFilter(),
                ["JPXDecode"] = new JpxDecodeFilter(),
                ["JBIG2Decode"] = new Jbig2DecodeFilter(),
                ["CCITTFaxDecode"] = new CcittFaxDecodeFilter(),
                ["CCF"] = new CcittFaxDecodeFilter(),
            }
        ) => this.count = count;

    /// <summary>Whether a stream was too large; whoever asked for it may have passed over that.</summary>
    public bool IsExceeded => count.IsExceeded;

    /// <exception cref="TooComplexException">A form is not packed, so that nobody counts what it holds.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        // Over the bytes and not by the parser, which is what has to be protected. Any letter of a name may be written as #xx
        // (ISO 32000-1 §7.3.5), so a key with such a letter counts as Subtype.
        foreach (var dictionary in PdfDictionaries.OfStreams(Encoding.Latin1.GetString(bytes.Span)))
        {
            if (
                !dictionary.Contains("/Filter", StringComparison.Ordinal)
                && Subtype().Match(dictionary) is { Success: true } subtype
                && subtype.Groups["name"].Value is not ("/Image" or "/XML" or "/Type1C" or "/CIDFontType0C" or "/OpenType")
            )
            {
                throw new TooComplexException();
            }
        }
    }

    [GeneratedRegex(@"/(Subtype|[A-Za-z]*#[0-9A-Fa-f]{2}\w*)\s*(?<name>/?[^\s/<>\[\]()]*)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Subtype();

    private sealed class Count
    {
        public int Unpacked { get; set; }

        public int Streams { get; set; }

        public bool IsExceeded { get; set; }
    }

    private sealed class Bounded(IFilter inner, Count count) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // Flate alone is tried first: it makes up to a thousand bytes of one. RunLength makes at
            // most 64, the ASCII filters four.
            if (count.IsExceeded || ++count.Streams > MostStreams || (inner is FlateFilter && !Fits(input)))
            {
                return Exceeded();
            }

            var unpacked = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            count.Unpacked += unpacked.Length;
            if (unpacked.Length > MostInStream || count.Unpacked > MostInDocument || TextIn(unpacked.Span) > MostTextInStream)
            {
                return Exceeded();
            }

            return unpacked;
        }

        /// <summary>
        /// Nothing, so that forms which draw each other come to an end: a lenient parser would pass over an exception and draw the next
        /// one.
        /// </summary>
        private Memory<byte> Exceeded()
        {
            count.IsExceeded = true;
            return Memory<byte>.Empty;
        }

        /// <summary>Unpacks to nowhere, so that a bomb is noticed before its bytes are kept.</summary>
        private static bool Fits(ReadOnlyMemory<byte> input)
        {
            // The two bytes of zlib's header say nothing that is needed.
            using var stream = ZipBounds.Stream(input.Length > 2 ? input[2..] : input);
            using var packed = new DeflateStream(stream, CompressionMode.Decompress);
            using var bounded = new BoundedStream(packed, MostInStream);
            var buffer = new byte[16 * 1024];
            try
            {
                while (bounded.Read(buffer, 0, buffer.Length) > 0) { }

                return true;
            }
            catch (TooComplexException)
            {
                return false;
            }
            catch (InvalidDataException)
            {
                // Damaged: the filter itself says what can still be read of it.
                return true;
            }
        }

        /// <summary>Bytes between the parentheses of a content stream's strings: each may become a letter.</summary>
        private static int TextIn(ReadOnlySpan<byte> content)
        {
            var (text, depth) = (0, 0);
            foreach (var at in content)
            {
                depth = at switch
                {
                    (byte)'(' or (byte)'<' => Math.Min(depth + 1, 100),
                    (byte)')' or (byte)'>' => Math.Max(depth - 1, 0),
                    _ => depth,
                };
                text += depth > 0 && at >= 0x20 && at < 0x7F ? 1 : 0;
            }

            return text;
        }
    }
}
