namespace Siaran.Releases;

/// <summary>What a release says, as a hash: equal for two uploads that differ only in encoding, white space or file format.</summary>
/// <param name="Value">SHA-256 as 64 lower-case hexadecimal digits.</param>
public readonly record struct Fingerprint(string Value)
{
    // Part of identity: the hash of these bytes is stored, and another way of serializing would make
    // every known upload look new.
    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Converters = { new LongStringConverter() } };

    /// <summary>Over the agency, the headline and the paragraphs: what makes one release another's copy.</summary>
    // A line for each part, so that moving a word from the headline into the body is another text.
    public static Fingerprint OfText(ReleaseContent content) => Of([content.Agency ?? "", content.Headline, .. content.Paragraphs]);

    /// <summary>Over all that an editor can set: two equal ones need no new revision.</summary>
    public static Fingerprint OfEverything(Submission submission) => OfJson(submission);

    /// <summary>Over all that a release says.</summary>
    public static Fingerprint OfContent(ReleaseContent content) => OfJson(content);

    private static Fingerprint OfJson<T>(T value)
    {
        using var hash = new WordHash();
        hash.Append(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, Json));
        hash.EndPart();
        return new(hash.Value());
    }

    private static Fingerprint Of(IEnumerable<string> parts)
    {
        using var hash = new WordHash();
        foreach (var part in parts)
        {
            hash.Append(part);
            hash.EndPart();
        }

        return new(hash.Value());
    }
}
