using System.CommandLine;
using System.Text.Json.Nodes;
using Baton.Language;
using Microsoft.Extensions.Options;

namespace Baton;

/// <summary><c>baton read</c>: messages in, what is understood of each out, both as JSON Lines.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var source = new Argument<string?>("messages") { Description = "A file with messages, one JSON object a line: text, and if wanted before, locale, now; or one message as it is. Standard input when not given.", Arity = ArgumentArity.ZeroOrOne };
        var intents = new Option<FileInfo?>("--intents") { Description = "Examples of what can be wanted, one JSON object a line: intent and text." };
        var values = new Option<bool>("--values") { Description = "Also look for values of every kind." };
        var command = new Command("read", "Read messages with the models and write language, intent, feeling, dissatisfaction, request for a person and values, as JSON Lines.") { source, intents, values };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var configuration = new ConfigurationBuilder().AddEnvironmentVariables("BATON_").AddCommandLine([.. Settings.From(parsed)]).Build();
                await using var services = new ServiceCollection().AddLanguage().Configure<LanguageOptions>(configuration.GetSection(LanguageOptions.Section)).BuildServiceProvider();
                services.GetRequiredService<IStartupValidator>().Validate();
                var definitions = parsed.GetValue(intents) is { } named ? ReadIntents(named) : [];
                var reader = new MessageLines(services.GetRequiredService<EmbeddedInterpreter>(), definitions, parsed.GetValue(values), TimeProvider.System);
                using var lines = parsed.GetValue(source) is { } given ? FileOrMessage(given) : Console.In;
                try
                {
                    await foreach (var line in reader.ReadAsync(lines, stop))
                        await Console.Out.WriteLineAsync(line.AsMemory(), stop);
                }
                catch (InvalidDataException exception)
                {
                    throw new UserMistakeException(exception.Message);
                }
            },
            cancellationToken));
        return command;
    }

    private static IReadOnlyList<IntentDefinition> ReadIntents(FileInfo file)
    {
        try
        {
            using var source = Open(file);
            return MessageLines.ReadIntents(source);
        }
        catch (InvalidDataException exception)
        {
            throw new UserMistakeException($"{file.Name}: {exception.Message}");
        }
    }

    /// <summary>What is called like a file is one, so that a mistyped name is not read as a message.</summary>
    private static TextReader FileOrMessage(string given) =>
        File.Exists(given) || Path.GetExtension(given) is ".json" or ".jsonl"
            ? Open(new FileInfo(given))
            : new StringReader(new JsonObject { ["text"] = given }.ToJsonString());

    private static StreamReader Open(FileInfo file) => file.Exists ? file.OpenText() : throw new UserMistakeException($"{file.FullName} does not exist.");
}
