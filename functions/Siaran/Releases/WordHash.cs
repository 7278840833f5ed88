using System.Security.Cryptography;
using System.Text;

namespace Siaran.Releases;

/// <summary>SHA-256 over the words of texts, each as UTF-8 with one space between them, a line for each part.</summary>
internal sealed class WordHash : IDisposable
{
    // It copies no text: bodies are megabytes long, and are hashed several times on their way. White
    // space is folded while it streams, so that two exports of one document are equal.
    private const int Chunk = 512;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private readonly char[] pending = new char[Chunk];
    private readonly byte[] encoded = new byte[Encoding.UTF8.GetMaxByteCount(Chunk)];
    private int length;
    private bool hasWord;
    private bool isGap;

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                isGap = hasWord;
                continue;
            }

            if (isGap)
            {
                Put(' ');
                isGap = false;
            }

            Put(letter);
            hasWord = true;
        }
    }

    /// <param name="text">UTF-8, whole characters.</param>
    public void Append(ReadOnlySpan<byte> text)
    {
        // A chunk may end within a character; the decoder keeps its first bytes for the next.
        var decoder = Encoding.UTF8.GetDecoder();
        Span<char> letters = stackalloc char[Chunk + 2];
        for (; text.Length > 0; text = text[Math.Min(Chunk, text.Length)..])
        {
            Append(letters[..decoder.GetChars(text[..Math.Min(Chunk, text.Length)], letters, flush: false)]);
        }
    }

    public void EndPart()
    {
        Flush(isLast: true);
        hash.AppendData("\n"u8);
        (hasWord, isGap) = (false, false);
    }

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Value() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Put(char letter)
    {
        if (length == pending.Length)
        {
            Flush(isLast: false);
        }

        pending[length++] = letter;
    }

    private void Flush(bool isLast)
    {
        hash.AppendData(encoded, 0, encoder.GetBytes(pending, 0, length, encoded, 0, isLast));
        length = 0;
    }
}
