using Siaran.Tagging.Entities;
using Siaran.Tagging.Models;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Topics;

/// <summary>
/// What topic models look at: words, their beginnings (a stem that costs nothing), their classes and pairs of words, as hashes with their
/// counts; those of the headline once more, as the headline's.
/// </summary>
internal static class TextFeatures
{
    // Five letters: Indonesian inflects by suffixes (-nya, -kan, -i), which the cut drops, and no
    // stemmer has to run. Prefixes stay; the classes of words make up for it.
    private const int StemLength = 5;
    private const int MostOfToken = 9;
    private const uint Stem = 0x2545F491;
    private const uint Pair = 0x9E3779B1;
    private const uint Fine = 2654435761;
    private const uint Middle = 2246822519;
    private const uint Headline = 0x85EBCA6B;

    /// <summary>News puts what matters first: this many tokens are looked at.</summary>
    private const int LongestText = 300;

    /// <summary>How many features a text of so many tokens may have.</summary>
    public static int MostOf(int tokens) => Math.Min(tokens, LongestText) * MostOfToken;

    /// <summary>The features of a text, each once with its count, by key.</summary>
    /// <param name="text">Its headline and its body.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="headline">Where the headline ends, in UTF-16 code units.</param>
    /// <param name="classes">Of words.</param>
    /// <param name="room">Takes the features, as many as <see cref="MostOf"/> says.</param>
    public static ReadOnlySpan<(uint Key, int Count)> Of(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        int headline,
        WordClasses classes,
        Span<(uint Key, int Count)> room
    )
    {
        var read = tokens[..Math.Min(tokens.Length, LongestText)];
        using var keys = new Rented<uint>(MostOf(read.Length));
        var sorted = keys.Span[..Fill(text, read, headline, classes, keys.Span)];
        Sort(sorted);
        var features = 0;
        // Sorted, so that equal keys are neighbours: counted without a table, and KeyIndex is asked in
        // ascending order.
        for (var i = 0; i < sorted.Length; )
        {
            var start = i;
            while (i < sorted.Length && sorted[i] == sorted[start])
            {
                i++;
            }

            room[features++] = (sorted[start], i - start);
        }

        return room[..features];
    }

    /// <summary>
    /// Sorts by one byte after another, the lowest first: keys are hashes, of which a comparison tells nothing beforehand.
    /// </summary>
    private static void Sort(Span<uint> keys)
    {
        // Least significant digit first radix sort: O(4 n), with no comparison that a processor could
        // mispredict.
        using var pooled = new Rented<uint>(keys.Length);
        var other = pooled.Span;
        Span<int> starts = stackalloc int[256];
        // Two passes a turn, so that the result is back where it began.
        for (var shift = 0; shift < 32; shift += 16)
        {
            SortByByte(keys, other, starts, shift);
            SortByByte(other, keys, starts, shift + 8);
        }
    }

    private static void SortByByte(ReadOnlySpan<uint> from, Span<uint> into, Span<int> starts, int shift)
    {
        starts.Clear();
        foreach (var key in from)
        {
            starts[(byte)(key >> shift)]++;
        }

        var next = 0;
        foreach (ref var start in starts)
        {
            next += start;
            start = next - start;
        }

        foreach (var key in from)
        {
            into[starts[(byte)(key >> shift)]++] = key;
        }
    }

    private static int Fill(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int headline, WordClasses classes, Span<uint> keys)
    {
        var (previous, count) = (0u, 0);
        foreach (var token in tokens)
        {
            if (token.Kind is not TokenKind.Word)
            {
                // "anak-anak": a hyphen does not end a pair, any other mark does.
                previous = token.Kind is TokenKind.Mark && text[token.Start] == '-' ? previous : 0;
                continue;
            }

            var (word, first) = (WordClasses.KeyOf(token.Hash), count);
            keys[count++] = word;
            if (token.Length > StemLength)
            {
                keys[count++] = (WordClasses.KeyOf(Tokenizer.Hash(text.Slice(token.Start, StemLength))) ^ Stem) | 1;
            }

            if (classes[token.Hash].Class is var fine and > 0)
            {
                keys[count++] = (fine * Fine) | 1;
                keys[count++] = ((classes.Middle(fine) * Middle) + 77) | 1;
            }

            // The headline's words count twice: once as the text's, once as the headline's own.
            for (var (at, own) = (first, count); at < own && token.Start < headline; at++)
            {
                keys[count++] = (keys[at] * Headline) | 1;
            }

            if (previous != 0)
            {
                keys[count++] = (((previous * Pair) ^ word) * Pair) | 1;
            }

            previous = word;
        }

        return count;
    }
}
