using System.Numerics;

namespace Baton.Language;

/// <summary>The content of a model file, read.</summary>
internal static class ModelReader
{
    private const int MostBuckets = 1 << 24;
    private const int MostClasses = 10_000;

    public static TrainedModel Read(BinaryReader reader)
    {
        var name = reader.ReadString();
        var origin = reader.ReadString();
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var left = Bounded(reader, 10_000, "settings"); left > 0; left--)
            settings[reader.ReadString()] = reader.ReadDouble();
        var classes = new string[Bounded(reader, MostClasses, "classes")];
        for (var @class = 0; @class < classes.Length; @class++)
            classes[@class] = reader.ReadString();
        var bias = Floats(reader, classes.Length);
        var scales = Floats(reader, classes.Length);
        var buckets = Bounded(reader, MostBuckets, "features");
        if (!BitOperations.IsPow2(buckets))
            throw new InvalidDataException("The model file is damaged: its number of features is no power of two.");
        var (rowOf, weights) = ReadRows(reader, buckets, scales);
        return new TrainedModel(name, new LinearModel(classes, rowOf, weights, bias), settings, origin);
    }

    private static (int[] RowOf, float[] Weights) ReadRows(BinaryReader reader, int buckets, float[] scales)
    {
        var rows = Bounded(reader, buckets, "rows");
        var rowOf = new int[buckets];
        Array.Fill(rowOf, -1);
        var feature = 0;
        for (var row = 0; row < rows; row++)
        {
            feature += reader.Read7BitEncodedInt();
            if ((uint)feature >= (uint)buckets)
                throw new InvalidDataException("The model file is damaged: a feature's number is out of range.");
            rowOf[feature] = row;
        }

        var weights = new float[rows * scales.Length];
        for (var @class = 0; @class < scales.Length; @class++)
        {
            var bytes = reader.ReadBytes(rows);
            if (bytes.Length < rows)
                throw new EndOfStreamException();
            for (var row = 0; row < rows; row++)
                weights[(row * scales.Length) + @class] = (sbyte)bytes[row] * scales[@class];
        }

        return (rowOf, weights);
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var index = 0; index < count; index++)
            values[index] = reader.ReadSingle();
        return values;
    }

    private static int Bounded(BinaryReader reader, int most, string what) =>
        reader.Read7BitEncodedInt() is var count && count >= 0 && count <= most ? count : throw new InvalidDataException($"The model file is damaged: it claims {count} {what}.");
}
