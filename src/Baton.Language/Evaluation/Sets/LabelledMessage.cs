namespace Baton.Language;

/// <summary>A customer's message with what a reader said of it.</summary>
/// <param name="Group">Its scenario or conversation; never torn apart by a split.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Text">The message.</param>
/// <param name="Before">What was said before, oldest first.</param>
/// <param name="Feeling">Feeling towards the service; null when not labelled.</param>
/// <param name="AsksForPerson">Whether it asks for a person; null when not labelled.</param>
/// <param name="Weight">How much it counts in training.</param>
/// <param name="Dissatisfied">Whether the customer is dissatisfied at this turn, where that is labelled itself; otherwise it follows from the feeling.</param>
internal sealed record LabelledMessage(string Group, string Language, string Text, IReadOnlyList<Turn> Before, Feeling? Feeling, bool? AsksForPerson, float Weight = 1, bool? Dissatisfied = null)
{
    /// <summary>Whether the customer is dissatisfied with the service: labelled so, or frustrated, angry or resigned. Null when neither is labelled.</summary>
    public bool? IsDissatisfied => Dissatisfied ?? (Feeling is null ? null : Feeling is Baton.Language.Feeling.Frustrated or Baton.Language.Feeling.Angry or Baton.Language.Feeling.Resigned);
}
