using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Baton.Web;

/// <summary>
/// The wall, and beside it (or over it on a small screen) the conversation that is open. What is shown is in the address: the tab,
/// the search, the conversation.
/// </summary>
public sealed partial class WallPage : IAsyncDisposable
{
    internal const int RowHeight = 60;
    internal const int SearchLimit = 100;

    private static readonly (WallTab Tab, string Name, string Key)[] Tabs =
    [
        (WallTab.All, "All", "1"),
        (WallTab.Needs, "Needs a person", "2"),
        (WallTab.Watched, "Watched", "3"),
        (WallTab.Mine, "Mine", "4"),
    ];

    private readonly CancellationTokenSource _closing = new();
    private WallView _view = null!;
    private UpdatePacer? _pacer;
    private IDisposable? _keys;
    private DotNetObjectReference<WallPage>? _self;
    private ElementReference _list;
    private List<ConversationSummary>? _search;
    private string? _searched;
    private string? _searchText;
    private bool _isSearching;
    private ConversationId? _openId;
    private string? _open;
    private string? _begin;
    private string? _notice;

    /// <summary>The open conversation, from the address.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The tab, from the address.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    /// <summary>The search, from the address.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private IConversationIndex Index { get; set; } = null!;

    [Inject]
    private IWorkforce Workforce { get; set; } = null!;

    [Inject]
    private IConversations Conversations { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private ShortcutHub Keys { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private ICollection<ConversationSummary> Shown => _search ?? (ICollection<ConversationSummary>)_view.Visible;

    private string OpenName => _open is { Length: > 0 } name ? name : "Conversation";

    private string EmptyTitle => _search is not null ? "Nothing found" : _view.Tab switch
    {
        WallTab.Needs => "Nobody waits for a person",
        WallTab.Watched => "Nothing looks wrong",
        WallTab.Mine => "You hold no conversation",
        _ => "No live conversations",
    };

    private string EmptyText => _search is not null ? "Every word must occur in what was written or in the customer’s name." : _view.Tab switch
    {
        WallTab.Needs => "Whoever asks for one, or needs one, appears here within a second.",
        WallTab.Watched => "Conversations the agent handles rise here as soon as there are signs of trouble.",
        WallTab.Mine => "Press c to claim whoever needs a person most, or t to take over any conversation.",
        _ => "Conversations appear here as soon as a customer writes.",
    };

    /// <summary>The pointer came to rest on the rows, or left them; called by the browser.</summary>
    [JSInvokable]
    public void OnHoldAsync(bool isHeld)
    {
        _view.Hold(isHeld);
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _keys?.Dispose();
        _pacer?.Dispose();
        _view?.Dispose();
        _self?.Dispose();
        _closing.Dispose();
        if (_openId is not null) await Workforce.LookAtAsync(Session.Worker.Id, null, CancellationToken.None);
    }

    internal static string RowId(ConversationId id) => $"row-{id}";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _view = new WallView(Wall, Session.Worker.Id);
        _pacer = new UpdatePacer(Time, TimeSpan.FromMilliseconds(250), () => InvokeAsync(() =>
        {
            if (_view.Refresh()) StateHasChanged();
        }));
        _view.Changed = _pacer.Signal;
        _view.Start();
        _keys = Keys.Register(PressAsync);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _view.Switch(WallTabs.Parse(Tab));
        var opened = ConversationId.TryParse(Id, out var id) ? id : (ConversationId?)null;
        if (opened != _openId)
        {
            _openId = opened;
            _open = null;
            if (opened is not null) _view.Select(opened);
            await Workforce.LookAtAsync(Session.Worker.Id, opened, _closing.Token);
        }

        if (opened is null && Id is not null) _notice = "That address names no conversation.";
        if (!string.Equals(Query, _searched, StringComparison.Ordinal)) await FindAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        await Script.InvokeVoidAsync("batonConsole.rows", _closing.Token, _list, _self);
    }

    private static string Link(ConversationId? open, WallTab tab, string? query)
    {
        var parts = new List<string>(2);
        if (tab != WallTab.All) parts.Add($"tab={tab.ToString().ToLowerInvariant()}");
        if (!string.IsNullOrWhiteSpace(query)) parts.Add($"q={Uri.EscapeDataString(query)}");
        return (open is { } id ? $"console/c/{id}" : "console") + (parts.Count > 0 ? $"?{string.Join('&', parts)}" : "");
    }

    private void Name(string name)
    {
        _open = name;
        StateHasChanged();
    }

    private async Task FindAsync()
    {
        _searched = Query;
        _searchText = Query;
        if (string.IsNullOrWhiteSpace(Query))
        {
            _search = null;
            return;
        }

        _search ??= [];
        _isSearching = true;
        StateHasChanged();
        var text = Query.Length > 200 ? Query[..200] : Query;
        var found = await Index.ListAsync(new() { Text = text, Limit = SearchLimit }, _closing.Token);
        _isSearching = false;
        if (string.Equals(_searched, Query, StringComparison.Ordinal)) _search = [.. found.Where(row => !row.IsEmpty)];
    }

    private void SearchAsync() => Navigation.NavigateTo(Link(_openId, _view.Tab, _searchText));
}
