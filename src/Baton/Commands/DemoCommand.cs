using System.CommandLine;

namespace Baton;

/// <summary><c>baton demo</c>: the desk with a sample shop, demo workers and, if wanted, simulated customers.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var port = Port("--port", 5080, "Where Baton serves.");
        var shopPort = Port("--shop-port", 5081, "Where the sample shop serves.");
        var folder = new Option<DirectoryInfo>("--data") { Description = "Where the demo keeps its databases.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("data", "demo")) };
        var customers = new Option<int>("--customers") { Description = "How many simulated customers write at once, 0 to 200." };
        customers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 200) result.AddError("--customers is a number from 0 to 200.");
        });
        var command = new Command("demo", "Try Baton: a sample shop, demo workers, a database in a folder. No key, no other server.") { port, shopPort, folder, customers };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            stop => new DemoHost(
                parsed.GetValue(port), parsed.GetValue(shopPort), parsed.GetRequiredValue(folder), parsed.GetValue(customers), Settings.From(parsed)).RunAsync(stop),
            cancellationToken));
        return command;
    }

    private static Option<int> Port(string name, int standard, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 65535) result.AddError($"{name} is a number from 1 to 65535.");
        });
        return option;
    }
}
