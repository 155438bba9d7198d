using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>Understands exactly what the test tells it to.</summary>
internal sealed class ScriptedInterpreter : IInterpreter
{
    public Func<ReadingRequest, CustomerCommand[]> Reads { get; set; } = _ => [];

    public string Name => "scripted";

    public ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        var commands = Reads(request);
        return new(new Reading { Interpreter = Name, Language = request.Locale.Split('-')[0], Commands = commands, Intent = commands.OfType<StartProcedure>().FirstOrDefault()?.Procedure });
    }
}
