using System.Globalization;
using System.Text;

namespace Baton.Language.Tests;

/// <summary>Test data that resembles training data would flatter every model.</summary>
public sealed class CorpusSplitTests
{
    /// <summary>Below this many words people do write the same thing: "where is my order".</summary>
    private const int Words = 6;

    private const double Alike = 0.8;

    [Fact]
    public void A_scenario_has_one_split()
    {
        var splits = CorpusFiles.Scenarios.GroupBy(scenario => scenario.Id, StringComparer.Ordinal);
        Assert.All(splits, same => Assert.Single(same.Select(scenario => scenario.Text("split")).Distinct()));
    }

    [Fact]
    public void An_author_of_English_messages_has_one_split()
    {
        var split = SplitOfScenario();
        var authors = CorpusFiles.Messages.Where(line => line.Text("lang") == "en").GroupBy(line => line.Text("author"), line => split[line.Text("scenario")], StringComparer.Ordinal);
        CorpusFiles.None(authors.Where(author => author.Distinct().Count() > 1).Select(author => author.Key));
    }

    [Fact]
    public void No_two_texts_of_different_splits_are_nearly_the_same()
    {
        var split = SplitOfScenario();
        var texts = CorpusFiles.Entries
            .Select(line => (Line: line, Split: split[line.Text("scenario")], Tokens: Tokens(Own(line))))
            .Where(text => text.Tokens.Length >= Words)
            .Select(text => (text.Line, text.Split, Set: text.Tokens.ToHashSet(StringComparer.Ordinal)))
            .GroupBy(text => text.Line.Text("lang"), StringComparer.Ordinal);

        var twins = new List<string>();
        foreach (var language in texts)
        {
            var seen = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var all = language.ToArray();
            for (var index = 0; index < all.Length; index++)
            {
                foreach (var other in Candidates(seen, all[index].Set))
                {
                    if (all[other].Split != all[index].Split && Jaccard(all[other].Set, all[index].Set) > Alike)
                        twins.Add($"{all[other].Line} ({all[other].Split}) ~ {all[index].Line} ({all[index].Split})");
                }

                foreach (var token in all[index].Set)
                    (seen.TryGetValue(token, out var places) ? places : seen[token] = []).Add(index);
            }
        }

        CorpusFiles.None(twins);
    }

    private static Dictionary<string, string> SplitOfScenario() =>
        CorpusFiles.Scenarios.ToDictionary(scenario => scenario.Id, scenario => scenario.Text("split"), StringComparer.Ordinal);

    /// <summary>Two sets that are more than 0.8 alike share a token among the rarest third of either.</summary>
    private static HashSet<int> Candidates(Dictionary<string, List<int>> seen, HashSet<string> tokens)
    {
        var rarest = tokens.Select(token => seen.GetValueOrDefault(token) ?? []).OrderBy(places => places.Count).Take((tokens.Count / 3) + 1);
        return [.. rarest.SelectMany(places => places)];
    }

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return (double)shared / (one.Count + other.Count - shared);
    }

    private static string Own(CorpusLine line) => line.Part switch
    {
        "messages" => line.Text("text"),
        "replies" => line.Text("question") + " " + line.Text("reply"),
        _ => string.Join(' ', line.Items("turns").Select(turn => turn.GetProperty("text").GetString())),
    };

    /// <summary>Words in lower case; a Chinese character is a word of its own.</summary>
    private static string[] Tokens(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize().EnumerateRunes())
        {
            var ideograph = Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
            if (Rune.IsLetterOrDigit(rune) && !ideograph)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
                continue;
            }

            if (word.Length > 0)
                tokens.Add(word.ToString());
            word.Clear();
            if (ideograph)
                tokens.Add(rune.ToString());
        }

        if (word.Length > 0)
            tokens.Add(word.ToString());
        return [.. tokens];
    }
}
