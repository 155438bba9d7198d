using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>Names of colours in five languages, so that "die blaue" finds the blue one.</summary>
internal static class Colors
{
    private static readonly FrozenDictionary<string, string> _names = new[]
    {
        "blue blau blaue blauen blauer blaues azul azules bleu bleue bleus bleues 蓝",
        "red rot rote roten roter rotes rojo roja rojos rojas rouge rouges 红",
        "green grün grüne grünen grüner grünes verde verdes vert verte verts vertes 绿",
        "black schwarz schwarze schwarzen schwarzer schwarzes negro negra negros negras noir noire noirs noires 黑",
        "white weiß weiße weißen weißer weißes blanco blanca blancos blancas blanc blanche blancs 白",
        "yellow gelb gelbe gelben gelber gelbes amarillo amarilla amarillos amarillas jaune jaunes 黄",
        "grey gray grau graue grauen grauer graues gris grise grises grisa 灰",
        "brown braun braune braunen brauner braunes marrón marron marrones marrons brun brune bruns brunes 棕 褐",
        "pink rosa rosas rose roses 粉",
        "purple lila violett morado morada morados moradas violet violette 紫",
        "orange orangefarben naranja naranjas 橙",
        "silver silbern silberne plateado argent 银",
        "gold golden goldene dorado doré dorée 金",
        "beige beige beis 米",
        "navy dunkelblau marine 藏",
        "olive oliv oliva",
    }.SelectMany(line => line.Split(' ').SelectMany(word => Spellings(word).Select(spelling => (Word: spelling, Name: line[..line.IndexOf(' ', StringComparison.Ordinal)]))))
        .DistinctBy(entry => entry.Word)
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The English name of a colour; any other word as it is.</summary>
    public static string Canonical(string word) => _names.GetValueOrDefault(word, word);

    private static IEnumerable<string> Spellings(string word) => [Folding.Fold(word), Folding.Fold(word.Replace("ü", "ue", StringComparison.Ordinal))];
}
