using System.Text;

namespace Baton.Mail.Tests;

public sealed class SentLettersTests
{
    private static readonly DateTimeOffset _sent = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(1));

    private static readonly SentLetter _probe = new("p7", "<probe-7.ab12cd34@probe.example>", ["help@acme.example"], "Opening hours on Sunday", _sent)
    {
        ReplyAddress = "mara+p7@probe.example",
        Token = "Q7K2M9",
        Text = "When are you open on Sunday and where do I leave the old batteries?",
    };

    private static readonly SentLetter _other = new("p8", "<probe-8.ef56@probe.example>", ["info@bolt.example"], "Price of the blue lamp", _sent);

    private static readonly SentLetters _all = new([_probe, _other]);

    [Theory]
    [InlineData("In-Reply-To: <probe-7.ab12cd34@probe.example>", MatchedBy.InReplyTo)]
    [InlineData("In-Reply-To: <PROBE-7.AB12CD34@probe.example>", MatchedBy.InReplyTo)]
    [InlineData("References: <x@acme.example> <probe-7.ab12cd34@probe.example> <y@acme.example>", MatchedBy.References)]
    [InlineData("To: mara+p7@probe.example", MatchedBy.ReplyAddress)]
    [InlineData("Delivered-To: Mara+P7@probe.example", MatchedBy.ReplyAddress)]
    [InlineData("X-Forwarded-Message-Id: <probe-7.ab12cd34@probe.example>", MatchedBy.Original)]
    [InlineData("Subject: [Case 88] (q7k2m9)", MatchedBy.Token)]
    [InlineData("References: <t88.probe-7.ab12cd34.x@desk.example>", MatchedBy.RewrittenId)]
    public void An_answer_is_found_by_what_it_carries(string header, MatchedBy by)
    {
        var match = _all.Match(Read($"From: someone@elsewhere.example\n{header}\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nNine to eight.\n"));
        Assert.Equal((_probe, by), (match?.Sent, match?.By));
        Assert.False(match!.NeedsConfirmation);
        Assert.InRange(match.Score, 0.9, 1);
    }

    [Fact]
    public void A_report_is_matched_by_the_letter_it_gives_back()
    {
        var match = _all.Match(Read("From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; boundary=x\n\n--x\n\nfailed\n--x\nContent-Type: message/rfc822\n\nMessage-ID: <probe-7.ab12cd34@probe.example>\nSubject: x\n\n.\n--x--\n"));
        Assert.Equal((_probe, MatchedBy.Original), (match?.Sent, match?.By));
    }

    [Fact]
    public void A_reply_in_a_new_thread_from_the_same_house_is_found_as_probable()
    {
        var match = _all.Match(Read("From: Dana <dana@service.acme.example>\nSubject: [ACM-88] AW: Opening hours on Sunday\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nFrom nine to eight.\n"));
        Assert.Equal((_probe, MatchedBy.Likeness), (match?.Sent, match?.By));
        Assert.True(match!.NeedsConfirmation);
        Assert.InRange(match.Score, 0.5, 0.95);
    }

    [Fact]
    public void Quoted_words_find_a_reply_from_another_domain()
    {
        var match = _all.Match(Read("From: Dana <dana@callcentre.example>\nSubject: Your question\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nNine to eight.\n\n> When are you open on Sunday and where do I\n> leave the old batteries?\n"));
        Assert.Null(match);
        match = _all.Match(Read("From: Dana <dana@callcentre.example>\nSubject: Opening hours on Sunday\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nNine to eight.\n\n> When are you open on Sunday and where do I\n> leave the old batteries?\n"));
        Assert.Equal((_probe, MatchedBy.Likeness), (match?.Sent, match?.By));
    }

    [Theory]
    [InlineData("From: help@acme.example\nSubject: Spring offers\nDate: Wed, 11 Mar 2026 10:00:00 +0100")]
    [InlineData("From: help@acme.example\nSubject: Opening hours on Sunday\nDate: Mon, 9 Mar 2026 10:00:00 +0100")]
    [InlineData("From: stranger@far.example\nSubject: Opening hours on Sunday\nDate: Wed, 11 Mar 2026 10:00:00 +0100")]
    public void What_only_shares_a_sender_or_a_subject_or_came_before_is_not_matched(string headers) => Assert.Null(_all.Match(Read(headers + "\n\nHello.\n")));

    [Fact]
    public void Two_that_are_equally_like_are_both_named()
    {
        var twins = new SentLetters([_probe with { ReplyAddress = null, Token = null }, _probe with { Key = "p9", MessageId = "<probe-9@probe.example>", ReplyAddress = null, Token = null, SentAt = _sent.AddHours(1) }]);
        var match = twins.Match(Read("From: help@acme.example\nSubject: RE: Opening hours on Sunday\nDate: Wed, 11 Mar 2026 10:00:00 +0100\n\nNine.\n"));
        Assert.Equal("p9", match?.Sent.Key);
        Assert.Equal(["p7"], match!.Others.Select(other => other.Key));
    }

    private static Letter Read(string raw) => LetterReader.Read(Encoding.UTF8.GetBytes(raw));
}
