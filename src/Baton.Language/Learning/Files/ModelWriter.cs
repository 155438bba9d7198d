namespace Baton.Language;

/// <summary>The content of a model file, written.</summary>
internal static class ModelWriter
{
    public static void Write(TrainedModel model, BinaryWriter writer)
    {
        var linear = model.Linear;
        writer.Write(model.Name);
        writer.Write(model.Origin);
        writer.Write7BitEncodedInt(model.Settings.Count);
        foreach (var (name, value) in model.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write7BitEncodedInt(linear.Classes.Count);
        foreach (var name in linear.Classes)
            writer.Write(name);
        foreach (var bias in linear.Bias)
            writer.Write(bias);
        var scales = Scales(linear);
        foreach (var scale in scales)
            writer.Write(scale);
        writer.Write7BitEncodedInt(linear.Buckets);
        WriteRows(linear, scales, writer);
    }

    /// <summary>What one step of a byte is worth, by class.</summary>
    private static float[] Scales(LinearModel linear)
    {
        var highest = new float[linear.Bias.Length];
        for (var index = 0; index < linear.Weights.Length; index++)
        {
            ref var scale = ref highest[index % highest.Length];
            scale = Math.Max(scale, Math.Abs(linear.Weights[index]));
        }

        return [.. highest.Select(value => value == 0 ? 1 : value / 127)];
    }

    private static void WriteRows(LinearModel linear, float[] scales, BinaryWriter writer)
    {
        var rows = new List<(int Feature, sbyte[] Weights)>();
        for (var feature = 0; feature < linear.Buckets; feature++)
        {
            if (linear.RowOf[feature] < 0)
                continue;
            var weights = new sbyte[scales.Length];
            for (var @class = 0; @class < weights.Length; @class++)
                weights[@class] = (sbyte)Math.Round(linear.Weight(feature, @class) / scales[@class]);
            if (weights.Any(weight => weight != 0))
                rows.Add((feature, weights));
        }

        writer.Write7BitEncodedInt(rows.Count);
        var before = 0;
        foreach (var (feature, _) in rows)
        {
            writer.Write7BitEncodedInt(feature - before);
            before = feature;
        }

        // Class by class: what is alike stands together and packs better.
        for (var @class = 0; @class < scales.Length; @class++)
        {
            foreach (var (_, weights) in rows)
                writer.Write(weights[@class]);
        }
    }
}
