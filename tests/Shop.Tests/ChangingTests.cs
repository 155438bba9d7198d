namespace Shop.Tests;

/// <summary>Each test has a shop of its own, because each changes it.</summary>
public sealed class ChangingTests : IAsyncLifetime
{
    private readonly RunningShop _shop = new();

    public ValueTask InitializeAsync() => _shop.InitializeAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Cancelling_pays_everything_back_and_gives_the_stock_back()
    {
        var before = await StockAsync("RJ-BLU-M");

        var answer = await _shop.CallAsync("ada", "cancel_order", new { order = "SO-10058", reason = "Found it cheaper" });

        Assert.Equal("SO-10058", answer["order"].GetString());
        var refund = answer["refund"];
        Assert.Equal((149m, "EUR", "2026-11-27"), (refund.GetProperty("amount").GetDecimal(), refund.GetProperty("currency").GetString(), refund.GetProperty("by").GetString()));
        var order = await _shop.CallAsync("ada", "get_order", new { order = "SO-10058" });
        Assert.Equal("cancelled", order["status"].GetString());
        Assert.Equal(before + 1, await StockAsync("RJ-BLU-M"));
    }

    [Fact]
    public async Task What_is_shipped_or_cancelled_cannot_be_cancelled()
    {
        (await _shop.CallAsync("ada", "cancel_order", new { order = "SO-10042" }))
            .IsRefused("already_shipped", "Order SO-10042 has already been shipped, so it can no longer be cancelled.");
        (await _shop.CallAsync("ada", "cancel_order", new { order = "SO-10017" }))
            .IsRefused("already_cancelled", "Order SO-10017 has already been cancelled.");
        (await _shop.CallAsync("ben", "cancel_order", new { order = "SO-10058" }))
            .IsRefused("order_not_found", "There is no order SO-10058 on this account.");
        Assert.Equal("processing", (await _shop.CallAsync("ada", "get_order", new { order = "SO-10058" }))["status"].GetString());
    }

    [Fact]
    public async Task The_address_can_be_changed_until_the_order_is_packed()
    {
        var answer = await _shop.CallAsync("emil", "change_address", new { order = "SO-10060", address = " 5 place Bellecour,\n69002 Lyon,  France " });

        Assert.Equal("5 place Bellecour, 69002 Lyon, France", answer["address"].GetString());
        Assert.Equal("5 place Bellecour, 69002 Lyon, France", (await _shop.CallAsync("emil", "get_order", new { order = "SO-10060" }))["address"].GetString());
        Assert.Equal("21 rue Mercière, 69002 Lyon, France", (await _shop.CallAsync("emil", "get_customer"))["address"].GetString());
        (await _shop.CallAsync("emil", "change_address", new { order = "SO-10052", address = "5 place Bellecour, 69002 Lyon, France" }))
            .IsRefused("address_fixed", "Order SO-10052 has already been packed, so its address can no longer be changed.");
    }

    [Theory]
    [InlineData("Lyon")]
    [InlineData("0123456789 0123")]
    [InlineData("5 place Bellecour\u0007, 69002 Lyon")]
    public async Task Half_an_address_is_refused(string address) =>
        (await _shop.CallAsync("emil", "change_address", new { order = "SO-10060", address }))
            .IsRefused("invalid_address", "That does not look like a whole address: I need the street and number, the postal code, the town and the country.");

    [Fact]
    public async Task An_item_is_returned_for_a_refund_once()
    {
        var arguments = new { order = "SO-10035", sku = "rj-blu-s", reason = "Too short", resolution = "refund" };

        var answer = await _shop.CallAsync("dana", "create_return", arguments);

        Assert.Equal("RE-10035-RJ-BLU-S", answer["returnNumber"].GetString());
        Assert.EndsWith("/returns/RE-10035-RJ-BLU-S", answer["label"].GetString(), StringComparison.Ordinal);
        Assert.Equal(149m, answer["refund"].GetProperty("amount").GetDecimal());
        var order = await _shop.CallAsync("dana", "get_order", new { order = "SO-10035" });
        Assert.Equal(149m, order["refundable"].GetDecimal());
        Assert.True(order["canReturn"].GetBoolean());
        (await _shop.CallAsync("dana", "create_return", arguments))
            .IsRefused("already_returned", "There is a return for the Nordkapp rain jacket (blue) of order SO-10035 already: RE-10035-RJ-BLU-S.");
    }

    [Fact]
    public async Task An_exchange_reserves_the_other_size_and_pays_nothing_back()
    {
        var before = await StockAsync("HB-BRN-41");

        var answer = await _shop.CallAsync("ada", "create_return", new { order = "SO-10031", sku = "HB-BRN-39", reason = "Too small", resolution = "exchange", exchangeFor = "HB-BRN-41" });

        Assert.Equal("RE-10031-HB-BRN-39", answer["returnNumber"].GetString());
        Assert.False(answer.Content.TryGetProperty("refund", out _));
        Assert.Equal(before - 1, await StockAsync("HB-BRN-41"));
        Assert.False((await _shop.CallAsync("ada", "get_order", new { order = "SO-10031" }))["canReturn"].GetBoolean());
    }

    [Theory]
    [InlineData("ada", "SO-10058", "RJ-BLU-M", "refund", null, "not_shipped", "Order SO-10058 has not been shipped yet, so it can simply be cancelled.")]
    [InlineData("ada", "SO-10042", "WS-RED-M", "refund", null, "not_delivered", "Order SO-10042 is still on its way; it can be returned once it has arrived.")]
    [InlineData("ada", "SO-10006", "BP-GRN", "refund", null, "return_window_over", "Order SO-10006 could be returned until 10 October 2026.")]
    [InlineData("ada", "SO-10017", "TE-ORG", "refund", null, "not_returnable", "Order SO-10017 has already been cancelled.")]
    [InlineData("ada", "SO-10031", "RJ-BLU-M", "refund", null, "item_not_found", "That item is not in order SO-10031.")]
    [InlineData("ada", "SO-10031", "HB-BRN-39", "exchange", null, "exchange_unknown", "Please tell me which size or colour of the Geiranger hiking boots you would like instead.")]
    [InlineData("ada", "SO-10031", "HB-BRN-39", "exchange", "BP-GRN", "exchange_other_product", "The Geiranger hiking boots can be exchanged for another size or colour; for something else, please return what you have and order anew.")]
    [InlineData("ada", "SO-10031", "HB-BRN-39", "exchange", "HB-BLK-43", "out_of_stock", "Geiranger hiking boots, black, 43: that one is out of stock at the moment.")]
    [InlineData("ben", "SO-10031", "HB-BRN-39", "refund", null, "order_not_found", "There is no order SO-10031 on this account.")]
    public async Task What_cannot_be_returned_is_refused_with_the_reason(
        string customer, string order, string sku, string resolution, string? exchangeFor, string code, string sentence) =>
        (await _shop.CallAsync(customer, "create_return", new { order, sku, reason = "", resolution, exchangeFor })).IsRefused(code, sentence);

    [Fact]
    public async Task Refunds_stay_within_the_limit_and_within_the_order()
    {
        var first = await _shop.CallAsync("chen", "refund", new { order = "SO-10029", amount = 99.5, reason = "A hole" });
        Assert.Equal(("RF-10029-1", 99.5m, "EUR", "2026-11-27"), (first["refundNumber"].GetString(), first["amount"].GetDecimal(), first["currency"].GetString(), first["by"].GetString()));

        (await _shop.CallAsync("chen", "refund", new { order = "SO-10029", amount = 40, reason = "" }))
            .IsRefused("more_than_refundable", "At most 39.50 EUR of order SO-10029 can still be paid back.");
        Assert.Equal("RF-10029-2", (await _shop.CallAsync("chen", "refund", new { order = "SO-10029", amount = 39.5, reason = "" }))["refundNumber"].GetString());
        (await _shop.CallAsync("chen", "refund", new { order = "SO-10029", amount = 0.01, reason = "" }))
            .IsRefused("nothing_refundable", "Everything paid for order SO-10029 has been paid back already.");
    }

    [Theory]
    [InlineData("ada", "SO-10031", 100.01, "over_limit", "A refund of more than 100.00 EUR needs a person of our team.")]
    [InlineData("ada", "SO-10031", 0, "invalid_amount", "Please tell me an amount in euros and cents, such as 12.50.")]
    [InlineData("ada", "SO-10031", -5, "invalid_amount", "Please tell me an amount in euros and cents, such as 12.50.")]
    [InlineData("ada", "SO-10031", 1.005, "invalid_amount", "Please tell me an amount in euros and cents, such as 12.50.")]
    [InlineData("ada", "SO-10058", 5, "not_shipped", "Order SO-10058 has not been shipped yet, so it can simply be cancelled.")]
    [InlineData("ada", "SO-10017", 5, "nothing_refundable", "Everything paid for order SO-10017 has been paid back already.")]
    [InlineData("ben", "SO-10031", 5, "order_not_found", "There is no order SO-10031 on this account.")]
    public async Task What_cannot_be_refunded_is_refused_with_the_reason(string customer, string order, double amount, string code, string sentence) =>
        (await _shop.CallAsync(customer, "refund", new { order, amount, reason = "" })).IsRefused(code, sentence);

    [Fact]
    public async Task The_invoice_goes_only_to_the_accounts_own_address()
    {
        var answer = await _shop.CallAsync("ada", "send_invoice", new { order = "SO-10042", email = "thief@example.org" });

        Assert.Equal(("IN-10042", "ada.okafor@example.com"), (answer["invoice"].GetString(), answer["sentTo"].GetString()));
        (await _shop.CallAsync("ada", "send_invoice", new { order = "SO-10058" }))
            .IsRefused("invoice_not_ready", "The invoice for order SO-10058 is made when the order is packed; it will be sent then.");
        (await _shop.CallAsync("ada", "send_invoice", new { order = "SO-10017" }))
            .IsRefused("no_invoice", "Order SO-10017 was cancelled before it was packed, so it has no invoice.");
    }

    private async Task<int> StockAsync(string sku) =>
        (await _shop.CallAsync(null, "find_products", new { query = sku.Replace('-', ' ') }))["products"].EnumerateArray()
            .Single(product => product.GetProperty("sku").GetString() == sku).GetProperty("stock").GetInt32();
}
