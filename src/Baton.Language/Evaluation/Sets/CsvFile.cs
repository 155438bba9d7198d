using System.Text;

namespace Baton.Language;

/// <summary>Reads comma-separated values with quotes (RFC 4180).</summary>
internal static class CsvFile
{
    public static IEnumerable<IReadOnlyList<string>> Read(string file)
    {
        using var reader = new StreamReader(file);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (int next; (next = reader.Read()) >= 0;)
        {
            var character = (char)next;
            if (character == '"')
            {
                var isPair = isQuoted && reader.Peek() == '"';
                if (isPair)
                    cell.Append((char)reader.Read());
                isQuoted = isPair || !isQuoted;
                continue;
            }

            if (isQuoted || character is not (',' or '\n' or '\r'))
            {
                cell.Append(character);
                continue;
            }

            if (character == '\r')
                continue;
            cells.Add(cell.ToString());
            cell.Clear();
            if (character == ',')
                continue;
            yield return cells;
            cells = [];
        }

        if (cells.Count > 0 || cell.Length > 0)
            yield return [.. cells, cell.ToString()];
    }
}
