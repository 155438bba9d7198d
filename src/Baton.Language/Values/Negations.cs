namespace Baton.Language;

/// <summary>Knows which places of a message are denied ("not SO-10042", "instead of the blue one") and where a correction begins.</summary>
internal sealed class Negations
{
    private static readonly HashSet<string> _deniers = new(StringComparer.Ordinal)
    {
        "not", "nicht", "kein", "keine", "pas", "except", "außer", "ausser", "salvo", "sauf", "statt", "anstatt", "anstelle", "without", "nor",
    };

    private static readonly HashSet<string> _between = new(StringComparer.Ordinal)
    {
        "the", "my", "that", "this", "a", "an", "of", "one", "order", "number", "for", "from", "to", "with", "der", "die", "das", "den", "dem", "von", "mit", "für", "fur",
        "el", "la", "los", "las", "de", "del", "mi", "le", "les", "du", "celle", "celui", "l", "d", "la", "bestellung", "pedido", "commande", "numero", "nummer", "nr", "to", "cancel",
        "es", "era", "这", "那", "个", "是", "so", "in", "on", "sku", "money", "date", "size",
    };

    private readonly MessageText _message;
    private readonly int _correction;

    public Negations(MessageText message, IEnumerable<CueHit> hits, string language)
    {
        _message = message;
        _correction = int.MaxValue;
        foreach (var hit in hits)
        {
            if (hit.Name == CueNames.Correction)
                _correction = Math.Min(_correction, message.Words[hit.FirstWord].Start);
        }

        Language = language;
    }

    private string Language { get; }

    public bool IsCorrecting => _correction != int.MaxValue;

    public bool IsAfterCorrection(int place) => place > _correction;

    /// <summary>True when the words just before the place deny what stands there.</summary>
    public bool Denies(int place)
    {
        var index = WordAt(place) - 1;
        var steps = 0;
        var end = place;
        while (index >= 0 && steps < 4)
        {
            var word = _message.Words[index];
            if (BreaksClause(word.End, end))
                return false;
            if (IsDenier(index, steps))
                return true;
            if (!_between.Contains(word.Form))
                return false;
            end = word.Start;
            index--;
            steps++;
        }

        return false;
    }

    private bool IsDenier(int index, int steps)
    {
        var form = _message.Words[index].Form;
        if (_deniers.Contains(form))
            return true;
        return form switch
        {
            "no" => Language == "es" && steps <= 2,
            "instead" or "rather" => steps >= 1,
            "vez" or "lugar" => index > 0 && _message.Words[index - 1].Form == "en" && steps >= 1,
            "lieu" => index > 0 && _message.Words[index - 1].Form == "au" && steps >= 1,
            "是" => index > 0 && _message.Words[index - 1].Form == "不",
            "不" => true,
            _ => false,
        };
    }

    private bool BreaksClause(int start, int end)
    {
        for (var index = start; index < end && index < _message.Text.Length; index++)
        {
            if (_message.Text[index] is ',' or ';' or '.' or '!' or '?' or '\n' or '，' or '。' or ':' or '(' or '–' or '—')
                return true;
        }

        return false;
    }

    private int WordAt(int place)
    {
        var low = 0;
        var high = _message.Words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_message.Words[middle].End <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
