using System.Buffers;
using System.Text;
using Siaran.Related.Index;
using Siaran.Releases;

namespace Siaran.Related;

/// <summary>A summary as bytes; its number is the key it is stored under.</summary>
internal static class DocumentSummaryFormat
{
    public static byte[] Write(DocumentSummary summary)
    {
        // By hand and not by JSON: a summary is read for each of forty candidates of each release, and
        // has some 130 numbers. Fields are in a fixed order and without names.
        var output = new ArrayBufferWriter<byte>(768);
        summary.Id.Value.TryWriteBytes(output.GetSpan(16));
        output.Advance(16);
        Varint.Write(output, summary.Content);
        WriteText(output, summary.Headline);
        // Nearly every slug follows from headline and id, and is then not stored.
        WriteText(output, ImpliedSlug(summary.Headline, summary.Id) == summary.Slug ? "" : summary.Slug);
        WriteText(output, summary.Agency ?? "");
        WriteText(output, summary.Language);
        Varint.Write(output, (ulong)summary.PublishAt.ToUnixTimeSeconds());
        Varint.Write(output, (ulong)(summary.EventDate?.DayNumber ?? 0));
        Varint.Write(output, summary.Closed ? 1u : 0);
        Varint.Write(output, (ulong)summary.Chosen.Count);
        foreach (var key in summary.Chosen)
        {
            WriteText(output, key);
        }

        Varint.Write(output, (ulong)summary.Words.Count);
        // Words are hashes in rising order, so that gaps are smaller than the numbers themselves.
        var last = 0u;
        foreach (var word in summary.Words)
        {
            Varint.Write(output, word.Word - last);
            output.Write([word.Own.Level, word.Spread.Level]);
            last = word.Word;
        }

        Varint.Write(output, (ulong)summary.Tags.Count);
        foreach (var tag in summary.Tags)
        {
            Varint.Write(output, tag.Tag);
            output.Write([(byte)tag.Kind, tag.Weight.Level]);
        }

        Varint.Write(output, (ulong)summary.Signature.Length);
        output.Write(summary.Signature);
        // Last and only where there is one, so that what was written before translations reads as before.
        output.Write(summary.TranslationOf?.Value.ToByteArray() ?? []);
        return output.WrittenSpan.ToArray();
    }

    public static DocumentSummary Read(long number, ReadOnlySpan<byte> bytes)
    {
        var id = new ReleaseId(new Guid(bytes[..16]));
        bytes = bytes[16..];
        var content = Varint.Read(ref bytes);
        var headline = ReadText(ref bytes);
        var slug = ReadText(ref bytes);
        var agency = ReadText(ref bytes);
        var language = ReadText(ref bytes);
        var publishAt = DateTimeOffset.FromUnixTimeSeconds((long)Varint.Read(ref bytes));
        var eventDay = (int)Varint.Read(ref bytes);
        var closed = Varint.Read(ref bytes) == 1;
        var chosen = ReadTexts(ref bytes);
        var words = ReadWords(ref bytes);
        var tags = ReadTags(ref bytes);
        var signatureLength = (int)Varint.Read(ref bytes);
        return new()
        {
            Number = number,
            Id = id,
            Content = content,
            Headline = headline,
            Slug = slug.Length > 0 ? slug : ImpliedSlug(headline, id),
            Agency = agency.Length > 0 ? agency : null,
            Language = language,
            PublishAt = publishAt,
            EventDate = eventDay > 0 ? DateOnly.FromDayNumber(eventDay) : null,
            Closed = closed,
            Chosen = chosen,
            Words = words,
            Tags = tags,
            Signature = bytes[..signatureLength].ToArray(),
            TranslationOf = bytes.Length >= signatureLength + 16 ? new ReleaseId(new Guid(bytes[signatureLength..][..16])) : null,
        };
    }

    private static string[] ReadTexts(ref ReadOnlySpan<byte> bytes)
    {
        var texts = new string[(int)Varint.Read(ref bytes)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = ReadText(ref bytes);
        }

        return texts;
    }

    private static WeightedWord[] ReadWords(ref ReadOnlySpan<byte> bytes)
    {
        var words = new WeightedWord[(int)Varint.Read(ref bytes)];
        var last = 0u;
        for (var i = 0; i < words.Length; i++)
        {
            last += (uint)Varint.Read(ref bytes);
            words[i] = new(last, new(bytes[0]), new(bytes[1]));
            bytes = bytes[2..];
        }

        return words;
    }

    private static WeightedTag[] ReadTags(ref ReadOnlySpan<byte> bytes)
    {
        var tags = new WeightedTag[(int)Varint.Read(ref bytes)];
        for (var i = 0; i < tags.Length; i++)
        {
            var tag = (uint)Varint.Read(ref bytes);
            tags[i] = new(tag, (TagSort)bytes[0], new(bytes[1]));
            bytes = bytes[2..];
        }

        return tags;
    }

    private static string ImpliedSlug(string headline, ReleaseId id) =>
        Releases.Slug.From(headline) is { Length: > 0 } slug ? $"{slug}-{id.Suffix}" : id.Suffix;

    private static void WriteText(ArrayBufferWriter<byte> output, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Varint.Write(output, (ulong)length);
        Encoding.UTF8.GetBytes(text, output.GetSpan(length));
        output.Advance(length);
    }

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)Varint.Read(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }
}
