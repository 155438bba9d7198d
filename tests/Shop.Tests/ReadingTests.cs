using System.Text.Json;

namespace Shop.Tests;

public sealed class ReadingTests(RunningShop shop) : IClassFixture<RunningShop>
{
    [Fact]
    public async Task The_tools_say_which_of_them_change_something()
    {
        var tools = await shop.Tools.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["cancel_order", "change_address", "create_return", "find_products", "get_customer", "get_order", "list_orders", "refund", "send_invoice"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["find_products", "get_customer", "get_order", "list_orders"],
            tools.Where(tool => tool.ProtocolTool.Annotations?.ReadOnlyHint is true).Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["cancel_order", "change_address", "create_return", "refund"],
            tools.Where(tool => tool.ProtocolTool.Annotations?.DestructiveHint is true).Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.NotNull(tool.ProtocolTool.OutputSchema));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task Orders_come_newest_first_with_their_items()
    {
        var orders = (await shop.CallAsync("ada", "list_orders"))["orders"].EnumerateArray().ToList();

        Assert.Equal(
            ["SO-10058", "SO-10055", "SO-10042", "SO-10031", "SO-10017", "SO-10006"],
            orders.Select(order => order.GetProperty("number").GetString()));
        Assert.Equal("2026-11-19", orders[0].GetProperty("placed").GetString());
        Assert.Equal("processing", orders[0].GetProperty("status").GetString());
        Assert.Equal("EUR", orders[0].GetProperty("currency").GetString());
        var item = orders[0].GetProperty("items")[0];
        Assert.Equal(("RJ-BLU-M", "Nordkapp rain jacket", "blue", "M", 1, 149m), (
            item.GetProperty("sku").GetString(), item.GetProperty("name").GetString(), item.GetProperty("color").GetString(),
            item.GetProperty("size").GetString(), item.GetProperty("quantity").GetInt32(), item.GetProperty("price").GetDecimal()));
        Assert.Equal(67m, orders[1].GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task Every_customer_has_three_to_six_orders_and_every_state_occurs()
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        foreach (var customer in new[] { "ada", "ben", "chen", "dana", "emil", "fatima" })
        {
            var orders = (await shop.CallAsync(customer, "list_orders"))["orders"].EnumerateArray().ToList();
            Assert.InRange(orders.Count, 3, 6);
            states.UnionWith(orders.Select(order => order.GetProperty("status").GetString()!));
        }

        Assert.Equal(["cancelled", "delivered", "packed", "processing", "returned", "shipped"], states.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_order_on_its_way_tells_where_it_is_and_what_can_be_done()
    {
        var order = await shop.CallAsync("ada", "get_order", new { order = " so-10042 " });

        Assert.Equal("SO-10042", order["number"].GetString());
        var shipment = order["shipment"];
        Assert.Equal(("Postnord", "in transit", "2026-11-22"), (
            shipment.GetProperty("carrier").GetString(), shipment.GetProperty("status").GetString(), shipment.GetProperty("expected").GetString()));
        Assert.False(shipment.TryGetProperty("delivered", out _));
        Assert.Equal("14 Harbour Road, Dublin D02 X285, Ireland", order["address"].GetString());
        Assert.False(order["canCancel"].GetBoolean());
        Assert.False(order["canChangeAddress"].GetBoolean());
        Assert.False(order["canReturn"].GetBoolean());
        Assert.Equal(119m, order["refundable"].GetDecimal());
    }

    [Theory]
    [InlineData("ada", "SO-10058", true, true, false, null, 0)]
    [InlineData("ada", "SO-10055", true, false, false, null, 0)]
    [InlineData("ada", "SO-10031", false, false, true, "2026-12-08", 179)]
    [InlineData("ada", "SO-10006", false, false, false, "2026-10-10", 89)]
    [InlineData("ada", "SO-10017", false, false, false, null, 0)]
    [InlineData("ben", "SO-10012", false, false, false, null, 0)]
    [InlineData("dana", "SO-10021", false, false, false, "2026-11-09", 74)]
    public async Task What_can_be_done_follows_from_the_state(
        string customer, string number, bool canCancel, bool canChangeAddress, bool canReturn, string? returnUntil, int refundable)
    {
        var order = await shop.CallAsync(customer, "get_order", new { order = number });

        Assert.Equal(canCancel, order["canCancel"].GetBoolean());
        Assert.Equal(canChangeAddress, order["canChangeAddress"].GetBoolean());
        Assert.Equal(canReturn, order["canReturn"].GetBoolean());
        Assert.Equal(returnUntil, order.Content.TryGetProperty("returnUntil", out var until) ? until.GetString() : null);
        Assert.Equal(refundable, order["refundable"].GetDecimal());
    }

    [Fact]
    public async Task Another_customers_order_is_as_unknown_as_one_that_does_not_exist()
    {
        (await shop.CallAsync("ben", "get_order", new { order = "SO-10042" })).IsRefused("order_not_found", "There is no order SO-10042 on this account.");
        (await shop.CallAsync("ben", "get_order", new { order = "SO-99999" })).IsRefused("order_not_found", "There is no order SO-99999 on this account.");
    }

    [Theory]
    [InlineData("list_orders")]
    [InlineData("get_customer")]
    [InlineData("get_order")]
    [InlineData("cancel_order")]
    [InlineData("change_address")]
    [InlineData("create_return")]
    [InlineData("refund")]
    [InlineData("send_invoice")]
    public async Task Without_an_identity_nothing_is_told_or_done_whatever_the_arguments_say(string tool)
    {
        var answer = await shop.CallAsync(null, tool, new
        {
            order = "SO-10058",
            address = "1 Elsewhere Street, 12345 Town, Country",
            sku = "RJ-BLU-M",
            reason = "",
            resolution = "refund",
            amount = 1,
            customer = "ada",
        });

        answer.IsRefused("identity_required", "Please sign in to your Fjord & Field account first, then I can look at your orders.");
    }

    [Fact]
    public async Task An_unknown_customer_is_nobody() =>
        (await shop.CallAsync("zoe", "list_orders")).IsRefused("identity_required", "Please sign in to your Fjord & Field account first, then I can look at your orders.");

    [Fact]
    public async Task The_account_is_told_to_its_owner()
    {
        var customer = await shop.CallAsync("emil", "get_customer");

        Assert.Equal(("emil", "Émile Laurent", "emile.laurent@example.com"), (customer["id"].GetString(), customer["name"].GetString(), customer["email"].GetString()));
    }

    [Theory]
    [InlineData("blue rain jacket", "RJ-BLU-S,RJ-BLU-M,RJ-BLU-L")]
    [InlineData("Rain Jackets M black", "RJ-BLK-M")]
    [InlineData("bodo", "BE-YLW,BE-BLU,BE-RED")]
    [InlineData("SOCKS grey", "MS-GRY")]
    [InlineData("surfboard", "")]
    public async Task Products_are_found_by_words_without_an_identity(string query, string skus)
    {
        var products = (await shop.CallAsync(null, "find_products", new { query }))["products"].EnumerateArray();

        Assert.Equal(skus, string.Join(',', products.Select(product => product.GetProperty("sku").GetString())));
    }

    [Fact]
    public async Task An_empty_search_is_refused() =>
        (await shop.CallAsync(null, "find_products", new { query = " ?! " })).IsRefused("invalid_query", "Please tell me a word or two about the product you are looking for.");

    [Fact]
    public async Task Missing_and_mistyped_arguments_are_the_callers_mistake()
    {
        foreach (var arguments in new object[] { new { }, new { order = 7 }, new { order = (string?)null } })
        {
            var answer = await shop.CallAsync("ada", "get_order", arguments);
            Assert.True(answer.IsError);
            Assert.Equal("invalid_arguments", answer.Content.GetProperty("code").GetString());
        }
    }
}
