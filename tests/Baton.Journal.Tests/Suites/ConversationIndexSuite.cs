namespace Baton.Journal.Tests;

/// <summary>What every engine's inbox and search must do.</summary>
public abstract class ConversationIndexSuite<TEngine> : Suite<TEngine>
    where TEngine : Engine, new()
{
    protected override bool Follows => true;

    private IConversationIndex Index => Node.Index;

    [Fact]
    public async Task A_conversation_is_found_as_the_fold_of_its_events()
    {
        var id = await OpenAsync("Ada Okafor", "ada", "Where is my order SO-10042?");
        var expected = (await Journal.ReadAsync(id, 0, Stop)).Aggregate((ConversationSummary?)null, ConversationFold.Apply);
        Assert.Equal(expected, await Index.GetAsync(id, Stop));
        Assert.Null(await Index.GetAsync(NewId(), Stop));
    }

    [Fact]
    public async Task Lists_are_newest_first_and_go_on_from_a_cursor()
    {
        List<ConversationId> ids = [];
        for (var i = 0; i < 7; i++) ids.Add(await OpenAsync($"C{i}", null, $"Hello {i}"));
        await AppendAndFollowAsync(ids[0], 2, Wrote("Are you there?"));
        List<ConversationId> seen = [];
        long? before = null;
        while (await Index.ListAsync(new ConversationFilter { Limit = 3, BeforePosition = before }, Stop) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(s => s.Id));
            before = page[^1].Position;
        }

        Assert.Equal([ids[0], .. ids.Skip(1).Reverse()], seen);
    }

    [Fact]
    public async Task Lists_are_narrowed_by_holder_worker_customer_and_openness()
    {
        var agent = await OpenAsync("Ada", "ada", "a");
        var queue = await OpenAsync("Ben", "ben", "b");
        var worker = await OpenAsync("Chen", "chen", "c");
        var closed = await OpenAsync("Dana", "dana", "d");
        await AppendAndFollowAsync(queue, 2, new Escalated(EscalationKind.Requested, EscalationTrigger.Customer, "asks", [2], 2));
        await AppendAndFollowAsync(worker, 2, new WorkerTookOver(new("wanda"), "Wanda", "takeover", 2));
        await AppendAndFollowAsync(closed, 2, new ConversationClosed("customer", null, "resolved"));

        Assert.Equal([agent], await ListAsync(new() { Holder = Holder.Agent }));
        Assert.Equal([queue], await ListAsync(new() { Holder = Holder.Queue }));
        Assert.Equal([closed], await ListAsync(new() { Holder = Holder.Closed }));
        Assert.Equal([worker], await ListAsync(new() { Worker = new("wanda") }));
        Assert.Equal([queue], await ListAsync(new() { CustomerId = "ben" }));
        Assert.Equal([worker, queue, agent], await ListAsync(new() { OpenOnly = true }));
        Assert.Empty(await ListAsync(new() { Holder = Holder.Agent, CustomerId = "ben" }));
    }

    [Fact]
    public async Task A_conversation_in_which_nothing_was_written_is_not_listed()
    {
        var id = NewId();
        await AppendAndFollowAsync(id, 0, Opened("Ada", "ada"));
        Assert.Empty(await ListAsync(new()));
        Assert.Empty((await Index.ListOpenAsync(Stop)).Conversations);
        Assert.NotNull(await Index.GetAsync(id, Stop));
    }

    [Fact]
    public async Task All_open_conversations_come_with_the_position_they_are_complete_to()
    {
        var open = await OpenAsync("Ada", null, "a");
        var closed = await OpenAsync("Ben", null, "b");
        await AppendAndFollowAsync(closed, 2, new ConversationClosed("customer", null, "resolved"));
        var (conversations, position) = await Index.ListOpenAsync(Stop);
        Assert.Equal([open], conversations.Select(c => c.Id));
        Assert.Equal(await Journal.GetHeadAsync(Stop), position);
        Assert.Equal(position, await Index.GetPositionAsync(Stop));
    }

    [Theory]
    [InlineData("order", true)]
    [InlineData("ORDER sö-10042", true)]
    [InlineData("10042", true)]
    [InlineData("ord", true)]
    [InlineData("rder", false)]
    [InlineData("okafor", true)]
    [InlineData("okafor shipped", true)] // the name and a reply
    [InlineData("okafor shipped elephant", false)]
    [InlineData("emile", true)] // without the accent
    [InlineData("Émile", true)]
    [InlineData("退款", true)]
    [InlineData("款退", false)]
    [InlineData("申请", true)]
    [InlineData("handed it over", true)] // a worker's reply
    [InlineData("  ", true)] // nothing asked: nothing narrowed
    [InlineData("\"", false)]
    [InlineData("* OR NEAR( :", false)]
    [InlineData("order AND", false)] // AND is a word like any other
    [InlineData("shipped:* & | ! <-> '", true)]
    [InlineData("\0", false)]
    public async Task Search_finds_what_has_every_word(string text, bool found)
    {
        var id = await OpenAsync("Ada Okafor", "ada", "Where is my order SO-10042? — Émile 我想申请退款。");
        await AppendAsync(id, 2, new AgentReplied("It was shipped yesterday.", 2, [], []));
        await AppendAndFollowAsync(id, 3, new WorkerReplied(new("wanda"), "Wanda", "w1", "I have handed it over.", []));
        var other = await OpenAsync("Ben", "ben", "elephant");
        var list = await ListAsync(new() { Text = text });
        if (string.IsNullOrWhiteSpace(text)) Assert.Equal([other, id], list);
        else Assert.Equal(found ? [id] : [], list);
    }

    [Fact]
    public async Task Search_finds_half_a_character_in_nothing_and_refuses_what_is_too_long()
    {
        await OpenAsync("Ada", null, "Hello");
        Assert.Empty(await ListAsync(new() { Text = "\uD83D" }));
        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(new() { Text = new string('a', 201) }));
    }

    [Fact]
    public async Task A_search_goes_with_the_other_filters()
    {
        await OpenAsync("Ada", "ada", "my parcel");
        var ben = await OpenAsync("Ben", "ben", "my parcel");
        Assert.Equal([ben], await ListAsync(new() { Text = "parcel", CustomerId = "ben" }));
    }

    [Fact]
    public async Task Projections_go_on_after_a_restart_where_they_stood()
    {
        var id = await OpenAsync("Ada", null, "one");
        await RestartAsync();
        await AppendAndFollowAsync(id, 2, Wrote("two"));
        Assert.Equal((3, "two"), await Index.GetAsync(id, Stop) is { } s ? (s.Version, s.Snippet) : default);
        Assert.Equal([id], await ListAsync(new() { Text = "one two" }));
    }

    private async Task<ConversationId> OpenAsync(string name, string? customer, string text)
    {
        var id = NewId();
        await AppendAndFollowAsync(id, 0, Opened(name, customer), Wrote(text));
        return id;
    }

    private async Task AppendAndFollowAsync(ConversationId id, int expected, params ConversationEvent[] events) =>
        await Index.WaitForAsync((await AppendAsync(id, expected, events))[^1].Position, Stop);

    private async Task<List<ConversationId>> ListAsync(ConversationFilter filter) => [.. (await Index.ListAsync(filter, Stop)).Select(s => s.Id)];
}
