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

        var learned = TeamLearning.Learn([Write(Enumerable.Range(0, 60).SelectMany(number => Conversation(number, number < 55 ? "some-model" : "embedded")))], [], Path.Combine(_folder, "out"));

        Assert.Equal(55, learned.Messages);
    }

    [Fact]
    public async Task What_workers_call_wrong_or_missed_in_an_exported_log_is_learned()
    {
        static IEnumerable<string> Conversation(int number) =>
        [
            Event(number, 1, "conversation-opened.1", new { locale = "en" }),
            Event(number, 2, "customer-wrote.1", new { text = $"the zorblax is at it again {number}" }),
            Event(number, 3, "message-interpreted.1", new { messageVersion = 2, interpreter = "embedded", feeling = "neutral" }),
            Event(number, 4, "customer-wrote.1", new { text = $"grumbix me please {number}" }),
            Event(number, 5, "signal-raised.1", new { code = "angry", messageVersion = 4, words = "Is angry with us." }),
            Event(number, 6, "signal-marked.1", new { messageVersion = 2, code = "angry", mark = "missed" }),
            Event(number, 7, "signal-marked.1", new { messageVersion = 4, code = "angry", mark = "wrong" }),
            Event(number, 8, "signal-marked.1", new { messageVersion = 4, code = "asks-for-person", mark = "missed" }),
        ];
        var folder = Path.Combine(_folder, "models");

        var learned = TeamLearning.Learn([Write(Enumerable.Range(0, 30).SelectMany(Conversation))], [], folder);

        Assert.Equal((60, 0), (learned.Messages, learned.Replies));
        var (before, after) = (new EmbeddedInterpreter(), new EmbeddedInterpreter(Options.Create(new LanguageOptions { ModelsFolder = folder })));
        Assert.True(await Anger(after, "what a zorblax") > await Anger(before, "what a zorblax") + 0.1);
        Assert.True(await Person(after, "grumbix me please") > await Person(before, "grumbix me please") + 0.1);
    }

    [Fact]
    public void What_workers_say_of_sent_and_withheld_replies_is_learned_by_the_judge()
    {
        const string Withheld = "Your parcel rests with our friends at the depot.";
        const string Sent = "Grumbix is with you in spirit.";
        static IEnumerable<string> Conversation(int number) =>
        [
            Event(number, 1, "conversation-opened.1", new { locale = "en" }),
            Event(number, 2, "customer-wrote.1", new { text = $"Where is my parcel {number}?" }),
            Event(number, 3, "agent-replied.1", new { text = Sent }),
            Event(number, 4, "customer-wrote.1", new { text = $"So where is parcel {number}?" }),
            Event(number, 5, "signal-raised.1", new { code = "empty-reassurance", messageVersion = 4, words = "It only reassures." }),
            Event(number, 6, "agent-reply-withheld.1", new { text = Withheld, why = "It only reassures." }),
            Event(number, 7, "signal-marked.1", new { messageVersion = 4, code = "empty-reassurance", mark = "wrong" }),
            Event(number, 8, "signal-marked.1", new { messageVersion = 3, code = "rude-reply", mark = "missed" }),
        ];
        var folder = Path.Combine(_folder, "models");

        var learned = TeamLearning.Learn([Write(Enumerable.Range(0, 30).SelectMany(Conversation))], [], folder);

        Assert.Equal((0, 60), (learned.Messages, learned.Replies));
        var (before, after) = (ReplyJudge.Shipped, ReplyJudge.FromFolder(folder));
        double Score(ReplyJudge judge, string reply, ReplyAspect aspect) => judge.Judge(new ReplyInContext { Text = reply, Question = "So where is it?", Facts = [] })[aspect].Score;
        Assert.True(Score(after, Withheld, ReplyAspect.Advances) > Score(before, Withheld, ReplyAspect.Advances) + 0.05);
        Assert.True(Score(after, Sent, ReplyAspect.Civil) < Score(before, Sent, ReplyAspect.Civil) - 0.05);
        const string Other = "It left us on Monday and reaches you on Thursday.";
        Assert.All(Enum.GetValues<ReplyAspect>(), aspect => Assert.Equal(Score(before, Other, aspect), Score(after, Other, aspect), 0.1));
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
        TeamLearning.Learn([Write(lines)], [], target);
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

    private static async Task<double> Person(EmbeddedInterpreter interpreter, string text) =>
        (await interpreter.ReadAsync(new ReadingRequest { Text = text, Now = Customer.Now }, TestContext.Current.CancellationToken)).PersonProbability!.Value;

    private static async Task<double> Anger(EmbeddedInterpreter interpreter, string text) =>
        (await interpreter.ReadAsync(new ReadingRequest { Text = text, Now = Customer.Now }, TestContext.Current.CancellationToken)).FeelingProbabilities[(int)Feeling.Angry];
}
