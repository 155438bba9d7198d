using static Baton.SimulatedTemperament;

namespace Baton;

/// <summary>
/// Everybody who may come. What cannot be undone is declined at the last moment, so that the sample shop's orders stay as the docs
/// describe them.
/// </summary>
internal static class SimulatedScripts
{
    public static IReadOnlyList<SimulatedScript> All { get; } =
    [
        new()
        {
            Name = "where, patient", Customer = "ada", Locale = "en", Temperament = Patient, Order = "SO-10042", Takes = "red",
            Says = ["Hi! Could you tell me where my red sweater is? I ordered it about a week ago."], Shorter = "Where is order SO-10042?",
        },
        new()
        {
            Name = "where, late, hurried", Customer = "ben", Locale = "de", Temperament = Hurried, Order = "SO-10044", Takes = "orange",
            Says = ["Wo bleibt meine Weste? Sollte gestern da sein.", "Und wann kommt sie jetzt wirklich?"], Shorter = "Wo ist meine Bestellung SO-10044?",
        },
        new()
        {
            Name = "where, Chinese", Customer = "chen", Locale = "zh", Temperament = Patient, Order = "SO-10040", Takes = "SO-10040",
            Says = ["你好，请问我的订单到哪里了？"], Shorter = "我的包裹 SO-10040 在哪里？",
        },
        new()
        {
            Name = "invoice, then where", Customer = "dana", Locale = "es", Temperament = Patient, Order = "SO-10046", Takes = "SO-10046", Confirms = true,
            Says = ["Buenos días, necesito la factura de mi pedido SO-10046.", "Y otra cosa: ¿dónde está mi pedido?"], Shorter = "Quiero la factura del pedido SO-10046.",
        },
        new()
        {
            Name = "cancel, changes their mind", Customer = "emil", Locale = "fr", Temperament = Confused, Order = "SO-10060", Takes = "SO-10060",
            Says = ["Bonjour, je crois que je voudrais annuler ma dernière commande."], Shorter = "Annuler la commande SO-10060.",
        },
        new()
        {
            Name = "invoice", Customer = "fatima", Locale = "en", Temperament = Hurried, Order = "SO-10047", Takes = "SO-10047", Confirms = true,
            Says = ["need the invoice for SO-10047 please, for my expenses"], Shorter = "Send me the invoice for SO-10047.",
        },
        new()
        {
            Name = "politely furious", Customer = "ben", Locale = "en", Temperament = Furious, Order = "SO-10044", Takes = "orange",
            Says =
            [
                "With all due respect, this is the third time I am asking where my vest is. Would you be so kind as to do your job?",
                "I have read that already. It was promised for yesterday, and I am still standing in the rain, thank you very much.",
                "How delightful. I shall be telling everyone about this service.",
            ],
            Shorter = "Where. Is. SO-10044?",
        },
        new()
        {
            Name = "return, not decided", Customer = "ada", Locale = "en", Temperament = Confused, Order = "SO-10031", Takes = "boots",
            Says = ["hello, the boots are a bit small i think, or maybe it is the socks, can i send them back or do i get other ones?"],
            Shorter = "I want to return the boots from order SO-10031.",
        },
        new()
        {
            Name = "which jacket", Customer = "dana", Locale = "en", Temperament = Patient, Order = "SO-10035", Takes = "blue",
            Says = ["I'd like to exchange one of the two jackets, the blue one.", "A size M would be better."], Shorter = "Exchange the blue rain jacket from SO-10035.",
        },
        new()
        {
            Name = "a person at once", Locale = "en", Temperament = Hurried, WantsPerson = true,
            Says = ["I don't want to talk to a machine. My parcel was delivered to a neighbour who says he never got it."], Shorter = "My parcel is lost.",
        },
        new()
        {
            Name = "a person at once, German", Customer = "ben", Locale = "de", Temperament = Patient, WantsPerson = true,
            Says = ["Guten Tag, ich würde meine Größe gern mit jemandem aus dem Laden besprechen."], Shorter = "Ich brauche eine Beratung zur Größe.",
        },
        new()
        {
            Name = "injury", Customer = "chen", Locale = "en", Temperament = Furious, Order = "SO-10029",
            Says = ["The zip of the vest broke off and cut my daughter's chin, we had to go to hospital."], Shorter = "My daughter was injured by your vest.",
        },
        new()
        {
            Name = "bereavement", Locale = "en", Temperament = Patient,
            Says = ["My father passed away last week. There is an order in his name and I don't know what to do about it."], Shorter = "My father died and has an open order.",
        },
        new()
        {
            Name = "delete my data", Customer = "emil", Locale = "fr", Temperament = Patient,
            Says = ["Je souhaite que vous supprimiez toutes mes données personnelles, conformément au RGPD."], Shorter = "Supprimez mes données.",
        },
        new()
        {
            Name = "legal threat", Customer = "dana", Locale = "es", Temperament = Furious, Order = "SO-10021",
            Says = ["Si no me devuelven el dinero de la mochila esta semana, hablaré con mi abogado."], Shorter = "Voy a denunciarles.",
        },
        new()
        {
            Name = "leaves silently", Locale = "en", Temperament = Hurried, LeavesSilently = true,
            Says = ["do you have the black rain jacket in XL"], Shorter = "Rain jacket black XL?",
        },
        new()
        {
            Name = "comes back", Customer = "fatima", Locale = "en", Temperament = Patient, Order = "SO-10054", Takes = "SO-10054",
            Says = ["Hi, when will my grey sweater be sent?"], Shorter = "When will SO-10054 be sent?",
            Again = new()
            {
                Name = "is back", Customer = "fatima", Locale = "en", Temperament = Hurried, Order = "SO-10054", Takes = "SO-10054",
                Says = ["It's me again about the grey sweater. You told me where it is, but I have to know whether it comes before Friday."],
                Shorter = "Will SO-10054 come before Friday?",
            },
        },
        new()
        {
            Name = "wanders", Customer = "emil", Locale = "en", Temperament = Confused, Order = "SO-10052", Takes = "SO-10052",
            Says =
            [
                "So I moved, or I will move next Friday actually, and there is this jacket, and my wife says I should write to you.",
                "It's the green jacket. Can it go to the new place?",
            ],
            Shorter = "Change the address of order SO-10052.",
        },
    ];
}
