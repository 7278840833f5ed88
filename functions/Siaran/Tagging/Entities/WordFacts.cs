using System.Runtime.CompilerServices;

namespace Siaran.Tagging.Entities;

/// <summary>What the entity model knows of a token before its neighbours are looked at.</summary>
internal enum WordFact
{
    Word,
    Shape,
    Prefix2,
    Prefix3,
    Prefix4,
    Suffix2,
    Suffix3,
    Suffix4,
    Class,
    Middle,
    Coarse,
    Leaning,

    /// <summary>How often the word is capitalised within a sentence, and whether it begins the text.</summary>
    Habit,

    /// <summary>1 for the first token of a text.</summary>
    Begins,

    /// <summary>The lists it is on, one a bit.</summary>
    Lists,
}

/// <summary>The facts of one token, side by side, so that a table of features can name each by its place.</summary>
internal struct WordFacts
{
    /// <summary>How many facts there are.</summary>
    public const int Width = (int)WordFact.Lists + 1;

    /// <summary>Habits are in eighths, so this bit is free in them.</summary>
    // A bit of the habit and not a fact of its own: the first word of a text has a capital by rule, so
    // its habit must be learnt apart.
    private const uint AtBeginning = 16;

    private Values values;

    public uint this[WordFact fact]
    {
        readonly get => values[(int)fact];
        set => values[(int)fact] = value;
    }

    /// <summary>Adds what follows from where the word is.</summary>
    /// <param name="i">Which token of the text it is.</param>
    /// <param name="lists">The lists that it is on there.</param>
    public void Place(int i, byte lists)
    {
        this[WordFact.Lists] = lists;
        if (i == 0)
        {
            this[WordFact.Begins] = 1;
            this[WordFact.Habit] += AtBeginning;
        }
    }

    [InlineArray(Width)]
    private struct Values
    {
        private uint first;
    }
}
