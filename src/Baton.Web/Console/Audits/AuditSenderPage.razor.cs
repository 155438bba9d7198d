using System.Text.RegularExpressions;
using Baton.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.RateLimiting;

namespace Baton.Web;

/// <summary>Explains the audits to whoever got a message, and takes an objection that lasts. Plain HTML without a script.</summary>
[EnableRateLimiting(Throttle.Open)]
public sealed partial class AuditSenderPage
{
    private string? _done;
    private string? _refusal;

    [SupplyParameterFromQuery(Name = "for")]
    private string? For { get; set; }

    [SupplyParameterFromForm(FormName = "object")]
    private ObjectionForm? Form { get; set; }

    [Inject]
    private AuditArchive Archive { get; set; } = null!;

    private SenderOptions Sender => Archive.Options.Sender;

    private async Task SaveAsync()
    {
        var target = Form?.Target.Trim() ?? "";
        if (!Target().IsMatch(target))
        {
            _refusal = "That is neither an address nor a domain. Write you@example.org or example.org.";
            return;
        }
        using var ledger = new WriteLedger(Archive.Ledger);
        await ledger.ObjectAsync(target, CancellationToken.None);
        _done = $"Nothing will be sent to {target} again.";
    }

    [GeneratedRegex(@"^([^@\s,;]{1,64}@)?([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();

    private sealed class ObjectionForm
    {
        public string Target { get; set; } = "";
    }
}
