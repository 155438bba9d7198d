using Baton.Mail;
using MimeKit;

namespace Baton.Audit.Tests;

/// <summary>Letters as organisations write them.</summary>
internal static class DeskLetters
{
    public const string House = "nordlicht.example";

    /// <summary>A person's answer in the thread, with the enquiry quoted.</summary>
    public static MimeMessage Person(Letter asked, string route, string text)
    {
        var message = New("Jana Brandt", route, asked.From[0].Address, "Re: " + asked.Subject, $"{text}\n\nKind regards\nJana Brandt\nNordlicht\n\nOn Monday, {asked.From[0].Name} wrote:\n{string.Join('\n', asked.Text.Split('\n').Select(line => "> " + line))}");
        Thread(message, asked);
        message.Headers.Add("User-Agent", "Mozilla Thunderbird");
        return message;
    }

    /// <summary>A program's answer, marked as RFC 3834 wants it.</summary>
    public static MimeMessage Automatic(Letter asked, string route, string subject, string text)
    {
        var message = New("Nordlicht", route, asked.From[0].Address, subject, text);
        Thread(message, asked);
        message.Headers.Add("Auto-Submitted", "auto-replied");
        return message;
    }

    /// <summary>A letter that stands alone.</summary>
    public static MimeMessage New(string name, string from, string to, string subject, string text)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress(name, from));
        message.To.Add(new MailboxAddress("", to));
        message.MessageId = MimeKit.Utils.MimeUtils.GenerateMessageId(House);
        return message;
    }

    /// <summary>The auditor's address without what follows the plus, as some programs cut it.</summary>
    public static string Cut(string address) => address[..address.IndexOf('+', StringComparison.Ordinal)] + address[address.LastIndexOf('@')..];

    /// <summary>All questions of an enquiry answered, by number, in its language.</summary>
    public static string Answers(Letter asked)
    {
        var enquiry = EnquiryOf(asked);
        string[] answers = (enquiry.Id, enquiry.Language) switch
        {
            ("returns", "en") => ["30 days after it arrived.", "We do; a label is in the parcel.", "Five working days after it is back."],
            ("returns", "de") => ["30 Tage ab Erhalt.", "Das Porto tragen wir, ein Etikett liegt bei.", "Etwa fünf Tage nach Eingang."],
            ("returns", "es") => ["30 días desde la entrega.", "El envío lo pagamos nosotros.", "Unos 5 días después de recibirlo."],
            ("returns", "fr") => ["30 jours après réception.", "Les frais sont à notre charge.", "Environ 5 jours après réception."],
            ("returns", _) => ["收货后30天内。", "运费由我们承担。", "收到商品后5天内到账。"],
            ("delivery", "en") => ["DHL and UPS.", "Three to five days.", "Yes, both are possible."],
            ("delivery", "de") => ["Mit DHL und DPD.", "Drei bis fünf Tage.", "Ja, beides ist möglich."],
            ("delivery", "es") => ["Con Correos y SEUR.", "De 3 a 5 días.", "Sí, ambas cosas son posibles."],
            ("delivery", "fr") => ["Avec Colissimo et DPD.", "De 3 à 5 jours.", "Oui, les deux sont possibles."],
            ("delivery", _) => ["顺丰和圆通。", "三到五天。", "都可以。"],
            (_, "en") => ["Monday to Friday, 9:00 to 17:00.", "About two days.", "You can use our chat or write to this address."],
            (_, "de") => ["Montag bis Freitag von 9 bis 17 Uhr.", "Etwa zwei Tage.", "Ja, über den Chat oder an diese Adresse."],
            (_, "es") => ["De lunes a viernes, de 9:00 a 17:00.", "Unos 2 días.", "Sí, por el chat o a esta dirección."],
            (_, "fr") => ["Du lundi au vendredi de 9 h à 17 h.", "Environ 2 jours.", "Oui, par le chat ou à cette adresse."],
            _ => ["周一到周五9点到17点。", "大约两天。", "可以用在线客服或发邮件。"],
        };
        return string.Join('\n', answers.Select((answer, index) => $"{index + 1}. {answer}"));
    }

    /// <summary>Which enquiry a letter asks.</summary>
    public static Enquiry EnquiryOf(Letter asked) => EnquiryList.All.First(enquiry => asked.Text.Contains(enquiry.Questions[0].Ask, StringComparison.Ordinal));

    private static void Thread(MimeMessage message, Letter asked)
    {
        message.InReplyTo = asked.MessageId;
        foreach (var id in asked.References) message.References.Add(id);
        message.References.Add(asked.MessageId!);
    }
}
