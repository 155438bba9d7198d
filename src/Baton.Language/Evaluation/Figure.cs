namespace Baton.Language;

/// <summary>One measured number.</summary>
/// <param name="Task">What was to be done, e.g. <c>intent</c>.</param>
/// <param name="Set">On which data, held out from training.</param>
/// <param name="Measure">What was counted, e.g. <c>accuracy</c>.</param>
/// <param name="Value">The number; shares and areas are 0 to 1.</param>
/// <param name="Published">The number that others report for the same task and set; null when there is none.</param>
/// <param name="PublishedBy">Who, with which method; null when there is none.</param>
public sealed record Figure(string Task, string Set, string Measure, double Value, double? Published = null, string? PublishedBy = null);
