using System.Globalization;
using Baton.Audit;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Where the audited side reads the findings and answers them: opened by a secret link, plain HTML without a script.</summary>
public sealed partial class AuditAnswerPage
{
    private AuditSubject? _subject;
    private IReadOnlyList<FindingLife> _lives = [];
    private string? _done;
    private string? _refusal;

    /// <summary>The link's secret.</summary>
    [Parameter]
    public string Secret { get; set; } = "";

    [SupplyParameterFromForm(FormName = "answer")]
    private AnswerForm? Form { get; set; }

    [Inject]
    private AuditArchive Archive { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Archive.Replies.SubjectOf(Secret) is not { } key) return;
        _subject = await Archive.SubjectAsync(key, CancellationToken.None);
        _lives = [.. _subject?.Lives().Where(life => life.State is not (LifeState.Gone or LifeState.NotSeenAgain)) ?? []];
    }

    private async Task SaveAsync()
    {
        if (_subject is null || Form is null) return;
        var finding = int.TryParse(Form.To, CultureInfo.InvariantCulture, out var place) && place >= 0 && place < _lives.Count ? _lives[place].Finding : null;
        _refusal = await Archive.ReplyAsync(_subject.Key, finding?.Code ?? "", finding?.Subject ?? "", Form.Text, Form.By, enteredBy: null, CancellationToken.None);
        if (_refusal is not null) return;
        _done = "Your reply is kept. Thank you.";
        _subject = _subject with { Replies = Archive.Replies.Of(_subject.Key) };
    }

    private sealed class AnswerForm
    {
        public string To { get; set; } = "";

        public string Text { get; set; } = "";

        public string By { get; set; } = "";
    }
}
