namespace Baton.Language.Tests;

/// <summary>
/// What a worker's message does, on fifty messages in five languages that were written and labelled before the rules were. None is removed
/// because it fails.
/// </summary>
public sealed class ReplyMovesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Offers_and_questions_are_told_apart_no_worse_than_recorded()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "worker-moves.tsv"), TestContext.Current.CancellationToken);
        var (missed, invented, questions) = (0, 0, 0);
        foreach (var fields in lines.Select(line => line.Split('\t')))
        {
            var (isOffer, asked, moves) = (fields[1] == "offer", int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture), ReplyMoves.Read(fields[3]));
            if (isOffer && !moves.OffersSolution) missed++;
            if (!isOffer && moves.OffersSolution) invented++;
            if (asked == moves.Questions) questions++;
            if (isOffer != moves.OffersSolution || asked != moves.Questions) output.WriteLine($"{moves}: {string.Join(" · ", fields)}");
        }

        Assert.Equal(50, lines.Length);
        Assert.InRange(missed, 0, 0);
        Assert.InRange(invented, 0, 0);
        Assert.InRange(questions, 49, 50);
    }

    [Fact]
    public void A_closing_question_counts_as_none() => Assert.Equal(new ReplyMoves(0, true), ReplyMoves.Read("I've cancelled order SO-10031. Is there anything else I can do for you?"));
}
