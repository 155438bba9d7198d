using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Baton.Web;

/// <summary>One conversation: what happened, what to know, what to do.</summary>
public sealed partial class ConversationPane : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ConversationView _view = new();
    private ConversationActs _acts = null!;
    private CareActs _care = null!;
    private bool _isShieldOpen;
    private bool _isGoodwillOpen;
    private UpdatePacer? _pacer;
    private ITimer? _typingEnds;
    private IDisposable? _keys;
    private Composer? _composer;
    private EffortLine? _effort;
    private PaneState _state;
    private ComposerMode _mode;
    private FeedTyping? _typing;
    private IReadOnlyList<ConversationSummary> _earlier = [];
    private string? _refusal;
    private string? _begun;
    private bool _isActing;
    private bool _isBriefOpen = true;

    private enum PaneState
    {
        Loading,
        Missing,
        Failed,
        Ready,
    }

    /// <summary>Which conversation. Never changes in one instance: drafts and subscriptions are its own.</summary>
    [Parameter, EditorRequired]
    public ConversationId Id { get; set; }

    /// <summary>Where it was opened from.</summary>
    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    /// <summary>The key of the act it was opened with; null for none.</summary>
    [Parameter]
    public string? Begin { get; set; }

    /// <summary>Told the customer's name once it is known.</summary>
    [Parameter]
    public EventCallback<string> OnName { get; set; }

    [Inject]
    private IJournal Journal { get; set; } = null!;

    [Inject]
    private ILiveFeed Feed { get; set; } = null!;

    [Inject]
    private IConversations Conversations { get; set; } = null!;

    [Inject]
    private IProtection Protection { get; set; } = null!;

    [Inject]
    private IConversationIndex Index { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private ShortcutHub Keys { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<ConversationPane> Logger { get; set; } = null!;

    private string Name => _view.IsKnown ? Labels.CustomerName(_view.Customer) : "Conversation";

    private bool IsMine => _view.IsHeldBy(Session.Worker.Id);

    private string HolderWords => _view.Holder switch
    {
        _ when !_view.IsKnown => "",
        Holder.Agent => "The AI agent answers",
        Holder.Queue => "Waiting for a person",
        Holder.Closed => $"Closed, {_view.Outcome}",
        _ => IsMine ? "You answer" : $"{_view.WorkerName} answers",
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_composer is { IsTyping: true }) TellTyping(false);
        _keys?.Dispose();
        _pacer?.Dispose();
        if (_typingEnds is not null) await _typingEnds.DisposeAsync();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _acts = new(Conversations, Protection, Id, Session.Worker);
        _care = new(Protection, Id, Session);
        _pacer = new UpdatePacer(Time, TimeSpan.FromMilliseconds(80), () => InvokeAsync(StateHasChanged));
        _typingEnds = Time.CreateTimer(_ => _ = InvokeAsync(() => Show(null)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _keys = Keys.Register(PressAsync);
        Follow();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_state != PaneState.Ready || _begun == "" || _composer is null) return;
        var begin = Begin;
        _begun = "";
        if (begin is not null) await PressAsync(begin);
    }

    private void Follow()
    {
        _state = PaneState.Loading;
        _ = FollowAsync();
    }

    private async Task FollowAsync()
    {
        try
        {
            // The log says whether there is such a conversation; the feed would wait for it for ever.
            var log = await Journal.ReadAsync(Id, _view.Version, _closing.Token);
            await InvokeAsync(() => LoadedAsync(log));
            if (_state == PaneState.Missing) return;
            await foreach (var item in Feed.FollowAsync(Id, _view.Version, _closing.Token))
            {
                await InvokeAsync(() => Take(item));
                _pacer?.Signal();
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception failure)
        {
            FollowFailed(Logger, Id, failure);
            await InvokeAsync(() =>
            {
                _state = PaneState.Failed;
                StateHasChanged();
            });
        }
    }

    private async Task LoadedAsync(IReadOnlyList<LoggedEvent> log)
    {
        foreach (var logged in log) _view.Apply(logged);
        _state = _view.IsKnown ? PaneState.Ready : PaneState.Missing;
        StateHasChanged();
        if (!_view.IsKnown) return;
        await OnName.InvokeAsync(Name);
        if (_view.Customer.Id is not { } customer) return;
        var contacts = await Index.ListAsync(new() { CustomerId = customer, Limit = 20 }, _closing.Token);
        _earlier = [.. contacts.Where(contact => contact.Id != Id && !contact.IsEmpty)];
        StateHasChanged();
    }

    private void Take(FeedItem item)
    {
        if (item is FeedTyping typing)
        {
            if (typing.Who != "worker" || typing.Name != Session.Worker.Name) Show(typing.IsOn ? typing : null);
        }
        else if (item is FeedEvent happened && _view.Apply(happened.Logged) && happened.Logged.Event is (CustomerWrote or AgentReplied or WorkerReplied))
        {
            _typing = null;
        }
    }

    private void Show(FeedTyping? typing)
    {
        _typing = typing;
        _typingEnds?.Change(typing is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(8), Timeout.InfiniteTimeSpan);
        StateHasChanged();
    }

    private void TellTyping(bool isOn) => Feed.Typing(Id, new FeedTyping("worker", Session.Worker.Name, isOn));

    [LoggerMessage(2, LogLevel.Error, "Conversation {Conversation} could not be followed.")]
    private static partial void FollowFailed(ILogger logger, ConversationId conversation, Exception failure);
}
