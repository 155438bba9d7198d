using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Language;

/// <summary>
/// Writes what was understood for the log and reads it back. Commands are an array of objects, each with its kind in <c>command</c>:
/// <c>[{"command":"startProcedure","procedure":"refund"}]</c>.
/// </summary>
public static class ReadingJson
{
    /// <summary>The commands of a reading as a JSON array; empty when there are none.</summary>
    public static JsonElement Commands(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Commands(reading.Commands);
    }

    /// <summary>Commands as a JSON array.</summary>
    public static JsonElement Commands(IReadOnlyList<CustomerCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return JsonSerializer.SerializeToElement([.. commands], CommandJson.Default.ListCustomerCommand);
    }

    /// <summary>Reads what <see cref="Commands(Reading)"/> wrote. Anything that is not an array gives no commands.</summary>
    /// <exception cref="JsonException">A command of the array is of no known kind or lacks a member.</exception>
    public static IReadOnlyList<CustomerCommand> ParseCommands(JsonElement commands) =>
        commands.ValueKind == JsonValueKind.Array ? commands.Deserialize(CommandJson.Default.ListCustomerCommand) ?? [] : [];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<CustomerCommand>))]
internal sealed partial class CommandJson : JsonSerializerContext;
