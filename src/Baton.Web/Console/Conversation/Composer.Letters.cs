using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Microsoft.JSInterop;

namespace Baton.Web;

// Writing a letter: subject, copies, and a draft that is kept on the server and follows the worker to another machine.
public sealed partial class Composer
{
    private string? _subject;
    private string? _cc;
    private string? _draftSaved;
    private string _draftText = "";

    private bool IsByLetter => View.LastLetter is not null;

    private string Subject => _subject ?? (View.LastLetter is { } letter ? ReplySubject(letter.Envelope.Subject) : "");

    private string Cc => _cc ?? (View.LastLetter is { } letter ? string.Join(", ", Copies(letter)) : "");

    /// <summary>Called by the browser a moment after the worker stopped typing.</summary>
    [JSInvokable]
    public async Task OnDraftAsync(string text)
    {
        if (!IsByLetter || Mode != ComposerMode.Reply) return;
        _draftText = text;
        await SaveDraftAsync();
    }

    private async Task SaveDraftAsync()
    {
        await Letters.SaveDraftAsync(Conversation, Acts.Worker.Id, new(_draftText, _subject, _cc, Time.GetUtcNow()), _closing.Token);
        _draftSaved = _draftText.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"Draft saved {Time.GetUtcNow():HH:mm:ss} UTC") : null;
        StateHasChanged();
    }

    private async Task RestoreDraftAsync()
    {
        if (!IsByLetter || _field is null || await Letters.GetDraftAsync(Conversation, Acts.Worker.Id, _closing.Token) is not { } draft) return;
        (_subject, _cc, _draftText) = (draft.Subject, draft.Cc, draft.Text);
        await _field.InvokeVoidAsync("offer", _closing.Token, draft.Text);
        StateHasChanged();
    }

    private async Task ForgetDraftAsync()
    {
        if (!IsByLetter) return;
        (_subject, _cc, _draftText, _draftSaved) = (null, null, "", null);
        await Letters.SaveDraftAsync(Conversation, Acts.Worker.Id, null, _closing.Token);
    }

    private LetterWish? Wish => IsByLetter
        ? new(Subject, [.. Cc.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(copy => new Correspondent("", copy.Contains('<', StringComparison.Ordinal) ? copy[(copy.IndexOf('<', StringComparison.Ordinal) + 1)..].TrimEnd('>') : copy))])
        : null;

    private static string ReplySubject(string subject) => subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) ? subject : $"Re: {subject}".Trim();

    private static IEnumerable<string> Copies(LetterArrived letter)
    {
        var own = letter.OwnAddress.Split('@');
        return letter.Envelope.To.Concat(letter.Envelope.Cc).Select(copy => copy.Address)
            .Where(address => !address.Equals(letter.AnswerTo.Address, StringComparison.OrdinalIgnoreCase) && !address.Equals(letter.OwnAddress, StringComparison.OrdinalIgnoreCase)
                && !address.StartsWith(own[0] + "+", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
