namespace Baton.Mail;

/// <summary>A letter's text taken apart: what is new in it, what it repeats, and what stands under every letter of its author.</summary>
/// <param name="Pieces">All lines in their order; together they are the whole text.</param>
public sealed record FoldedLetter(IReadOnlyList<LetterPiece> Pieces)
{
    /// <summary>What the author wrote this time, without empty lines around it; empty when there is nothing.</summary>
    public string New => Join(PieceKind.New);

    /// <summary>What is repeated of earlier letters, with the lines that introduce it.</summary>
    public string Quoted => Join(PieceKind.Quoted);

    /// <summary>Closing formula, name, company, device line, list footer, confidentiality notice.</summary>
    public string Signature => Join(PieceKind.Signature);

    /// <summary>Takes a letter's plain text apart. Knows the habits of mail programs in some twenty languages.</summary>
    public static FoldedLetter Read(string text) => TextFolding.Fold(text);

    private string Join(PieceKind kind) => string.Join('\n', Pieces.Where(piece => piece.Kind == kind).Select(piece => piece.Text)).Trim('\n', '\r', ' ', '\t');
}

/// <summary>Neighbouring lines of one kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Text">The lines as they were, joined by line feeds.</param>
public sealed record LetterPiece(PieceKind Kind, string Text);

/// <summary>What lines of a letter are.</summary>
public enum PieceKind
{
    /// <summary>Written for this letter.</summary>
    New,

    /// <summary>Repeated from earlier letters, or forwarded.</summary>
    Quoted,

    /// <summary>What stands under every letter of its author.</summary>
    Signature,
}
