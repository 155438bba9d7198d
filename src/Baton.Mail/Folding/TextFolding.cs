namespace Baton.Mail;

/// <summary>Decides line by line what is new, quoted or signature.</summary>
internal static class TextFolding
{
    public static FoldedLetter Fold(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var kinds = new PieceKind[lines.Length];
        MarkQuotations(lines, kinds);
        SignatureFinder.Mark(lines, kinds);
        return new FoldedLetter(Pieces(lines, kinds));
    }

    private static void MarkQuotations(string[] lines, PieceKind[] kinds)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (IsMarked(lines[index]))
            {
                kinds[index] = PieceKind.Quoted;
                continue;
            }

            if (QuotationStart.IsRest(lines, index))
            {
                // Rules and empty lines above belong to what they introduce.
                var first = index;
                while (first > 0 && kinds[first - 1] == PieceKind.New && QuotationStart.IsRule(lines[first - 1]))
                    first--;
                Array.Fill(kinds, PieceKind.Quoted, first, lines.Length - first);
                return;
            }

            var introduced = QuotationStart.AttributionLength(lines, index);
            if (introduced == 0)
                continue;
            var next = NextFilled(lines, index + introduced);
            if (next < lines.Length && !IsMarked(lines[next]) && !IsQuotedNear(lines, next))
            {
                // Nothing marks where this quotation ends: it goes to the end.
                Array.Fill(kinds, PieceKind.Quoted, index, lines.Length - index);
                return;
            }

            Array.Fill(kinds, PieceKind.Quoted, index, Math.Min(next, lines.Length) - index);
            index = Math.Min(next, lines.Length) - 1;
        }

        // Between two quoted lines an empty one is no answer, nor is the rest of a long one that a program broke.
        for (var index = 1; index + 1 < lines.Length; index++)
        {
            if (kinds[index - 1] == PieceKind.Quoted && kinds[index + 1] == PieceKind.Quoted && (lines[index].Length == 0 || (lines[index - 1].Length >= 60 && IsMarked(lines[index + 1]))))
                kinds[index] = PieceKind.Quoted;
        }
    }

    private static bool IsQuotedNear(string[] lines, int index) => index + 1 < lines.Length && IsMarked(lines[index + 1]) && lines[index].Length < 30;

    internal static bool IsMarked(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart(' ').TrimStart('\t');
        return trimmed.Length > 0 && trimmed[0] == '>' && line.Length - trimmed.Length < 4;
    }

    internal static int NextFilled(string[] lines, int from)
    {
        while (from < lines.Length && string.IsNullOrWhiteSpace(lines[from]))
            from++;
        return from;
    }

    private static List<LetterPiece> Pieces(string[] lines, PieceKind[] kinds)
    {
        var pieces = new List<LetterPiece>();
        var start = 0;
        for (var index = 1; index <= lines.Length; index++)
        {
            if (index < lines.Length && kinds[index] == kinds[start])
                continue;
            pieces.Add(new LetterPiece(kinds[start], string.Join('\n', lines[start..index])));
            start = index;
        }

        return pieces;
    }
}
