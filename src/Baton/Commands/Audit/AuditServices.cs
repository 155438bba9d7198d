using Baton.Audit;

namespace Baton;

/// <summary>What the audit's commands need: the audit's room and no other.</summary>
internal static class AuditServices
{
    public static ServiceProvider Create() => new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddAudit().BuildServiceProvider();
}
