namespace Baton.Mail.Tests;

/// <summary>Folding on the reply fixtures of two public parsers, against our own reading of every line.</summary>
public sealed class ReplyFixtureTests
{
    [Fact]
    public void Nearly_every_line_of_the_public_fixtures_is_told_apart()
    {
        var folder = PublicData.Folder("reply-fixtures");
        int lines = 0, right = 0, calledNew = 0, isNew = 0, rightlyNew = 0, files = 0, whole = 0;
        foreach (var expected in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Folding", "reply-fixtures.txt")).Where(line => line[0] != '#'))
        {
            var words = expected.Split(' ');
            var wanted = string.Concat(words.Skip(1).Select(run => new string(run[0], int.Parse(run.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))));
            var found = string.Concat(FoldedLetter.Read(File.ReadAllText(Path.Combine(folder, words[0]))).Pieces
                .SelectMany(piece => piece.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(_ => piece.Kind.ToString()[0])));
            Assert.Equal(wanted.Length, found.Length);
            var agreed = wanted.Zip(found).Count(pair => pair.First == pair.Second);
            lines += wanted.Length;
            right += agreed;
            isNew += wanted.Count(kind => kind == 'N');
            calledNew += found.Count(kind => kind == 'N');
            rightlyNew += wanted.Zip(found).Count(pair => pair is ('N', 'N'));
            files++;
            whole += agreed == wanted.Length ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"{files} letters, {whole} without a mistake; {right} of {lines} lines right; new text: precision {rightlyNew / (double)calledNew:0.000}, recall {rightlyNew / (double)isNew:0.000}");
        Assert.True(rightlyNew / (double)calledNew > 0.99, $"precision {rightlyNew / (double)calledNew}");
        Assert.True(rightlyNew / (double)isNew > 0.99, $"recall {rightlyNew / (double)isNew}");
        Assert.True(whole > files * 0.95, $"{whole} of {files} letters without a mistake");
    }
}
