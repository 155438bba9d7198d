using Baton.Desk;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Letters that need a look and have no conversation to be seen in.</summary>
public sealed partial class MailPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<DeadLetter>? _dead;
    private IReadOnlyList<UnplacedLetter>? _unplaced;

    [Inject]
    private ILetterDesk Letters { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => (_dead, _unplaced) = (await Letters.ListDeadAsync(_closing.Token), await Letters.ListUnplacedAsync(_closing.Token));

    private async Task RetryAsync(DeadLetter letter)
    {
        await Letters.RetryAsync(letter.MessageId, _closing.Token);
        await LoadAsync();
    }
}
