namespace Baton.Language;

/// <summary>One table of the evaluation.</summary>
/// <param name="Title">What was measured and on which set.</param>
/// <param name="Figures">Its figures; empty when it could not be made.</param>
/// <param name="Missing">What was lacking to make it; null when it was made.</param>
public sealed record MeasuredTable(string Title, IReadOnlyList<Figure> Figures, string? Missing = null);
