namespace Baton.Web;

/// <summary>Brings a pressed key to the part of the page that acts on it: the innermost that wants it.</summary>
public sealed class ShortcutHub
{
    private readonly List<Func<string, Task<bool>>> _targets = [];

    /// <summary>Takes part from now on.</summary>
    /// <param name="target">Answers whether it acted on the key.</param>
    /// <returns>Dispose it to take part no longer.</returns>
    public IDisposable Register(Func<string, Task<bool>> target)
    {
        _targets.Add(target);
        return new Registration(() => _targets.Remove(target));
    }

    /// <summary>A key was pressed outside of any text field.</summary>
    public async Task<bool> PressAsync(string key)
    {
        for (var i = _targets.Count - 1; i >= 0; i--)
            if (await _targets[i](key)) return true;
        return false;
    }

    private sealed class Registration(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
