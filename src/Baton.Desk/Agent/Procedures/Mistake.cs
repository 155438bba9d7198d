namespace Baton.Desk;

/// <summary>A mistake in a procedure file.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="What">What is wrong and what would be right.</param>
internal sealed record Mistake(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <summary>Procedure files with mistakes; all of them at once, so that they can be corrected in one go.</summary>
public sealed class ProceduresInvalidException : Exception
{
    internal ProceduresInvalidException(IReadOnlyList<Mistake> mistakes)
        : base($"The procedures have {mistakes.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}") => Mistakes = mistakes;

    internal IReadOnlyList<Mistake> Mistakes { get; }
}
