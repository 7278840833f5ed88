using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells the places that members of a parliament sit for, which follow their office: <c>ADUN Bukit Damar</c>.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="runs">Tells where runs of capitals end.</param>
internal sealed class MemberSeats(ReleaseText text, Lexicon lexicon, NameRuns runs)
{
    private const int LongestBefore = 2;
    private const int ShortForm = 3;

    /// <summary>Whether what looks like a name is such a place, or ends one: <c>ADUN Sungai Damar</c>.</summary>
    public bool Is(TokenSpan name)
    {
        var tokens = text.Tokens;
        if (lexicon.Constituency.Count == 0 || runs.HasJoin(name.First))
        {
            return false;
        }

        for (var first = name.First; first > 0 && name.First - first <= LongestBefore; first--)
        {
            if (NameBounds.IsBehind(lexicon.Constituency, tokens, IsBehindShortForm(first) ? first - ShortForm : first))
            {
                return true;
            }

            if (
                !tokens[first - 1].IsCapital
                || tokens[first - 1].End + 1 != tokens[first].Start
                || Titles.IsTitle(new(text, lexicon, first - 1))
            )
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the office's short form is in brackets before a place: <c>Ahli Dewan Undangan Negeri (ADUN) Damar</c>.</summary>
    private bool IsBehindShortForm(int at) =>
        at > ShortForm && text.IsMark(text.Tokens[at - 1], ')') && text.IsMark(text.Tokens[at - ShortForm], '(');
}
