namespace Baton.Language.Tests;

public sealed class ModelFileTests
{
    [Fact]
    public void A_model_that_was_written_reads_the_same()
    {
        var model = ToyTask.Train();

        var read = ModelFile.Read(new MemoryStream(Written()));

        Assert.Equal(["fruit"], read.Linear.Classes);
        Assert.Equal(1.5, read.Setting("temperature"));
        Assert.Equal(ToyTask.Score(model, "some cherries"), ToyTask.Score(read.Linear, "some cherries"), 0.02);
    }

    [Theory]
    [InlineData(0, "no Baton model")]
    [InlineData(8, "version")]
    [InlineData(60, "damaged")]
    public void A_damaged_file_is_refused_with_the_reason(int place, string reason)
    {
        var bytes = Written();
        bytes[place] ^= 0xFF;

        var refusal = Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes)));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_refused() =>
        Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(Written()[..^10])));

    [Fact]
    public void A_setting_that_is_missing_is_named()
    {
        var read = ModelFile.Read(new MemoryStream(Written()));

        Assert.Contains("slope", Assert.Throws<InvalidDataException>(() => read.Setting("slope")).Message, StringComparison.Ordinal);
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(new TrainedModel("toy", ToyTask.Train(), new Dictionary<string, double> { ["temperature"] = 1.5 }, "made up"), stream);
        return stream.ToArray();
    }
}
