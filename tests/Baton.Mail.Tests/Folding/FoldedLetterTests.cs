using CsCheck;

namespace Baton.Mail.Tests;

public sealed class FoldedLetterTests
{
    private static readonly string[] _lines = ["On 5 Jan 2026 Desk <d@x.example> wrote:", "> quoted", "words", "", "-- ", "Regards,", "From: a", "Sent: b", "To: c"];

    [Theory]
    [InlineData("Yes, Tuesday is fine.\n\nOn Mon, 5 Jan 2026 at 10:12, Desk <desk@shop.example> wrote:\n> Is Tuesday fine?\n", "Yes, Tuesday is fine.")]
    [InlineData("Ja, passt.\n\nAm 05.01.2026 um 10:12 schrieb Desk <desk@shop.example>:\n\n> Passt Dienstag?\n", "Ja, passt.")]
    [InlineData("Oui, c'est bon.\n\nLe lun. 5 janv. 2026 à 10:12, Accueil <desk@shop.example> a\nécrit :\n\nMardi ?\n", "Oui, c'est bon.")]
    [InlineData("Sí, perfecto.\n\nEl lun, 5 ene 2026 a las 10:12, Tienda (<desk@shop.example>) escribió:\n> ¿Martes?\n", "Sí, perfecto.")]
    [InlineData("可以。\n\n在 2026年1月5日 10:12，客服 <desk@shop.example> 写道：\n> 星期二可以吗？\n", "可以。")]
    [InlineData("Ja, prima.\n\nOp ma 5 jan 2026 om 10:12 schreef Winkel <desk@shop.example>:\n> Dinsdag?\n", "Ja, prima.")]
    [InlineData("Va bene.\n\nIl giorno lun 5 gen 2026 alle ore 10:12 Negozio <desk@shop.example> ha scritto:\n\n> Martedì?\n", "Va bene.")]
    [InlineData("Tak.\n\npon., 5 sty 2026 o 10:12 Sklep <desk@shop.example> napisał(a):\n\n> Wtorek?\n", "Tak.")]
    public void What_a_mail_program_repeats_is_folded_away(string text, string written) => Assert.Equal(written, FoldedLetter.Read(text).New);

    [Theory]
    [InlineData("Please cancel it.\n\nFrom: Desk <desk@shop.example>\nSent: Monday, January 5, 2026 10:12 AM\nTo: Ada <ada@home.example>\nSubject: Your order\n\nDear Ada, …", "Please cancel it.")]
    [InlineData("Bitte stornieren.\n\n________________________________\nVon: Desk <desk@shop.example>\nGesendet: Montag, 5. Januar 2026 10:12\nAn: Ada\nBetreff: Ihre Bestellung\n\nGuten Tag", "Bitte stornieren.")]
    [InlineData("请取消。\n\n发件人: 客服 <desk@shop.example>\n发送时间: 2026年1月5日 10:12\n收件人: Ada\n主题: 订单\n\n您好", "请取消。")]
    [InlineData("FYI\n\n---------- Forwarded message ---------\nFrom: Desk <desk@shop.example>\nDate: Mon, Jan 5, 2026\nSubject: x\n\nbody", "FYI")]
    public void A_repeated_letter_with_its_headers_is_folded_to_the_end(string text, string written) => Assert.Equal(written, FoldedLetter.Read(text).New);

    [Fact]
    public void Answers_between_quoted_questions_stay()
    {
        var folded = FoldedLetter.Read("On Mon, 5 Jan 2026, Desk <desk@shop.example> wrote:\n> Which size?\n\nMedium.\n\n> Which colour?\n\nBlue.\n\n-- \nAda");
        Assert.Equal("Medium.\n\n\nBlue.", folded.New);
        Assert.Equal("-- \nAda", folded.Signature);
    }

    [Theory]
    [InlineData("Where is it?\n\nSent from my iPhone", "Where is it?", "Sent from my iPhone")]
    [InlineData("Wo bleibt es?\n\nMit freundlichen Grüßen\n\nErika Muster\nEinkauf\nTel. 030 123", "Wo bleibt es?", "Mit freundlichen Grüßen\n\nErika Muster\nEinkauf\nTel. 030 123")]
    [InlineData("¿Dónde está?\n\nSaludos,\nPepa", "¿Dónde está?", "Saludos,\nPepa")]
    [InlineData("Où est-il ?\n\nCordialement,\nLuc", "Où est-il ?", "Cordialement,\nLuc")]
    [InlineData("在哪里？\n\n此致\n敬礼\n王芳", "在哪里？", "此致\n敬礼\n王芳")]
    [InlineData("As agreed.\n\nThis e-mail and any attachments are confidential and meant for the addressee.\nDelete it otherwise.", "As agreed.", "This e-mail and any attachments are confidential and meant for the addressee.\nDelete it otherwise.")]
    public void What_stands_under_every_letter_is_its_signature(string text, string written, string signature)
    {
        var folded = FoldedLetter.Read(text);
        Assert.Equal(written, folded.New);
        Assert.Equal(signature, folded.Signature);
    }

    [Theory]
    [InlineData("On the one hand it is late: on the other it is here.\nI wrote:\nnothing else.")]
    [InlineData("From: the shop at the corner, to: my home. That was the way.")]
    [InlineData("The parts are\n----\nbolts\n----\nnuts")]
    [InlineData("Sent from my desk, this is easier than by phone.")]
    [InlineData("Could you look again?\n\nThanks!")]
    public void What_only_looks_like_a_quotation_or_signature_stays(string text) => Assert.Equal(text, FoldedLetter.Read(text).New);

    [Fact]
    public void The_pieces_are_the_whole_text() =>
        Gen.Int[0, _lines.Length - 1].Array[0, 14].Sample(picks =>
        {
            var text = string.Join('\n', picks.Select(pick => _lines[pick]));
            Assert.Equal(text, string.Join('\n', FoldedLetter.Read(text).Pieces.Select(piece => piece.Text)));
        });
}
