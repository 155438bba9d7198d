using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>
/// Finds phrases of the lists in <c>Course</c> among a message's tokens, without garbage. Each section is a category; a phrase that
/// begins with <c>^</c> counts only at the message's beginning.
/// </summary>
internal sealed class PhraseFinder
{
    private readonly FrozenDictionary<uint, int> _anywhere;
    private readonly FrozenDictionary<uint, int> _opening;
    private readonly int _longest;

    private PhraseFinder(Dictionary<uint, int> anywhere, Dictionary<uint, int> opening, int longest)
    {
        _anywhere = anywhere.ToFrozenDictionary();
        _opening = opening.ToFrozenDictionary();
        _longest = longest;
    }

    /// <summary>The lists that ship with the room, of all languages together.</summary>
    public static PhraseFinder Shipped { get; } = Load(EmbeddedText.Languages.SelectMany(language => EmbeddedText.Lines($"Course.phrases.{language}.txt")));

    /// <summary>The categories that occur.</summary>
    public PhraseKinds Find(TokenBuffer tokens)
    {
        var found = 0;
        for (var first = 0; first < tokens.Count; first++)
        {
            var hash = tokens[first].Hash;
            for (var length = 1; length <= _longest; length++)
            {
                if (length > 1)
                    hash = FeatureHash.Join(hash, tokens[first + length - 1].Hash);
                if (_anywhere.TryGetValue(hash, out var kinds))
                    found |= kinds;
                if (first == 0 && _opening.TryGetValue(hash, out var opening))
                    found |= opening;
                if (first + length >= tokens.Count)
                    break;
            }
        }

        return (PhraseKinds)found;
    }

    private static PhraseFinder Load(IEnumerable<string> lines)
    {
        var anywhere = new Dictionary<uint, int>();
        var opening = new Dictionary<uint, int>();
        var tokens = new TokenBuffer();
        var kind = PhraseKinds.None;
        var longest = 1;
        foreach (var line in lines)
        {
            if (line[0] == '[')
            {
                kind = Enum.Parse<PhraseKinds>(line.Trim('[', ']').Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                continue;
            }

            foreach (var phrase in line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var phrases = phrase[0] == '^' ? opening : anywhere;
                tokens.Read(phrase.AsSpan().TrimStart("^ "));
                var hash = tokens[0].Hash;
                for (var token = 1; token < tokens.Count; token++)
                    hash = FeatureHash.Join(hash, tokens[token].Hash);
                phrases[hash] = phrases.GetValueOrDefault(hash) | (int)kind;
                longest = Math.Max(longest, tokens.Count);
            }
        }

        return new PhraseFinder(anywhere, opening, longest);
    }
}

/// <summary>What kinds of phrases a turn has; the names of the sections without hyphens.</summary>
[Flags]
internal enum PhraseKinds
{
    None = 0,

    /// <summary>The agent could not do or find it.</summary>
    AgentFailed = 1,

    /// <summary>The agent did not understand.</summary>
    AgentLost = 2,

    /// <summary>The agent apologised.</summary>
    AgentSorry = 4,

    /// <summary>The agent put off without content.</summary>
    AgentEmpty = 8,

    /// <summary>The agent reported a result.</summary>
    AgentDone = 16,

    /// <summary>The agent offered more help.</summary>
    AgentOffers = 32,

    /// <summary>The customer says no, as one does to a question.</summary>
    Declines = 64,

    /// <summary>The customer rejects what was said.</summary>
    Rejects = 128,

    /// <summary>The customer says what was meant.</summary>
    Corrects = 256,

    /// <summary>The customer says it again.</summary>
    Insists = 512,

    /// <summary>The customer asks for others.</summary>
    Searches = 1024,

    /// <summary>The customer waits.</summary>
    Waits = 2048,

    /// <summary>The customer thanks or praises.</summary>
    Thanks = 4096,

    /// <summary>The customer agrees.</summary>
    Accepts = 8192,

    /// <summary>The customer ends the conversation.</summary>
    Closes = 16384,

    /// <summary>The customer gives up.</summary>
    GivesUp = 32768,
}
