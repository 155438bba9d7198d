using System.Text.RegularExpressions;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Something by which a customer may be recognised in another conversation.</summary>
/// <param name="Kind">One of <see cref="ReturnTraces"/>.</param>
/// <param name="Value">In one spelling, however it was written.</param>
internal readonly record struct ContactTrace(string Kind, string Value);

/// <summary>Finds what a customer may be recognised by, the surest first.</summary>
internal static partial class ContactTraces
{
    /// <param name="state">The conversation, with its message.</param>
    /// <param name="text">What the customer wrote.</param>
    /// <param name="reading">How it was read.</param>
    public static IReadOnlyList<ContactTrace> Of(ConversationState state, string text, Reading reading)
    {
        List<ContactTrace> found = [];
        if (state.Customer.Id is { } id) found.Add(new(ReturnTraces.Identity, id));
        foreach (var address in new[] { state.Customer.Email, state.Letters?.AnswerTo.Address }.OfType<string>().Concat(Address().Matches(text).Select(match => match.Value)))
            found.Add(new(ReturnTraces.Address, address.ToLowerInvariant()));
        foreach (var reference in Reference().Matches(text).Select(match => match.Value).Concat(reading.Commands.OfType<SetValue>().Select(set => set.Value).Where(value => WholeReference().IsMatch(value))))
            found.Add(new(ReturnTraces.Reference, Written(reference)));
        return [.. found.Distinct()];
    }

    private static string Written(string reference) => string.Concat(reference.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Address();

    // Letters and at least five digits: fewer are often a product's name, digits alone a telephone's, a date or money.
    [GeneratedRegex(@"(?<![\w-])([A-Za-z]{1,6}[-_/]?[0-9]{5,14}|#[0-9]{5,14})(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[A-Za-z]{1,6}[-_/ ]?[0-9]{5,14}$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex WholeReference();
}
