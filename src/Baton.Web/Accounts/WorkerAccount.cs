using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Identity;

namespace Baton.Web;

/// <summary>A worker's account: who signs in to the console, and as whom an API key acts.</summary>
public sealed class WorkerAccount : IdentityUser
{
    /// <summary>The name that customers and colleagues see, 1 to 100 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>How many conversations the worker takes at once, 1 to 50. Default: 5.</summary>
    public int Capacity { get; set; } = 5;

    /// <summary>The worker as the desk knows it: the account's key and the name customers see.</summary>
    public ActingWorker ToActingWorker() => new(new WorkerId(Id), DisplayName);
}

/// <summary>The roles of a worker, as kept by ASP.NET Core Identity.</summary>
public static class WorkerRoles
{
    /// <summary>Serves customers.</summary>
    public const string Worker = "worker";

    /// <summary>Serves customers and steers other workers.</summary>
    public const string Lead = "lead";

    /// <summary>Also manages accounts, API keys and webhooks.</summary>
    public const string Admin = "admin";

    /// <summary>All of them, least first.</summary>
    public static readonly IReadOnlyList<string> All = [Worker, Lead, Admin];
}
