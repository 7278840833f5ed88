using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Learns by which other names a text calls someone: <c>Rahmat Hidayat (Gus Mamat)</c>, <c>Rahmat Hidayat atau Mamat</c>.
/// </summary>
internal static class OtherNames
{
    private const int ShortestOther = 3;

    /// <summary>
    /// Names to the full names they stand for; to nothing where what is in parentheses is no name but an acronym of what it follows.
    /// </summary>
    public static Dictionary<string, string> Of(ReleaseText text, List<TokenSpan> spans, Lexicon lexicon, WordClasses words)
    {
        Dictionary<string, string> names = [];
        foreach (var span in spans)
        {
            if (NameParts.NicknameIn(text, span) is { } nickname)
            {
                AddTo(names, nickname, PersonReader.NameOf(text, span));
            }
            else if (!lexicon.IsModelled && BracketedBehind(text, lexicon, span) is { } other)
            {
                AddTo(names, text.Word(other).ToString(), PersonReader.NameOf(text, span));
            }
        }

        for (var i = 0; i < spans.Count; i++)
        {
            if (KnownAs(text, lexicon, spans, i) is { } known)
            {
                AddTo(names, PersonReader.NameOf(text, spans[i]), PersonReader.NameOf(text, known));
            }
            else if (IsShortOffice(text, lexicon, spans[i]) && !words[text.Tokens[spans[i].First].Hash].IsOfPersons)
            {
                names.TryAdd(PersonReader.NameOf(text, spans[i]), "");
            }
            else
            {
                AddBehind(text, lexicon, spans, i, names);
            }
        }

        return names;
    }

    /// <summary>One word in brackets behind a name, by which the text may call who bears it: <c>Rahmat Hidayat (Mamat)</c>.</summary>
    private static Token? BracketedBehind(ReleaseText text, Lexicon lexicon, TokenSpan name)
    {
        var open = name.Last + 1;
        return
            name.Last > name.First
            && open + 2 < text.Tokens.Length
            && text.IsMark(text.Tokens[open], '(')
            && text.IsMark(text.Tokens[open + 2], ')')
            && text.Tokens[open + 1] is { IsWord: true, Case: TokenCase.Capital, Length: >= ShortestOther }
            && lexicon.NoName.Match(text.Tokens, open + 1, out _) == 0
            && lexicon.Office.Match(text.Tokens, open + 1, out _) == 0
            && lexicon.Country.Match(text.Tokens, open + 1, out _) == 0
            ? text.Tokens[open + 1]
            : null;
    }

    /// <summary>Adds a name right behind the full one: <c>Rahmat Hidayat (Gus Mamat)</c>, <c>… alias Mamat</c>.</summary>
    private static void AddBehind(ReleaseText text, Lexicon lexicon, List<TokenSpan> spans, int name, Dictionary<string, string> names)
    {
        var tokens = text.Tokens;
        var (first, last) = spans[name];
        var start = Titles.FirstBefore(text, lexicon, first);
        // "Rahmat Hidayat (Mas Mamat)".
        var begin = start - NameBounds.LengthBehind(lexicon.Familiar, tokens, start);
        var isBracketed =
            begin > 0 && last + 1 < tokens.Length && text.IsMark(tokens[begin - 1], '(') && text.IsMark(tokens[last + 1], ')');
        var alias = NameBounds.LengthBehind(lexicon.Alias, tokens, start);
        if (!isBracketed && alias == 0)
        {
            return;
        }

        var written = PersonReader.NameOf(text, spans[name]);
        var before = isBracketed ? begin - 2 : BeforeAlias(text, start - alias, alias);
        if (name > 0 && spans[name - 1].Last == before)
        {
            AddTo(names, written, PersonReader.NameOf(text, spans[name - 1]));
        }
        else if (
            alias > 1
            && Offices.Before(new(text, lexicon, before + 1)) is { } office
            && HolderOf(text, lexicon, spans, office) is { } held
        )
        {
            // "Wakil Bupati Dompu yang kerap disapa Yayuk": whoever holds the office.
            AddTo(names, written, PersonReader.NameOf(text, held));
        }
        else if (isBracketed && (first == last || (begin > 1 && tokens[begin - 2].Hash == tokens[last].Hash)))
        {
            // "Dana Alokasi (Dak)": one word in parentheses that follows no person is a short form, as is what
            // ends with the word before. The empty name drops it.
            names.TryAdd(written, "");
        }
    }

    // Chains are followed one step, so that a third name leads to the first as well.
    private static void AddTo(Dictionary<string, string> names, string written, string full) =>
        names.TryAdd(written, names.GetValueOrDefault(full, full));

    /// <summary>
    /// The last token before what says that another name comes; a comma may part more than one word: <c>…, akrab disapa</c>.
    /// </summary>
    private static int BeforeAlias(ReleaseText text, int alias, int length) =>
        alias > 1 && length > 1 && text.IsMark(text.Tokens[alias - 1], ',') ? alias - 2 : alias - 1;

    /// <summary>
    /// Whose other name it is, as the words behind it say: <c>kata Gus Mamat, sapaan akrab Rahmat Hidayat</c>, <c>sapaan akrabnya</c>. Null
    /// where they do not.
    /// </summary>
    private static TokenSpan? KnownAs(ReleaseText text, Lexicon lexicon, List<TokenSpan> spans, int name)
    {
        var behind = new TokenCursor(text, lexicon, spans[name].Last + 1);
        behind = behind.Mark == ',' ? behind.Move(1) : behind;
        var next = name + 1 < spans.Count ? spans[name + 1] : null;
        var known = behind.Match(lexicon.KnownAs);
        var of = behind.Index + behind.Match(lexicon.OtherNameOf);
        if (of > behind.Index && next?.First != of)
        {
            return OfOffice(text, lexicon, spans, of) ?? OfWord(text, spans, of);
        }

        return of > behind.Index ? next
            // "…, sapaan akrabnya Gus Mamat": the other name is the one behind.
            : known == 0 || next?.First == behind.Index + known ? null
            : name > 0 && spans[name - 1] is var before && before.Last > before.First ? before
            : null;
    }

    /// <summary>Who holds the office that begins at a token: <c>Mbak Yayuk, sapaan akrab Wakil Bupati Dompu</c>.</summary>
    private static TokenSpan? OfOffice(ReleaseText text, Lexicon lexicon, List<TokenSpan> spans, int at) =>
        at < text.Tokens.Length && lexicon.Office.Match(text.Tokens, at, out _) is > 0 and var length
            ? HolderOf(text, lexicon, spans, new(at, at + length - 1))
            : null;

    /// <summary>Whose name has the word at a token: <c>Yayuk, sapaan akrab Rahayu</c>.</summary>
    private static TokenSpan? OfWord(ReleaseText text, List<TokenSpan> spans, int at)
    {
        foreach (var span in spans)
        {
            for (var i = span.First; i <= span.Last && span.Last > span.First && at < text.Tokens.Length && text.Tokens[at].IsCapital; i++)
            {
                if (text.Tokens[i].Hash == text.Tokens[at].Hash)
                {
                    return span;
                }
            }
        }

        return null;
    }

    /// <summary>The first one named in full with the same office, whichever of its forms is written.</summary>
    private static TokenSpan? HolderOf(ReleaseText text, Lexicon lexicon, List<TokenSpan> spans, TokenSpan office)
    {
        if (FormOf(text, lexicon, office.First) is not { } form)
        {
            return null;
        }

        foreach (var span in spans)
        {
            if (
                span.Last > span.First
                && Offices.Before(new(text, lexicon, span.First)) is { } held
                && FormOf(text, lexicon, held.First) == form
            )
            {
                return span;
            }
        }

        return null;
    }

    private static string? FormOf(ReleaseText text, Lexicon lexicon, int at) =>
        lexicon.OfficeForm.Match(text.Tokens, at, out var forms) > 0 ? forms[0] : null;

    /// <summary>Whether a word is an office alone that is short for the one before it: <c>… (Menko Infra)</c>.</summary>
    private static bool IsShortOffice(ReleaseText text, Lexicon lexicon, TokenSpan span)
    {
        var office = NameBounds.LengthBehind(lexicon.Office, text.Tokens, span.First);
        var open = new TokenCursor(text, lexicon, span.First - office - 1);
        return span.First == span.Last && office > 0 && open.Mark == '(' && open.At(span.Last + 1).Mark == ')';
    }
}
