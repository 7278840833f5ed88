using System.Reflection;
using System.Text.RegularExpressions;
using Siaran.Intake;
using Siaran.Tests.Tagging.Golden;

namespace Siaran.Tests.Intake;

/// <summary>Patterns that are tried with backtracking, and matched by an automaton where that would take for ever.</summary>
[TestClass]
public sealed class GuardedRegexTests
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;

    [TestMethod]
    public void Text_on_which_backtracking_takes_for_ever_is_matched_by_an_automaton_from_then_on()
    {
        // Two ways for each pair of letters: 2^50 in all, none of which ends well.
        var pattern = new GuardedRegex("^(?<many>a|aa)+$");
        var hostile = new string('a', 100) + "b";
        Assert.IsTrue(pattern.IsMatch("aaa"));
        Assert.IsFalse(pattern.IsAutomaton);

        Assert.IsFalse(pattern.IsMatch(hostile));

        Assert.IsTrue(pattern.IsAutomaton);
        Assert.IsFalse(pattern.IsMatch(hostile));
        Assert.IsTrue(pattern.IsMatch("aaa"));
    }

    [TestMethod]
    public void Whatever_is_asked_of_it_is_answered_on_such_text()
    {
        var hostile = new string('a', 100) + "b";

        Assert.IsFalse(new GuardedRegex("^(a|aa)+$").Match(hostile).Success);
        Assert.IsEmpty(new GuardedRegex("^(a|aa)+$").Matches(hostile));
        Assert.AreEqual(hostile, new GuardedRegex("^(a|aa)+$").Replace(hostile, "c"));
        Assert.AreEqual(hostile, new GuardedRegex("^(a|aa)+$").Replace(hostile, _ => "c"));
    }

    [TestMethod]
    public void Matches_and_replacements_are_those_of_the_pattern()
    {
        var pattern = new GuardedRegex("(?<first>[0-9])(?<second>[a-z])", RegexOptions.IgnoreCase);

        CollectionAssert.AreEqual(new[] { "1a", "2B" }, pattern.Matches("1a 2B 3.").Select(match => match.Value).ToArray());
        Assert.AreEqual("a1 B2 3.", pattern.Replace("1a 2B 3.", "${second}${first}"));
        Assert.AreEqual("[1a] [2B] 3.", pattern.Replace("1a 2B 3.", match => $"[{match.Value}]"));
    }

    [TestMethod]
    public void Both_engines_find_the_same_by_each_pattern_of_intake()
    {
        var lines = GoldenRelease
            .All.SelectMany(release => release.Text.Split('\n'))
            .Where((line, at) => at % 5 == 0 && line.Length > 0)
            .ToList();
        var patterns = Patterns().ToList();
        Assert.IsGreaterThan(70, patterns.Count);
        Assert.IsGreaterThan(50, lines.Count);

        foreach (var pattern in patterns)
        {
            var automaton = new Regex(pattern.ToString(), pattern.Options | RegexOptions.NonBacktracking);
            // Words of the pattern itself are what it is after.
            var words = Regex.Matches(pattern.ToString(), @"\p{L}{2,}[ \p{L}]*").Select(word => word.Value).ToList();
            foreach (var line in lines.Concat(words).Append(string.Join(' ', words)).Append(string.Join(": ", words)))
            {
                Assert.AreEqual(Found(automaton, line), Found(pattern, line), $"{pattern} in {line}");
            }
        }
    }

    private static string Found(Regex pattern, string line) =>
        string.Join(
            '\n',
            pattern.Matches(line).SelectMany(match => match.Groups.Values.Select(group => $"{group.Name} {group.Index} {group.Length}"))
        );

    /// <summary>What is tried with backtracking, without its bound on time: the patterns in fields of classes.</summary>
    private static IEnumerable<Regex> Patterns() =>
        typeof(GuardedRegex)
            .Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(GuardedRegex))
            .Select(field => (Regex)typeof(GuardedRegex).GetField("tried", Hidden)!.GetValue(field.GetValue(null))!)
            .Select(tried => new Regex(tried.ToString(), tried.Options, Regex.InfiniteMatchTimeout));
}
