using System.Net;
using Microsoft.Extensions.Options;

namespace Baton.Audit;

internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        List<string> mistakes = [];
        if (string.IsNullOrWhiteSpace(options.Folder)) mistakes.Add("Audit:Folder is empty. Name a folder, or leave it out for 'audits'.");
        if (options.ReplyLinkLifetime < TimeSpan.FromDays(1) || options.ReplyLinkLifetime > TimeSpan.FromDays(366)) mistakes.Add($"Audit:ReplyLinkLifetime is {options.ReplyLinkLifetime}. It is from 1 day to 366 days.");
        mistakes.AddRange(options.AllowPrivate.Where(address => !IPAddress.TryParse(address, out _)).Select(address => $"Audit:AllowPrivate has '{address}', which is not an IP address."));
        if (options.Sender.Name is not null ^ options.Sender.Email is not null) mistakes.Add("Audit:Sender needs both Name and Email, or neither.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
