using Baton.Language;

namespace Baton.Desk;

/// <summary>Greetings, thanks and goodbyes, answered as people do and never in the way of the matter itself.</summary>
internal static class SmallTalk
{
    private static readonly string[] Closings = ["anythingElse", "thanks"];

    public static void Apply(TurnState turn)
    {
        var commands = turn.Reading.Commands;
        var name = turn.Context.Customer.Name?.Split(' ')[0];
        var isBusy = turn.Frames.Count > 0;
        if (commands.Any(command => command is Leave) || IsNothingMore(turn))
        {
            Leave(turn);
        }
        else if (turn.IsUsed)
        {
            return;
        }
        else if (IsSomethingMore(turn))
        {
            turn.Say(turn.Text("goOn"), Nearest.Choices(turn));
            turn.IsUsed = true;
        }
        else if (commands.Any(command => command is AskAgain))
        {
            AskedAgain(turn);
        }
        else if (commands.Any(command => command is Thank))
        {
            if (!isBusy) turn.Say(turn.Text("thanks"));
            turn.IsUsed = true;
        }
        else if (commands.Any(command => command is Greet))
        {
            turn.Say(turn.Text(isBusy ? "greeting" : "hello", ("name", name)), isBusy ? null : Nearest.Choices(turn));
            turn.IsUsed = true;
        }
    }

    private static void Leave(TurnState turn)
    {
        var wasBusy = turn.Frames.Count > 0;
        // A goodbye beside something that was just done or asked for ends nothing.
        if (wasBusy && turn.IsUsed) return;
        while (turn.Current is not null) turn.End("cancelled");
        if (wasBusy) turn.Say(turn.Text("stopped"));
        turn.Say(turn.Text("goodbye"));
        turn.IsUsed = true;
        turn.IsResolved = !wasBusy;
    }

    // "No" to "anything else?".
    private static bool IsNothingMore(TurnState turn) => turn.Reading.Commands is [Deny] && IsAskedForMore(turn);

    // "Yes" to it, and not yet what.
    private static bool IsSomethingMore(TurnState turn) => turn.Reading.Commands.Any(command => command is Confirm) && IsAskedForMore(turn);

    private static bool IsAskedForMore(TurnState turn) =>
        turn.Frames.Count == 0 && !turn.IsUsed && turn.AskedAtStart is null && Course.LastReply(turn.Context) is { } last
        && Closings.Any(key => turn.Wordings(key).Any(wording => last.EndsWith(wording, StringComparison.Ordinal)));

    private static void AskedAgain(TurnState turn)
    {
        turn.IsUsed = true;
        if (turn.Frames.Count > 0) turn.Say(turn.Text("sure"));
        else if (Course.LastReply(turn.Context) is { } last) turn.Say(last.StartsWith(turn.Text("onceMore"), StringComparison.Ordinal) ? last : $"{turn.Text("onceMore")} {last}");
        else turn.Say(turn.Text("hello"), Nearest.Choices(turn));
    }
}
