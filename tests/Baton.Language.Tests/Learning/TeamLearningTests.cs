using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Language.Tests;

public sealed class TeamLearningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("baton-learn").FullName;

    [Fact]
    public async Task A_team_s_own_word_is_learned_and_the_rest_stays()
    {
        var models = Learn(Enumerable.Range(0, 40).SelectMany(number => new[] { Message($"the zorblax is at it again {number}", "angry"), Message($"please send form {number}", "neutral") }));
        var before = new EmbeddedInterpreter();
        var after = new EmbeddedInterpreter(Options.Create(new LanguageOptions { ModelsFolder = models }));

        Assert.True(await Anger(after, "what a zorblax") > await Anger(before, "what a zorblax") + 0.1);
        Assert.Equal(await Anger(before, "muchas gracias"), await Anger(after, "muchas gracias"), 0.1);
    }

    [Fact]
    public void What_a_language_model_read_in_an_exported_log_is_a_label_and_what_the_embedded_one_read_is_none()
    {
        string[] Conversation(int number, string interpreter) =>
        [
            Event(number, 1, "conversation-opened.1", new { locale = "de-DE" }),
            Event(number, 2, "customer-wrote.1", new { text = $"wo bleibt Paket {number}" }),
            Event(number, 3, "message-interpreted.1", new { messageVersion = 2, interpreter, feeling = "frustrated", commands = new[] { new { command = "askForPerson" } } }),
        ];

        var learned = TeamLearning.Learn([Write(Enumerable.Range(0, 60).SelectMany(number => Conversation(number, number < 55 ? "some-model" : "embedded")))], Path.Combine(_folder, "out"));

        Assert.Equal(55, learned.Messages);
    }

    [Fact]
    public void Too_few_messages_are_refused_with_the_number_needed() =>
        Assert.Contains("50", Assert.Throws<InvalidDataException>(() => Learn([Message("hello", "neutral")])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_that_cannot_be_used_stops_the_start(bool exists)
    {
        if (exists)
            File.WriteAllText(Path.Combine(_folder, "feeling.model"), "no model");
        using var services = new ServiceCollection().AddLanguage().Configure<LanguageOptions>(options => options.ModelsFolder = exists ? _folder : Path.Combine(_folder, "missing")).BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Language:ModelsFolder", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Learn(IEnumerable<string> lines)
    {
        var target = Path.Combine(_folder, "models");
        TeamLearning.Learn([Write(lines)], target);
        return target;
    }

    private string Write(IEnumerable<string> lines)
    {
        var file = Path.Combine(_folder, "lines.jsonl");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static string Message(string text, string feeling) => JsonSerializer.Serialize(new { text, feeling, person = false });

    private static string Event(int conversation, int version, string type, object data) => JsonSerializer.Serialize(new { conversation = $"{conversation:x32}", version, type, data });

    private static async Task<double> Anger(EmbeddedInterpreter interpreter, string text) =>
        (await interpreter.ReadAsync(new ReadingRequest { Text = text, Now = Customer.Now }, TestContext.Current.CancellationToken)).FeelingProbabilities[(int)Feeling.Angry];
}
