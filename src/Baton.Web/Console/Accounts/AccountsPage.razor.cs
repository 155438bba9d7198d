using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web;

/// <summary>Where admins keep the accounts of workers.</summary>
public sealed partial class AccountsPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<(WorkerAccount Account, string Role)>? _accounts;
    private AccountForm? _form;
    private (string Name, string Password)? _secret;
    private string? _refusal;

    [Inject]
    private IServiceScopeFactory Scopes { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => WithAsync(async accounts => _accounts = await accounts.ListAsync(_closing.Token));

    private void Add() => (_form, _refusal) = (new(), null);

    private void Edit(WorkerAccount account, string role) =>
        (_form, _refusal) = (new() { Id = account.Id, Name = account.DisplayName, Email = account.Email ?? "", Role = role, Capacity = account.Capacity }, null);

    private async Task SaveAsync()
    {
        if (_form is not { } form) return;
        await WithAsync(async accounts =>
        {
            if (form.Id is not null)
            {
                _refusal = await accounts.ChangeAsync(form.Id, form.Name, form.Role, form.Capacity);
                return;
            }

            var password = WorkerAccounts.NewPassword();
            (_, _refusal) = await accounts.CreateAsync(form.Email, form.Name, form.Role, password, form.Capacity);
            if (_refusal is null) _secret = (form.Name, password);
        });
        if (_refusal is not null) return;
        _form = null;
        await LoadAsync();
    }

    private async Task ResetAsync(WorkerAccount account) => await WithAsync(async accounts =>
    {
        (var password, _refusal) = await accounts.ResetPasswordAsync(account.Id);
        if (password is not null) _secret = (account.DisplayName, password);
    });

    private async Task EnableAsync(WorkerAccount account, bool isEnabled)
    {
        await WithAsync(async accounts => _refusal = await accounts.SetEnabledAsync(account.Id, isEnabled));
        await LoadAsync();
    }

    // A page lives for hours, a database context for one piece of work.
    private async Task WithAsync(Func<WorkerAccounts, Task> work)
    {
        await using var scope = Scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WorkerAccounts>());
    }

    private sealed class AccountForm
    {
        public string? Id { get; init; }

        public string Name { get; set; } = "";

        public string Email { get; set; } = "";

        public string Role { get; set; } = WorkerRoles.Worker;

        public int Capacity { get; set; } = 5;
    }
}
