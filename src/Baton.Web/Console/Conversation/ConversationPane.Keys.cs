using Baton.Journal;

namespace Baton.Web;

// One key for each act.
public sealed partial class ConversationPane
{
    private async Task<bool> PressAsync(string key)
    {
        if (key == "Escape") return await LeaveModeAsync();
        if (_state != PaneState.Ready) return false;
        switch (key)
        {
            case "t":
                await TakeAsync();
                return true;
            case "r":
                await SetModeAsync(ComposerMode.Reply);
                return true;
            case "w":
                await SetModeAsync(ComposerMode.Whisper);
                return true;
            case "s":
                await SetModeAsync(ComposerMode.StepIn);
                return true;
            case "g":
                await SetModeAsync(ComposerMode.GiveBack);
                return true;
            case "q":
                await SetModeAsync(ComposerMode.Release);
                return true;
            case "x":
                await SetModeAsync(ComposerMode.Close);
                return true;
            case "f":
                if ((_view.Suggestion(Session.Worker.Name) ?? _effort?.Step) is not { } suggested) return false;
                await SuggestAsync(suggested);
                return true;
            case "b":
                ToggleBrief();
                return true;
            case "m":
                ToggleGoodwill();
                return true;
            case "v":
                ToggleShield();
                return true;
            case "e":
                Refuse(await _care.WarnOrAskToEndAsync(_view, _closing.Token));
                return true;
            case "h":
                Refuse(await _care.ToggleHelpAsync(_view, _closing.Token));
                return true;
            case "i":
                Refuse(await _care.ToggleJoinAsync(_view, _closing.Token));
                return true;
            case "p":
                Refuse(await _care.SwapAsync(_closing.Token));
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> LeaveModeAsync()
    {
        if (_mode is ComposerMode.Reply or ComposerMode.Whisper) return false;
        await SetModeAsync(ComposerMode.Reply);
        return true;
    }

    private async Task TakeAsync()
    {
        if (_isActing || IsMine || _view.Holder == Holder.Closed) return;
        _isActing = true;
        try
        {
            Refuse(await _acts.TakeAsync(_view.Holder, _closing.Token));
            if (_refusal is null) await SetModeAsync(ComposerMode.Reply);
        }
        finally
        {
            _isActing = false;
        }
    }

    private async Task SetModeAsync(ComposerMode mode)
    {
        _refusal = (mode, IsMine, _view.Holder) switch
        {
            (ComposerMode.GiveBack or ComposerMode.Release, false, _) => "You do not hold this conversation. Take it over first (t).",
            (ComposerMode.StepIn, _, not Holder.Agent) => "Stepping in is for conversations the agent has. Reply instead (r).",
            (ComposerMode.Whisper or ComposerMode.Close, _, Holder.Closed) => "The conversation is closed. A reply opens it again (r).",
            _ => null,
        };
        if (_refusal is null) _mode = mode;
        StateHasChanged();
        if (_refusal is null && _composer is not null) await _composer.FocusAsync(mode);
    }

    private async Task SuggestAsync(string text)
    {
        await SetModeAsync(ComposerMode.Reply);
        if (_composer is not null) await _composer.WriteAsync(text);
    }

    private async Task MarkAsync(SignalCorrection correction) => Refuse(await _acts.MarkAsync(correction, _closing.Token));

    private async Task LiftAsync(int version) => Refuse(await _care.LiftAsync(version, _closing.Token));

    private void ToggleGoodwill()
    {
        _isGoodwillOpen = !_isGoodwillOpen && IsMine && _view.IsEmotional;
        StateHasChanged();
    }

    private void ToggleShield()
    {
        _isShieldOpen = !_isShieldOpen && _view.Shielded > 0;
        StateHasChanged();
    }

    private void Refuse(string? why)
    {
        _refusal = why;
        StateHasChanged();
    }

    private void ToggleBrief()
    {
        _isBriefOpen = !_isBriefOpen;
        StateHasChanged();
    }
}
