using Microsoft.JSInterop;

namespace Baton.Web;

// Keys on the wall. With no conversation open, the acts of a conversation act on the selected row.
public sealed partial class WallPage
{
    private async Task<bool> PressAsync(string key)
    {
        switch (key)
        {
            case "j" or "ArrowDown":
                return await MoveAsync(1);
            case "k" or "ArrowUp":
                return await MoveAsync(-1);
            case "Enter":
                return Open(null);
            case "c":
                await ClaimNextAsync();
                return true;
            case "/":
                await Script.InvokeVoidAsync("batonConsole.focus", _closing.Token, "search");
                return true;
            case "1" or "2" or "3" or "4":
                Navigation.NavigateTo(Link(_openId, Tabs[key[0] - '1'].Tab, null));
                return true;
            case "t" or "r" or "w" or "s" or "g" or "x" or "q" when _openId is null:
                return Open(key);
            case "Escape":
                Navigation.NavigateTo(Link(null, _view.Tab, _openId is null ? null : Query));
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> MoveAsync(int by)
    {
        var at = _search is null ? _view.Move(by) : MoveInSearch(by);
        if (at < 0) return true;
        StateHasChanged();
        await Script.InvokeVoidAsync("batonConsole.showRow", _closing.Token, _list, at, RowHeight);
        return true;
    }

    private int MoveInSearch(int by)
    {
        if (_search is not { Count: > 0 } found) return -1;
        var at = found.FindIndex(row => row.Id == _view.Selected);
        var next = at < 0 ? 0 : Math.Clamp(at + by, 0, found.Count - 1);
        _view.Select(found[next].Id);
        return next;
    }

    private bool Open(string? begin)
    {
        if (_view.Selected is not { } id) return false;
        _begin = begin;
        Navigation.NavigateTo(Link(id, _view.Tab, Query));
        return true;
    }

    private async Task ClaimNextAsync()
    {
        _notice = null;
        _view.Refresh();
        if (_view.NextWaiting() is not { } row)
        {
            _notice = "Nobody waits for a person now.";
            return;
        }

        var result = await Conversations.ClaimAsync(row.Id, Session.Worker, _closing.Token);
        if (result.Refusal is { } refusal)
        {
            _notice = $"{Labels.CustomerName(row.Customer)}: {refusal.Why}";
            return;
        }

        _begin = "r";
        Navigation.NavigateTo(Link(row.Id, _view.Tab, null));
    }
}
