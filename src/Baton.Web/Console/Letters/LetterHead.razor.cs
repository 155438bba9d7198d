using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What stands on the outside of a letter.</summary>
public sealed partial class LetterHead
{
    /// <summary>The message that came or goes as a letter.</summary>
    [Parameter, EditorRequired]
    public SaidItem Item { get; set; } = null!;

    internal static string Words(Correspondent person) => person.Name.Length > 0 ? $"{person.Name} <{person.Address}>" : person.Address;
}
