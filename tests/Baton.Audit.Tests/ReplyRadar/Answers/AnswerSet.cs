using System.Globalization;

namespace Baton.Audit.Tests;

/// <summary>A reply as somebody wrote it, with which of its enquiry's questions it answers by a person's reading.</summary>
/// <param name="Enquiry">What was asked.</param>
/// <param name="Answered">A 1 or 0 a question.</param>
/// <param name="Text">The reply.</param>
internal sealed record ReadReply(Enquiry Enquiry, string Answered, string Text)
{
    public static IReadOnlyList<ReadReply> All(string file)
    {
        using var reader = new StreamReader(typeof(ReadReply).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Of)];
    }

    private static ReadReply Of(string block)
    {
        var (head, text) = (block[..block.IndexOf('\n', StringComparison.Ordinal)].Split(' '), block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
        return new(EnquiryList.All.Single(enquiry => enquiry.Id == head[0] && enquiry.Language == head[1]), head[2].Trim(), text);
    }
}

/// <summary>How a reader of replies agrees with a person.</summary>
internal sealed record Agreement(int Questions, int Right, int FalselySeen, int Missed)
{
    public double Share => (double)Right / Questions;

    /// <summary>Compares a reader with the set; where it differs is told.</summary>
    public static Agreement Of(IEnumerable<ReadReply> replies, Func<ReadReply, string> read, Action<string> tell)
    {
        var (questions, right, falsely, missed) = (0, 0, 0, 0);
        foreach (var reply in replies)
        {
            var seen = read(reply);
            for (var index = 0; index < seen.Length; index++)
            {
                questions++;
                if (seen[index] == reply.Answered[index]) right++;
                else if (seen[index] == '1') falsely++;
                else missed++;
            }
            if (seen != reply.Answered) tell($"{reply.Enquiry.Id} {reply.Enquiry.Language} {reply.Answered} read as {seen}: {reply.Text.ReplaceLineEndings(" / ")}");
        }
        return new(questions, right, falsely, missed);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right} of {Questions} ({Share:P1}); seen though not there {FalselySeen}, not seen {Missed}");
}
