using System.Text.Json;
using Baton.Journal;
using Baton.Language;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Desk.Tests;

/// <summary>Whatever is understood, in whatever order: nothing is changed without a yes to exactly that.</summary>
public sealed class ConfirmationProperties
{
    private static readonly Gen<CustomerCommand> Command = Gen.OneOf<CustomerCommand>(
        Of("cancel-order", "change-address", "refund", "return-or-exchange", "where-is-my-order", "send-invoice", "injury").Select(name => (CustomerCommand)new StartProcedure(name)),
        Gen.Select(Of("SO-10001", "SO-10002", "SO-99999"), Gen.Bool).Select((order, correction) => (CustomerCommand)new SetValue("order", order, order, correction)),
        Of("10 EUR", "20 EUR", "500 EUR").Select(amount => (CustomerCommand)new SetValue("amount", amount, amount)),
        Of("1 Main Street, 10115 Berlin", "2 Side Street, 10115 Berlin").Select(address => (CustomerCommand)new SetValue("address", address, address)),
        Of("A", "B").Select(item => (CustomerCommand)new SetValue("item", item, item)),
        Of("refund", "exchange").Select(resolution => (CustomerCommand)new SetValue("resolution", resolution, resolution)),
        Of("too small", "because").Select(reason => (CustomerCommand)new SetValue("reason", reason, reason)),
        Gen.Const((CustomerCommand)new Confirm()),
        Gen.Const((CustomerCommand)new Confirm()),
        Of<CustomerCommand>(new Deny(), new StopProcedure(), new RejectReply(), new AskAgain(), new Greet(), new Thank(), new Leave()));

    private static Gen<T> Of<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(index => all[index]);

    private static readonly Gen<CustomerCommand[][]> Course = Command.Array[0, 3].Array[1, 14];

    [Fact]
    public async Task No_change_without_a_yes_to_the_same_arguments()
    {
        var procedures = await ProcedureSet.LoadAsync(AgentWithShop.ProceduresFolder, TestContext.Current.CancellationToken);
        var texts = new AgentTexts();
        var changes = 0;
        await Course.SampleAsync(async course => Interlocked.Add(ref changes, await RunAsync(procedures, texts, course)), iter: 600, threads: 1);
        // The property would hold for an agent that never acts; this one must have acted.
        Assert.True(changes > 0, "No changes in all courses.");
    }

    private static async Task<int> RunAsync(ProcedureSet procedures, AgentTexts texts, CustomerCommand[][] course)
    {
        var interpreter = new ScriptedInterpreter();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        var agent = new CustomerAgent(() => procedures, new(interpreter, interpreter), new PlainPhraser(), new PaperShop(), texts, ReplyJudge.Shipped, time);
        var ada = new AgentConversation(agent, new("ada", "Ada", "ada@example.com"), time);
        var changes = 0;
        // Customers answer questions more often than chance does: a confirmation asked for is given every other time.
        var messages = new Queue<CustomerCommand[]>(course);
        for (var turn = 0; messages.Count > 0; turn++)
        {
            var commands = ada.Frames is [.., { Asked: "confirm" }] && turn % 2 == 0 ? [new Confirm()] : messages.Dequeue();
            var before = ada.Frames;
            var calls = ada.Calls.Count();
            var first = true;
            // The message is read once; a second look finds nothing.
            interpreter.Reads = _ => first && !(first = false) ? commands : [];
            await ada.SaysAsync("…");
            foreach (var call in ada.Calls.Skip(calls).Where(call => call.IsIrreversible))
            {
                changes++;
                Assert.Contains(commands, command => command is Confirm);
                Assert.Contains(before, frame => frame.Confirmation is { } asked && frame.Asked == "confirm" && JsonElement.DeepEquals(asked.Arguments, call.Arguments));
                if (call.Tool == "refund") Assert.True(call.Arguments.GetProperty("amount").GetDecimal() <= 50);
            }
            if (ada.LastTurn.Escalation is not null || ada.LastTurn.IsResolved) break;
        }
        return changes;
    }

    /// <summary>A shop on paper: every tool answers at once.</summary>
    private sealed class PaperShop : IToolBox
    {
        private const string Items = """[{"sku":"A","name":"Jacket","color":"blue","size":"M","quantity":1,"price":100},{"sku":"B","name":"Boots","color":"brown","size":"41","quantity":1,"price":50}]""";

        public Task<ToolAnswer> CallAsync(ToolRequest request, CancellationToken cancellationToken)
        {
            var order = request.Arguments.TryGetProperty("order", out var number) ? number.GetString() : "";
            var isOpen = order == "SO-10001" ? "true" : "false";
            var answer = request.Tool switch
            {
                "list_orders" => $$$"""{"orders":[{"number":"SO-10001","placed":"2026-11-18","status":"processing","items":{{{Items}}}},{"number":"SO-10002","placed":"2026-11-01","status":"delivered","items":{{{Items}}}}]}""",
                "get_order" => $$$"""{"number":"{{{order}}}","status":"delivered","items":{{{Items}}},"total":150,"currency":"EUR","address":"Here 1","canCancel":{{{isOpen}}},"canChangeAddress":{{{isOpen}}},"canReturn":{{{(isOpen == "true" ? "false" : "true")}}},"refundable":150,"shipment":{"carrier":"DHL","tracking":"T1","status":"x","expected":"2026-11-21","delivered":"2026-11-10"}}""",
                "find_products" => """{"products":[{"sku":"A2","name":"Jacket","color":"green","size":"M","price":100,"stock":3},{"sku":"A3","name":"Jacket","color":"red","size":"M","price":100,"stock":3}]}""",
                "cancel_order" => $$$"""{"order":"{{{order}}}","refund":{"amount":150,"currency":"EUR","by":"2026-11-25"}}""",
                "change_address" => $$$"""{"order":"{{{order}}}","address":"There 2"}""",
                "create_return" => """{"returnNumber":"RE-1","label":"http://localhost/returns/RE-1"}""",
                "refund" => """{"refundNumber":"RF-1","amount":10,"currency":"EUR","by":"2026-11-25"}""",
                _ => """{"invoice":"IN-1","sentTo":"ada@example.com"}""",
            };
            using var json = JsonDocument.Parse(answer);
            return Task.FromResult<ToolAnswer>(new ToolAnswer.Done(json.RootElement.Clone()));
        }

        public Task<(IReadOnlyList<OfferedTool> Tools, IReadOnlyList<string> Unreachable)> ListAsync(CancellationToken cancellationToken) =>
            Task.FromResult<(IReadOnlyList<OfferedTool>, IReadOnlyList<string>)>(([], []));
    }
}
