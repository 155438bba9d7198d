using System.Text.RegularExpressions;

namespace Baton.Language;

// The patterns, a pair a language. Between the address and the name only such words may stand as belong to calling names: "you sold me a
// piece of junk" is about the junk.
public static partial class AbuseReader
{
    [GeneratedRegex(
        """\b(?:you|u|ya)(?:'?re| are| r)?(?:,? (?:all|such|just|a|an|the|absolute|complete|total|utter|fucking|fuckin|bloody|stupid|dumb|lazy|little|worthless|nothing but|god ?damn|damn|useless|incompetent|bunch of|freaking|filthy|ugly|fat|pathetic|lying|piece of|son of a|sons of|dirty|miserable|really)){0,5},? """
        + """(?:idiots?|morons?|imbeciles?|retards?|bitch(?:es)?|cunts?|ass ?holes?|arseholes?|bastards?|dickheads?|scum(?:bags?)?|whores?|sluts?|twats?|wankers?|dumb ?ass(?:es)?|shit|motherfuckers?|fuckers?|pricks?|subhumans?|vermin|douchebags?)\b(?! (?:proof|test))|"""
        + """\bf+[u*@v]+c*k+ (?:you|u|off|yourself|yourselves)\b|\bgo (?:to hell|fuck)\b|\brot in hell\b|\bdrop dead\b|\bshut the (?:fuck|hell) up\b""",
        Options, 500)]
    private static partial Regex EnglishInsult();

    [GeneratedRegex(
        """\b(?:i|we)(?:'ll| will|'?m going to| am going to|'?m gonna| gonna| wanna| want to|'d love to)(?: (?:fucking|personally|come and|come|find and|just|so|really)){0,2} (?:kill|murder|stab|strangle|rape|hurt|shoot|hunt) (?:all of |every one of |each of )?(?:you|your (?:family|kids|children|wife|husband|mother))\b(?! (?:a|an|over|the|some|another|my|an?other)\b)|"""
        + """\b(?:i|we)(?:'ll| will|'?m going to| am going to|'?m gonna) (?:beat you (?:up|to death)|smash your (?:face|head|skull)|break your (?:neck|legs|arms|bones|fingers)|burn (?:down your|your (?:house|office|shop|store)))|"""
        + """\bi know where (?:you|u) (?:live|work|park|sleep)\b|\bwatch your back\b|\b(?:kill|hang) yoursel(?:f|ves)\b|\bkys\b|\bhope (?:that )?(?:you|u)(?: all)? (?:die|get cancer|burn|get raped|choke)\b|\byou(?: all)? (?:deserve to die|should (?:all )?(?:die|be shot)|(?:will|'ll|are going to) (?:all )?die)\b|\bpay with your life\b""",
        Options, 500)]
    private static partial Regex EnglishThreat();

    [GeneratedRegex(
        """\b(?:du|ihr|sie)(?: (?:sind|seid|bist|alle|alles|doch|echt|einfach|nur|ein|eine|so|ja|verdammte[rsn]?|blöde[rsn]?|dumme[rsn]?|faule[rsn]?|scheiß\w*|elende[rsn]?|dreckige[rsn]?|totale[rsn]?|haufen|kleine[rsn]?|wirklich|absolute[rsn]?|unfähige[rsn]?|dämliche[rsn]?|fette[rsn]?|lauter)){0,5} """
        + """(?:(?:voll)?idiot(?:en|in)?|arschloch|arschlöcher|wichser|hurens(?:ohn|öhne)|fotzen?|schlampen?|missgeburt(?:en)?|dreck(?:s)?(?:sau|säue|schweine?|säcke?|sack)|schweine|penner|bastarde?|spast(?:en|is|i)?|trottel|deppen?|dummk(?:opf|öpfe)|abschaum|mistkerle?|nutten?|huren?|pisser|drecksack)\b|"""
        + """\bfick(?:t|en sie)? (?:dich|euch|sich)\b|\bverpiss(?:t|en sie)? (?:dich|euch|sich)\b|\bhalt(?:et|en sie)? (?:einfach |doch |endlich )?(?:die|deine?|eure|ihre|das) (?:fresse|maul|schnauze)\b|\bleck(?:t|en sie)? mich (?:doch )?(?:mal )?am arsch\b""",
        Options, 500)]
    private static partial Regex GermanInsult();

    [GeneratedRegex(
        """\bich bring'?e? (?:dich|euch|sie)(?: alle)? um\b(?! *(?:\d|halb|viertel|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mittag|mitternacht|die|den))|"""
        + """\bich (?:werde?|will|würde) (?:dich|euch|sie)(?: alle)? (?:noch |persönlich )?(?:umbringen|töten|erschießen|abstechen|totschlagen|zusammenschlagen|verprügeln|abfackeln)\b|\bich (?:töte|erschieße|erschlage) (?:dich|euch|sie)\b|\bich stech'?e? (?:dich|euch|sie)(?: alle)? ab\b|"""
        + """\bich weiß,? wo (?:du (?:wohnst|arbeitest|schläfst)|ihr (?:wohnt|arbeitet)|sie (?:wohnen|arbeiten))\b|\b(?:du|ihr) (?:wirst|werdet|sollst|sollt)(?: alle)? (?:sterben|verrecken|krepieren)\b|\bhoffe?,? (?:dass )?(?:du|ihr|sie)(?: alle)? (?:stirbst|sterbt|sterben|verreckst|verreckt|verrecken|krepierst|krepiert|krepieren|krebs)|"""
        + """\bich (?:schlag|schlage|hau|haue) (?:dir|euch|ihnen) (?:die|aufs|in die|eine rein|den|das)\b|\bgeh(?:t)? (?:doch )?sterben\b|\bbring(?:t)? (?:dich|euch) (?:doch )?um\b""",
        Options, 500)]
    private static partial Regex GermanThreat();

    [GeneratedRegex(
        """\b(?:eres|sois|sos|usted es|es usted|ustedes son|son ustedes|vosotros sois)(?: (?:un|una|unos|unas|todos|todas|puros?|puras?|tan|solo|verdaderos?|jodid[oa]s?|put[oa]s?|maldit[oa]s?|complet[oa]s?|grandísim[oa]s?|pedazo de|muy|la|el|los|las|tod[oa]s)){0,4} """
        + """(?:idiotas?|imb[eé]cil(?:es)?|gilipollas|cabr[oó]n(?:es|a|as)?|hij[oa]s? de (?:la gran )?puta|put[oa]s?|zorras?|pendej[oa]s?|malparid[oa]s?|maric[oó]n(?:es)?|basura|escoria|mierdas?|subnormal(?:es)?|retrasad[oa]s?|cerd[oa]s|estúpid[oa]s?|boludos?|pelotud[oa]s?|perras?)\b|"""
        + """\bque (?:te|os|les) (?:jodan|follen|den por (?:el )?culo)\b|\b(?:vete|váyanse|vayan|váyase|iros|idos|vayanse) a (?:la mierda|tomar por culo)\b|\bching(?:a|uen|ue|ad) (?:a )?(?:tu|su|vuestra) (?:puta )?madre\b|\bme cago en (?:tu|vuestra) (?:puta )?madre\b|\bc[aá]llate la puta boca\b|\bhij[oa]s? de (?:la gran )?puta,? (?:contesta|responde|devu[eé]lve)""",
        Options, 500)]
    private static partial Regex SpanishInsult();

    [GeneratedRegex(
        """\b(?:te|os) (?:voy|vamos) a (?:matar|rajar|reventar|pegar|quemar|violar|degollar|partir la (?:cara|boca))\b|\bvoy a (?:matarte|mataros|rajarte|reventarte|partirte la (?:cara|boca))\b|\b(?:te|os) mato\b|\bsé d[oó]nde (?:vives|vivís|trabajas|trabajáis|vive usted|trabaja usted|viven ustedes)\b|"""
        + """\bojal[aá] (?:que )?(?:te mueras|os muráis|se mueran(?: todos)?|te dé c[aá]ncer|te maten)\b|\bespero que (?:te mueras|os muráis|se mueran)\b|\b(?:vas|vais) a morir\b|\bmu[eé]rete\b""",
        Options, 500)]
    private static partial Regex SpanishThreat();

    [GeneratedRegex(
        """\b(?:tu es|t'es|vous [êe]tes)(?:(?: |,)+(?:vraiment|tous|toutes|juste|que|des|de|un|une|bande de|grosse?s?|sacr[ée]e?s?|pauvres?|sales?|petite?s?|putain de|vraie?s?|compl[èe]tement|une belle)){0,5} """
        + """(?:con(?:s|ne|nes|nards?|nasses?)?|enfoir[ée]e?s?|salauds?|salopes?|salopards?|abruti(?:e|s|es)?|d[ée]biles?|idiot(?:e|s|es)?|imb[ée]ciles?|encul[ée]e?s?|putes?|merdes?|pourritures?|ordures?|b[âa]tarde?s?|cr[ée]tine?s?|raclures?|fils de putes?)\b|"""
        + """\b(?:bande|esp[èe]ces?|tas) d[e'] ?(?:gros |sales? )?(?:con(?:s|ne|nes|nards?|nasses?)?|enfoir[ée]e?s?|salauds?|salopes?|abrutie?s?|d[ée]biles?|idiote?s?|imb[ée]ciles?|encul[ée]e?s?|putes?|b[âa]tards?|cr[ée]tine?s?)\b|"""
        + """\b(?:va|allez)[- ](?:te|vous) faire (?:foutre|enculer)\b|\bnique (?:ta|vos) m[èe]res?\b|\bferme[zr]? (?:ta|vos|votre) gueules?\b|^ta gueule\b|\bje (?:t'|vous )emmerde\b""",
        Options, 500)]
    private static partial Regex FrenchInsult();

    [GeneratedRegex(
        """\bje vais (?:te|vous|tous vous)(?: tous)? (?:tuer|buter|crever|frapper|planter|d[ée]foncer|[ée]gorger|br[ûu]ler|violer|casser la (?:gueule|figure))\b|\bje sais o[ùu] (?:tu (?:habites|travailles|vis)|vous (?:habitez|travaillez|vivez))\b|"""
        + """\bj'esp[èe]re que (?:tu vas|vous allez)(?: tous)? (?:crever|mourir)\b|\b(?:tu vas|vous allez)(?: tous)? (?:crever|mourir)\b|^cr[èe]ve(?:z)?\b|\bsuicide(?:z)?[- ](?:toi|vous)\b""",
        Options, 500)]
    private static partial Regex FrenchThreat();

    [GeneratedRegex(
        """(?:操|草|艹|肏|日|干)你(?:妈|娘|大爷|全家|祖宗)|你妈(?:的|逼|死)|你(?:们)?(?:这|个|些|真|是|就是|都|全|帮|群|一|他妈|简直|真的|,|，){0,5}(?:傻逼|傻[bB比]|煞笔|白痴|蠢货|蠢猪|贱人|婊子|畜生|王八蛋|混蛋|狗东西|人渣|(?:垃圾|废物)(?!公司|产品|平台|服务|快递|店|客服|东西|货|系统|软件|质量)|脑残|智障|狗娘养的|杂种|猪)(?!肉)|^滚(?:蛋|开|吧)?(?:[!！。,，]|$)|给(?:我|老子)滚|闭上你的(?:狗|臭)嘴""",
        Options, 500)]
    private static partial Regex ChineseInsult();

    [GeneratedRegex(
        """(?:我|老子)(?:要|会|一定|就|迟早|想|一定会|一定要){0,2}(?:去)?(?:杀了?|砍了?|弄死|打死|捅死|捅了?|宰了?)你(?!的?价)|(?:弄|打|砍|捅)死你(?:们)?|杀了?你(?:们)?(?:全家)|(?:我|老子)知道你(?:们)?(?:住|家)(?:在)?(?:哪|什么地方)|(?:死全家|全家死光|全家死绝|不得好死)|你(?:们)?(?:怎么不|赶紧|快|都|给我|就|等着|,|，)*去死|^去死""",
        Options, 500)]
    private static partial Regex ChineseThreat();
}
