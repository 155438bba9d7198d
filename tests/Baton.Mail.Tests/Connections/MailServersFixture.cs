using Baton.Testing;

namespace Baton.Mail.Tests;

/// <summary>One Postfix and Dovecot for all tests that need them.</summary>
public sealed class MailServersFixture : IAsyncLifetime
{
    private MailServers? _servers;

    public MailServers Servers
    {
        get
        {
            Assert.SkipUnless(_servers is not null, MailServers.Missing ?? "");
            return _servers;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (MailServers.Missing is null)
            _servers = await MailServers.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_servers is not null)
            await _servers.DisposeAsync();
    }
}
