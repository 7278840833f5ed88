using System.Text;
using Siaran.Releases;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Gives a body on no list one slug however its name is written: <c>Direktorat Jenderal X</c> and <c>Ditjen X</c>, <c>KUA Kec. X</c> and
/// <c>KUA Kecamatan X</c>, <c>Balai X Sulut</c> and <c>Balai X Sulawesi Utara</c>, <c>Kantor Imigrasi Kelas II TPI X</c> and <c>Kantor
/// Imigrasi X</c>.
/// </summary>
/// <param name="names">All names of bodies, and the words that have two spellings.</param>
/// <param name="gazetteer">All regions.</param>
internal sealed class SpelledNames(AgencyNames names, RegionGazetteer gazetteer)
{
    /// <summary>Behind a class and its number: whether it is of a border, and whether it is a special one.</summary>
    private static readonly string[] ClassEnds = ["TPI", "Non", "Khusus", "A", "B", "C"];

    /// <summary>Gives each body on no list the slug of its name as it is spelt in slugs.</summary>
    public void Settle(List<NamedBody> found)
    {
        Dictionary<string, string> slugs = new(StringComparer.Ordinal);
        for (var i = 0; i < found.Count; i++)
        {
            var name = found[i].Name;
            if (name.IsLocal || names.BySlug.ContainsKey(name.Slug))
            {
                continue;
            }

            if (!slugs.TryGetValue(name.Name, out var slug))
            {
                slugs[name.Name] = slug = SlugOf(name.Name);
            }

            found[i] = found[i] with { Name = name with { Slug = slug } };
        }
    }

    private string SlugOf(string name)
    {
        var spelt = $" {name.Replace(". ", " ", StringComparison.Ordinal)} ";
        foreach (var (written, meant) in names.Spellings)
        {
            spelt = spelt.Replace(written, meant, StringComparison.OrdinalIgnoreCase);
        }

        return Slug.From(WithRegionWhole(WithoutClass(spelt.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    /// <summary>A name without the class of its body: <c>Kelas II TPI</c>.</summary>
    private string WithoutClass(string[] words)
    {
        StringBuilder kept = new();
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && i + 1 < words.Length && names.Classes.Contains(Tokenizer.Hash(words[i])) && IsClass(words[i + 1]))
            {
                i++;
                while (i + 1 < words.Length && EndsClass(words[i + 1]))
                {
                    i++;
                }

                continue;
            }

            kept.Append(kept.Length > 0 ? " " : "").Append(words[i]);
        }

        return kept.ToString();
    }

    /// <summary>Whether a word is the number of a class: <c>II</c>, <c>IIB</c>, <c>1</c>.</summary>
    public static bool IsClass(ReadOnlySpan<char> word) =>
        !word.IsEmpty
            && word.IndexOfAnyExcept("IVX") is var end
            && (end < 0 || (end > 0 && word.Length == end + 1 && word[end] is 'A' or 'B' or 'C'))
        || word is [>= '0' and <= '9'];

    /// <summary>Whether a word goes on a class: <c>TPI</c>, <c>B</c>.</summary>
    public static bool EndsClass(ReadOnlySpan<char> word)
    {
        foreach (var end in ClassEnds)
        {
            if (word.SequenceEqual(end))
            {
                return true;
            }
        }

        return word is "-";
    }

    /// <summary>A name whose region is written whole at its end: <c>Sulawesi Utara</c> for <c>Sulut</c>.</summary>
    private string WithRegionWhole(string name)
    {
        var tokens = Tokenizer.Read(name);
        return
            tokens.Length > 2
            && gazetteer.Names.Match(tokens, tokens.Length - 1, out var regions) == 1
            && gazetteer.Highest(regions) is { } region
            && !region.Name.Contains(name[tokens[^1].Start..], StringComparison.OrdinalIgnoreCase)
            ? name[..tokens[^1].Start] + region.Name
            : name;
    }
}
