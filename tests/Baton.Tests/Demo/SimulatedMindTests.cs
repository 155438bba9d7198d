namespace Baton.Tests;

public sealed class SimulatedMindTests
{
    private static readonly SimulatedScript _script = new()
    {
        Name = "test",
        Locale = "en",
        Temperament = SimulatedTemperament.Patient,
        Order = "SO-10035",
        Takes = "blue",
        Says = ["Where is my jacket?", "And the other one?"],
        Shorter = "Where is SO-10035?",
    };

    [Fact]
    public void They_begin_with_what_they_came_for() => Assert.Equal([new Say("Where is my jacket?")], new SimulatedMind(_script, new Random(1)).Begin());

    [Fact]
    public void They_say_the_rest_then_thank_then_go_with_or_without_a_rating()
    {
        var mind = Begun(_script);

        Assert.Equal([new Say("And the other one?")], Hears(mind, "It is on its way."));
        Assert.Equal([new Say("Thank you, that helps. That's all!")], Hears(mind, "It is on its way, too."));
        var end = Hears(mind, "You are welcome.");
        Assert.IsType<GoAway>(end[^1]);
        Assert.True(mind.IsDone);
    }

    [Theory]
    [InlineData("en", "Which order is it about?", "It is SO-10035.")]
    [InlineData("de", "Wie lautet die Bestellnummer?", "Die Nummer ist SO-10035.")]
    [InlineData("es", "¿Cuál es el número de pedido?", "El número es SO-10035.")]
    [InlineData("fr", "Quel est le numéro de commande ?", "C'est le SO-10035.")]
    [InlineData("zh", "请问订单号是多少？", "订单号是 SO-10035。")]
    public void They_give_the_number_when_it_is_asked_for(string locale, string question, string answer) =>
        Assert.Equal([new Say(answer)], Hears(Begun(_script with { Locale = locale }), question));

    [Fact]
    public void They_take_the_choice_they_mean() =>
        Assert.Equal([new Say("RJ-BLU-S")], Hears(Begun(_script), "Which one?", new("Rain jacket, black", "RJ-BLK-S"), new("Rain jacket, blue", "RJ-BLU-S")));

    [Theory]
    [InlineData(true, "yes-value")]
    [InlineData(false, "no-value")]
    public void At_the_moment_of_truth_they_do_as_their_script_says(bool confirms, string value) =>
        Assert.Equal([new Say(value)], Hears(Begun(_script with { Confirms = confirms }), "Cancel it?", new("Yes, cancel it", "yes-value"), new("No", "no-value")));

    [Fact]
    public void They_get_shorter_when_not_understood_and_then_ask_for_a_person()
    {
        var mind = Begun(_script with { Temperament = SimulatedTemperament.Hurried });

        Assert.Equal([new Say("Where is SO-10035?")], Hears(mind, "Sorry, I did not understand that."));
        Assert.True(Hears(mind, "Sorry, I did not understand that.") is [PressForPerson] or [Say("I'd like to talk to a person, please.")]);
    }

    [Fact]
    public void While_they_wait_for_a_person_they_do_not_answer_the_agent()
    {
        var mind = Begun(_script);
        mind.See(new SimulatedItem("message", "agent", "I pass you on to a person."));
        mind.See(new SimulatedItem("holder", Holder: "queue"));

        Assert.Empty(mind.React());
    }

    [Fact]
    public void They_tell_a_person_what_it_is_about_and_thank_in_the_end()
    {
        var mind = Begun(_script);
        mind.See(new SimulatedItem("holder", Holder: "worker"));

        Assert.Equal([new Say("Good that you are here. It is still about this: Where is SO-10035?")], FromWorker(mind, "Hello, I am Maya."));
        Assert.Equal([new Say("That would help, yes. Thank you.")], FromWorker(mind, "Shall I send another one?"));
        Assert.Equal([new Say("Perfect, thanks for taking the time. Bye!")], FromWorker(mind, "Done."));
    }

    [Fact]
    public void They_ask_once_whether_anybody_is_there_and_then_give_up()
    {
        var mind = Begun(_script);

        Assert.Equal([new Say("Hello? Is anybody there?")], mind.OutOfPatience());
        Assert.IsType<GoAway>(mind.OutOfPatience()[^1]);
        Assert.True(mind.IsDone);
    }

    [Fact]
    public void Who_leaves_silently_says_nothing_more_and_does_not_rate()
    {
        var mind = Begun(_script with { LeavesSilently = true });

        Assert.Empty(Hears(mind, "Yes, we have it."));
        Assert.True(mind.IsSilent);
        Assert.Equal([new GoAway()], mind.OutOfPatience());
    }

    [Fact]
    public void The_same_seed_gives_the_same_people_in_the_same_order_and_everybody_comes()
    {
        var one = new SimulatedCast(7);
        var two = new SimulatedCast(7);

        var people = Enumerable.Range(0, 40).Select(_ => Name(one)).ToList();

        Assert.Equal(people, Enumerable.Range(0, 40).Select(_ => Name(two)));
        Assert.Equal(SimulatedScripts.All.Count, people.Take(SimulatedScripts.All.Count).Select(person => person.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_cast_writes_in_five_languages_and_in_every_temperament()
    {
        Assert.Equal(["de", "en", "es", "fr", "zh"], SimulatedScripts.All.Select(script => script.Locale).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(4, SimulatedScripts.All.Select(script => script.Temperament).Distinct().Count());
    }

    private static (string Name, int Number) Name(SimulatedCast cast)
    {
        var (script, random) = cast.Next();
        return (script.Name, random.Next());
    }

    [Theory]
    [InlineData("I've sent the invoice. Is there anything else I can do for you?", true)]
    [InlineData("Erledigt. Kann ich sonst noch etwas für Sie tun?", true)]
    [InlineData("Hecho. ¿Puedo hacer algo más por usted?", true)]
    [InlineData("C'est fait. Puis-je faire autre chose pour vous ?", true)]
    [InlineData("已经发送。还有什么可以帮您？", true)]
    [InlineData("I would cancel the order. Shall I do that?", false)]
    [InlineData("Is it anything else than a jacket? Tell me its colour, please.", false)]
    public void An_offer_of_more_help_is_no_question_about_the_matter(string text, bool offers) => Assert.Equal(offers, SimulatedPhrases.OffersMore(text));

    private static SimulatedMind Begun(SimulatedScript script)
    {
        var mind = new SimulatedMind(script, new Random(1));
        mind.Begin();
        return mind;
    }

    private static IReadOnlyList<SimulatedAct> Hears(SimulatedMind mind, string text, params SimulatedChoice[] choices)
    {
        mind.See(new SimulatedItem("message", "agent", text, choices));
        return mind.React();
    }

    private static IReadOnlyList<SimulatedAct> FromWorker(SimulatedMind mind, string text)
    {
        mind.See(new SimulatedItem("message", "worker", text));
        return mind.React();
    }
}
