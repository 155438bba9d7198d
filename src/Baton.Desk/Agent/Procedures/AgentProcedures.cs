using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Loads the procedures at start: a wrong file ends the program with all its mistakes, a tool server that is down does not.</summary>
internal sealed partial class AgentProcedures(IOptions<AgentOptions> options, IToolBox tools, ILogger<AgentProcedures> logger) : IHostedLifecycleService
{
    public ProcedureSet Current { get; private set; } = ProcedureSet.Empty;

    /// <summary>Before any service starts, so that no message meets an agent without procedures.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.ProceduresFolder))
        {
            NoProcedures();
            return;
        }

        var loaded = await ProcedureSet.LoadAsync(options.Value.ProceduresFolder, cancellationToken);
        var (offered, unreachable) = await tools.ListAsync(cancellationToken);
        var mistakes = ToolChecks.Run(loaded, offered, isComplete: unreachable.Count == 0).ToList();
        if (mistakes.Count > 0) throw new ProceduresInvalidException(mistakes);
        Current = loaded;
        Loaded(loaded.All.Count, options.Value.ProceduresFolder);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "{Count} procedures loaded from {Folder}.")]
    private partial void Loaded(int count, string folder);

    [LoggerMessage(LogLevel.Warning, "The agent has no procedures and can only offer people. Set Agent:ProceduresFolder to the folder of your procedure files.")]
    private partial void NoProcedures();
}
