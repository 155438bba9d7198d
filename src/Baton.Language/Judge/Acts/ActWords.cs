using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>Words that turn "it has been cancelled" into something else.</summary>
internal static class ActWords
{
    /// <summary>Before the act: it is only spoken of for the case that it happens.</summary>
    public static FrozenSet<string> Conditions { get; } = Set("if once when whenever after until unless before wenn falls sobald nachdem bevor sofern si cuando hasta tras quand lorsque des apres avant 如 若 等 旦");

    /// <summary>Right before the act or in it: it has not happened.</summary>
    public static FrozenSet<string> Denials { get; } = Set("not never nothing no cannot nicht nichts nie kein keine keinen nada nunca ningun ninguna pas rien jamais aucun aucune 不 没 未 无");

    private static FrozenSet<string> Set(string words) => words.Split(' ').Select(word => Folding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}
