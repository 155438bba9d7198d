namespace Shop.Tests;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly RunningShop _shop = new();

    public ValueTask InitializeAsync() => _shop.InitializeAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_same_call_again_is_answered_with_the_first_result_and_does_nothing()
    {
        var arguments = new { order = "SO-10031", amount = 10, reason = "Scratch" };
        var first = await _shop.CallAsync("ada", "refund", arguments, key: "call-1");
        _shop.Time.Advance(TimeSpan.FromDays(3));

        var second = await _shop.CallAsync("ada", "refund", arguments, key: "call-1");

        Assert.Equal("RF-10031-1", first["refundNumber"].GetString());
        Assert.Equal(first.Content.GetRawText(), second.Content.GetRawText());
        Assert.Equal(169m, (await _shop.CallAsync("ada", "get_order", new { order = "SO-10031" }))["refundable"].GetDecimal());
    }

    [Fact]
    public async Task Twenty_calls_at_once_pay_once()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => _shop.CallAsync("ada", "refund", new { order = "SO-10031", amount = 10, reason = "" }, key: "call-1"));

        var answers = await Task.WhenAll(calls);

        Assert.Single(answers.Select(answer => answer["refundNumber"].GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(169m, (await _shop.CallAsync("ada", "get_order", new { order = "SO-10031" }))["refundable"].GetDecimal());
    }

    [Fact]
    public async Task Another_key_is_another_call()
    {
        await _shop.CallAsync("ada", "refund", new { order = "SO-10031", amount = 10, reason = "" }, key: "call-1");
        await _shop.CallAsync("ada", "refund", new { order = "SO-10031", amount = 10, reason = "" }, key: "call-2");

        Assert.Equal(159m, (await _shop.CallAsync("ada", "get_order", new { order = "SO-10031" }))["refundable"].GetDecimal());
    }

    [Fact]
    public async Task A_refusal_is_remembered_too()
    {
        var arguments = new { order = "SO-10042" };
        await _shop.CallAsync("ada", "cancel_order", arguments, key: "call-1");

        (await _shop.CallAsync("ada", "cancel_order", arguments, key: "call-1"))
            .IsRefused("already_shipped", "Order SO-10042 has already been shipped, so it can no longer be cancelled.");
    }

    [Theory]
    [InlineData("ben", "cancel_order", "SO-10058")]
    [InlineData("ada", "cancel_order", "SO-10055")]
    [InlineData("ada", "send_invoice", "SO-10058")]
    public async Task A_key_cannot_be_used_for_another_call_or_by_another_customer(string customer, string tool, string order)
    {
        await _shop.CallAsync("ada", "cancel_order", new { order = "SO-10058" }, key: "call-1");

        (await _shop.CallAsync(customer, tool, new { order }, key: "call-1"))
            .IsRefused("idempotency_key_reused", "Something went wrong on our side, and nothing was changed.");
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_can_be_made_again()
    {
        var arguments = new { order = "SO-10031", amount = 10, reason = "" };
        _shop.Faults.FailAfterwards("refund");
        Assert.True((await _shop.CallAsync("ada", "refund", arguments, key: "call-1")).IsError);
        _shop.Faults.Clear();

        var answer = await _shop.CallAsync("ada", "refund", arguments, key: "call-1");

        Assert.Equal("RF-10031-1", answer["refundNumber"].GetString());
        Assert.Equal(169m, (await _shop.CallAsync("ada", "get_order", new { order = "SO-10031" }))["refundable"].GetDecimal());
    }

    [Fact]
    public async Task A_broken_tool_does_nothing()
    {
        _shop.Faults.Fail("cancel_order");

        Assert.True((await _shop.CallAsync("ada", "cancel_order", new { order = "SO-10058" }, key: "call-1")).IsError);

        Assert.Equal("processing", (await _shop.CallAsync("ada", "get_order", new { order = "SO-10058" }))["status"].GetString());
    }

    [Fact]
    public async Task A_slow_tool_answers_when_its_time_has_come()
    {
        _shop.Faults.Slow("get_customer", TimeSpan.FromSeconds(30));
        var call = _shop.CallAsync("ada", "get_customer");

        // The clock is moved until the waiting call has seen it: whether the call has arrived yet cannot be known from here.
        while (!call.IsCompleted)
        {
            _shop.Time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal("ada", (await call)["id"].GetString());
    }
}
