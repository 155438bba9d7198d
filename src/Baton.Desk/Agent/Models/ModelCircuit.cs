namespace Baton.Desk;

/// <summary>After some failures in a row the model is left alone for a while: customers do not pay for each of its time-outs.</summary>
internal sealed class ModelCircuit(TimeProvider time)
{
    private const int MostFailures = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _until;

    public bool IsOpen
    {
        get
        {
            lock (_lock) return time.GetUtcNow() < _until;
        }
    }

    public void Succeeded()
    {
        lock (_lock) _failures = 0;
    }

    public void Failed()
    {
        lock (_lock)
        {
            // After the rest one more failure is enough.
            if (++_failures >= MostFailures) _until = time.GetUtcNow() + Rest;
        }
    }
}
