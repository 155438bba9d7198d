using System.Text;
using CsCheck;

namespace Baton.Mail.Tests;

public sealed class LetterReaderTests
{
    private const string Plain = "Return-Path: <ada@home.example>\nReceived: from a by b; Mon, 5 Jan 2026 10:12:01 +0100\nFrom: =?utf-8?q?Ada_L=C3=B6we?= <ada@home.example>\nTo: desk+c17@shop.example\nDelivered-To: desk@shop.example\nSubject: Late\n parcel\nDate: Mon, 5 Jan 2026 10:11:00 +0100\nMessage-ID: <1@home.example>\nIn-Reply-To: <0@shop.example>\nReferences: <a@shop.example>\n <0@shop.example>\n\nWhere is it?\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_letter_reads_the_same_whatever_ends_its_lines(string lineEnd)
    {
        var letter = Read(Plain.ReplaceLineEndings(lineEnd));
        Assert.Equal(new LetterAddress("Ada Löwe", "ada@home.example"), Assert.Single(letter.From));
        Assert.Equal("desk+c17@shop.example", Assert.Single(letter.To).Address);
        Assert.Equal(["desk@shop.example"], letter.DeliveredTo);
        Assert.Equal("Late parcel", letter.Subject);
        Assert.Equal("Where is it?", letter.Text);
        Assert.Equal("1@home.example", letter.MessageId);
        Assert.Equal(["0@shop.example"], letter.InReplyTo);
        Assert.Equal(["a@shop.example", "0@shop.example"], letter.References);
        Assert.Equal("ada@home.example", letter.ReturnPath);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 10, 12, 1, TimeSpan.FromHours(1)), letter.Received);
    }

    [Theory]
    [InlineData("From ada@home.example Mon Jan  5 10:12:00 2026\n")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n>From ada Mon Jan\n")]
    public void What_a_store_puts_before_a_letter_is_left_out(string before) => Assert.Equal("Late parcel", Read(before + Plain).Subject);

    [Fact]
    public void The_null_path_is_not_a_missing_path()
    {
        Assert.Equal("", Read("Return-Path: <>\nFrom: a@b.example\n\nx").ReturnPath);
        Assert.Null(Read("From: a@b.example\n\nx").ReturnPath);
    }

    [Theory]
    [InlineData("us-ascii", "utf-8")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("no-such-charset", "utf-8")]
    [InlineData("gb2312", "gb18030")]
    public void A_wrong_charset_does_not_spoil_the_text(string declared, string real)
    {
        var text = real == "gb18030" ? "您好，请问订单" : "Grüße aus Köln";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] raw = [.. Encoding.ASCII.GetBytes($"From: a@b.example\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"), .. Encoding.GetEncoding(real).GetBytes(text)];
        Assert.Equal(text, LetterReader.Read(raw).Text);
    }

    [Fact]
    public void Html_is_read_as_a_person_would_read_it()
    {
        var letter = Read("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<html><head><style>p{color:red}</style></head><body><p>Hello   there,</p><p>it is <b>late</b>.<br>Again.</p><ul><li>one</li><li>two</li></ul><div style='display:none'>preheader</div><blockquote><p>Earlier words</p></blockquote></body></html>");
        Assert.Equal("Hello there,\n\nit is late.\nAgain.\n\n- one\n- two\n\n> Earlier words", letter.Text.Replace("\n> \n", "\n\n", StringComparison.Ordinal));
        Assert.Equal("Hello there,\n\nit is late.\nAgain.\n\n- one\n- two", FoldedLetter.Read(letter.Text).New);
    }

    [Fact]
    public void Plain_text_is_preferred_unless_it_only_points_at_the_html()
    {
        const string both = "From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n{0}\n--x\nContent-Type: text/html\n\n<p>In full</p>\n--x--\n";
        Assert.Equal("In short", Read(both.Replace("{0}", "In short", StringComparison.Ordinal)).Text);
        Assert.Equal("In full", Read(both.Replace("{0}", "Please view this in a program that supports HTML.", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void Files_are_kept_with_their_bare_names()
    {
        var letter = Read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee file.\n--x\nContent-Type: application/pdf; name=\"../../etc/bill.pdf\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--x--\n");
        var file = Assert.Single(letter.Attachments);
        Assert.Equal(("bill.pdf", "application/pdf", "%PDF"), (file.Name, file.MediaType, Encoding.ASCII.GetString(file.Content.Span)));
        Assert.Equal("See file.", letter.Text);
    }

    [Fact]
    public void A_report_gives_its_statuses_and_the_original_back()
    {
        var letter = Read("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nIt could not be delivered.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bob@far.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown\n\n--x\nContent-Type: message/rfc822\n\nMessage-ID: <probe-7@us.example>\nFrom: us@us.example\nTo: bob@far.example\nSubject: Hello\n\nHi\n--x--\n");
        Assert.Equal(new DeliveryStatus("bob@far.example", "failed", "5.1.1", "550 5.1.1 unknown", ""), Assert.Single(letter.DeliveryStatuses));
        Assert.Equal("probe-7@us.example", letter.Original!.MessageId);
        Assert.Equal("Hello", letter.Original.Subject);
        Assert.Empty(letter.Attachments);
    }

    [Fact]
    public void An_original_that_a_report_copies_into_its_text_is_found_too()
    {
        var letter = Read("From: MAILER-DAEMON@mx.example\n\nI wasn't able to deliver it.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <us@us.example>\nReceived: from here\n  by there\nMessage-ID: <probe-8@us.example>\nFrom: us@us.example\nSubject: Hello\n\nHi\n");
        Assert.Equal("probe-8@us.example", letter.Original!.MessageId);
        Assert.Equal("Hi", letter.Original.Text);
        Assert.DoesNotContain("probe-8", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no headers at all")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("From: \nTo: ,,,\nDate: never\nContent-Type: multipart/mixed\n\n")]
    public void Broken_letters_never_throw(string raw) => Assert.NotNull(Read(raw));

    [Fact]
    public void Any_bytes_can_be_read() => Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(LetterReader.Read(bytes)));

    private static Letter Read(string raw) => LetterReader.Read(Encoding.UTF8.GetBytes(raw));
}
