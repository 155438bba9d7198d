using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Reports every mistake in the section <c>Agent</c> at once.</summary>
internal sealed class AgentOptionsValidator : IValidateOptions<AgentOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        var mistakes = new List<string>();
        for (var index = 0; index < options.ToolServers.Count; index++)
        {
            var server = options.ToolServers[index];
            if (string.IsNullOrWhiteSpace(server.Name)) mistakes.Add($"Agent:ToolServers:{index}:Name is missing.");
            if (!IsHttp(server.Url)) mistakes.Add($"Agent:ToolServers:{index}:Url must be an http or https address; it is '{server.Url}'.");
            if (server.Timeout <= TimeSpan.Zero) mistakes.Add($"Agent:ToolServers:{index}:Timeout must be longer than zero; it is {server.Timeout}.");
        }
        foreach (var twin in options.ToolServers.GroupBy(server => server.Name).Where(group => group.Count() > 1)) mistakes.Add($"Agent:ToolServers has the name '{twin.Key}' {twin.Count()} times; names are unique.");
        if (options.Model.Endpoint is not null)
        {
            if (!IsHttp(options.Model.Endpoint)) mistakes.Add($"Agent:Model:Endpoint must be an http or https address; it is '{options.Model.Endpoint}'.");
            if (string.IsNullOrWhiteSpace(options.Model.Name)) mistakes.Add("Agent:Model:Name is required with Agent:Model:Endpoint.");
            if (options.Model.Timeout <= TimeSpan.Zero) mistakes.Add($"Agent:Model:Timeout must be longer than zero; it is {options.Model.Timeout}.");
        }
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static bool IsHttp(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
