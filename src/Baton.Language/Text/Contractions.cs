namespace Baton.Language;

/// <summary>Writes "don't" as "do not" and "j'ai" as "j ai", with and without the apostrophe, so that a cue is written once.</summary>
internal static class Contractions
{
    /// <summary>English contractions as people type them in a hurry.</summary>
    public static IReadOnlyDictionary<string, string[]> WithoutApostrophe { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["cant"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["couldnt"] = ["could", "not"],
        ["wont"] = ["will", "not"],
        ["wouldnt"] = ["would", "not"],
        ["isnt"] = ["is", "not"],
        ["arent"] = ["are", "not"],
        ["wasnt"] = ["was", "not"],
        ["hasnt"] = ["has", "not"],
        ["havent"] = ["have", "not"],
        ["shouldnt"] = ["should", "not"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["thats"] = ["that", "is"],
        ["whats"] = ["what", "is"],
        ["wheres"] = ["where", "is"],
        ["theres"] = ["there", "is"],
        ["youre"] = ["you", "are"],
        ["wanna"] = ["want", "to"],
        ["gonna"] = ["going", "to"],
        ["gotta"] = ["got", "to"],
        ["lemme"] = ["let", "me"],
        ["gimme"] = ["give", "me"],
        ["pls"] = ["please"],
        ["plz"] = ["please"],
        ["plss"] = ["please"],
        ["thx"] = ["thanks"],
        ["tks"] = ["thanks"],
        ["thnx"] = ["thanks"],
        ["u"] = ["you"],
        ["ur"] = ["your"],
        ["rly"] = ["really"],
    };

    public static string[] Expand(string first, string second) => second switch
    {
        "t" when first == "won" => ["will", "not"],
        "t" when first == "can" => ["can", "not"],
        "t" when first.Length > 2 && first[^1] == 'n' => [first[..^1], "not"],
        "s" when first == "let" => ["let", "us"],
        "s" => [first, "is"],
        "m" => [first, "am"],
        "d" => [first, "would"],
        "ll" => [first, "will"],
        "ve" => [first, "have"],
        "re" => [first, "are"],
        _ => [first, second],
    };
}
