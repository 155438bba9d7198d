using Baton.Language;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

/// <summary>The model reads; when it is slow, broken or wrong, the embedded interpreter decides.</summary>
internal sealed partial class FallbackInterpreter(IInterpreter model, IInterpreter embedded, ModelCircuit circuit, ILogger<FallbackInterpreter> logger) : IInterpreter
{
    public string Name => model.Name;

    public async ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        if (!circuit.IsOpen)
        {
            try
            {
                var reading = await model.ReadAsync(request, cancellationToken);
                circuit.Succeeded();
                return reading;
            }
            catch (InterpretationException error)
            {
                circuit.Failed();
                ModelFailed(model.Name, error.Message);
            }
        }
        return await embedded.ReadAsync(request, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The model {Model} could not read a message; the embedded interpreter did. {Why}")]
    private partial void ModelFailed(string model, string why);
}
