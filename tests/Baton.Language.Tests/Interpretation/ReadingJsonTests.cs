using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Language.Tests;

public sealed class ReadingJsonTests
{
    [Fact]
    public void Commands_come_back_from_the_log_as_they_went_in()
    {
        IReadOnlyList<CustomerCommand> commands =
        [
            new StartProcedure("refund"), new SetValue("order", "SO-10042", "so 10042", IsCorrection: true), new Confirm(), new Deny(), new StopProcedure(), new AskForPerson(),
            new RejectReply(), new AskAgain(), new Greet(), new Thank(), new Leave(),
        ];

        var json = ReadingJson.Commands(commands);

        Assert.Equal(commands, ReadingJson.ParseCommands(json));
        Assert.Equal("startProcedure", json[0].GetProperty("command").GetString());
    }

    [Fact]
    public void A_command_of_no_known_kind_is_an_error() =>
        Assert.Throws<JsonException>(() => ReadingJson.ParseCommands(JsonDocument.Parse("""[{"command":"dance"}]""").RootElement));

    [Fact]
    public void The_room_registers_one_interpreter_under_both_types()
    {
        using var services = new ServiceCollection().AddLanguage().BuildServiceProvider();

        Assert.Same(services.GetRequiredService<EmbeddedInterpreter>(), services.GetRequiredService<IInterpreter>());
        Assert.Equal("embedded", services.GetRequiredService<IInterpreter>().Name);
    }
}
