using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Baton.Language;

/// <summary>Keeps the models of the lists of intents in use. A list is learned once, in milliseconds, when it is first seen.</summary>
internal sealed class IntentModels
{
    private const int MaximumKept = 16;

    private readonly ConditionalWeakTable<IReadOnlyList<IntentDefinition>, IntentModel> _byList = [];
    private readonly ConcurrentDictionary<ulong, Lazy<IntentModel>> _byContent = new();

    public IntentModel For(IReadOnlyList<IntentDefinition> intents)
    {
        if (_byList.TryGetValue(intents, out var known))
            return known;
        if (_byContent.Count > MaximumKept)
            _byContent.Clear();
        var model = _byContent.GetOrAdd(Fingerprint(intents), _ => new Lazy<IntentModel>(() => new IntentModel(intents))).Value;
        _byList.AddOrUpdate(intents, model);
        return model;
    }

    private static ulong Fingerprint(IReadOnlyList<IntentDefinition> intents)
    {
        var hash = 14695981039346656037ul;
        foreach (var intent in intents)
        {
            Mix(ref hash, intent.Name);
            foreach (var example in intent.Examples)
                Mix(ref hash, example);
        }

        return hash;
    }

    private static void Mix(ref ulong hash, string text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211ul;
        hash = (hash ^ '\uFFFF') * 1099511628211ul;
    }
}
