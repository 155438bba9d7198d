using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Makes one turn's calls: checks authority, logs before and after, repeats a failed look-up once, and after a crash
/// goes on with the same call ids, so that nothing happens twice.
/// </summary>
internal sealed class ToolCaller(IToolBox box, IToolLog log, AgentContext context, TimeProvider time)
{
    /// <summary>Calls a tool for a step of a procedure.</summary>
    /// <param name="procedure">Whose tools may be called.</param>
    /// <param name="frame">The procedure under way.</param>
    /// <param name="step">The step's path.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">JSON object.</param>
    /// <param name="cancellationToken">Cancelled when the agent loses the conversation; a change under way is finished and logged nevertheless.</param>
    /// <returns>The last call's id, how often it was called, and the answer.</returns>
    /// <exception cref="OwnershipLostException">The agent lost the conversation before the call.</exception>
    public async Task<(string CallId, int Calls, ToolAnswer Answer)> CallAsync(Procedure procedure, ProcedureFrame frame, string step, string tool, JsonElement arguments, CancellationToken cancellationToken)
    {
        var calls = frame.Calls.GetValueOrDefault(step);
        if (Authority.Forbids(procedure, frame, step, tool, arguments, context.Customer) is { } why) return ("", calls, new ToolAnswer.Failed(why));
        var changes = procedure.Tools.First(use => use.Name == tool).Effect != ToolEffect.Reads;
        var tries = changes ? 1 : 2;
        while (true)
        {
            var id = CallId(frame.Number, step, ++calls, arguments);
            var answer = await CallOnceAsync(new(tool, arguments, id, context.Conversation, context.Customer.Id), procedure, changes, cancellationToken);
            if (--tries == 0 || answer is not ToolAnswer.Failed) return (id, calls, answer);
        }
    }

    private async Task<ToolAnswer> CallOnceAsync(ToolRequest request, Procedure procedure, bool changes, CancellationToken cancellationToken)
    {
        if (context.History.Select(logged => logged.Event).OfType<ToolReturned>().FirstOrDefault(returned => returned.CallId == request.CallId) is { } known) return ToolAnswer.FromLog(known);
        // Also when it was called before a crash and never answered: ownership is proven anew, and the tool knows the id.
        await log.CallingAsync(new(request.CallId, request.Tool, request.Arguments, procedure.Name, procedure.Changes(request.Tool)), cancellationToken);
        var start = time.GetTimestamp();
        var answer = await box.CallAsync(request, changes ? CancellationToken.None : cancellationToken);
        await log.ReturnedAsync(new(request.CallId, answer.IsError, answer.ToJson(), (long)time.GetElapsedTime(start).TotalMilliseconds), CancellationToken.None);
        return answer;
    }

    // The arguments are part of the id: the same id always means the same call, whatever was read differently meanwhile.
    private string CallId(int frame, string step, int call, JsonElement arguments)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(arguments.GetRawText())))[..8];
        return string.Create(CultureInfo.InvariantCulture, $"{context.Conversation}-{frame}-{step.Replace('/', '.')}-{call}-{digest}");
    }
}
