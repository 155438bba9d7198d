using System.Text;

namespace Baton.Journal;

/// <summary>A filter as SQLite's SQL.</summary>
internal static class SqliteFilter
{
    /// <summary>The query and its values; null when nothing can fit, because the text has no word in it.</summary>
    public static (string Sql, object?[] Values)? Of(ConversationFilter filter)
    {
        var sql = new StringBuilder("SELECT summary FROM conversations WHERE is_empty = 0");
        List<object?> values = [];
        if (filter.Holder is { } holder) And("holder = ", (int)holder);
        if (filter.OpenOnly) sql.Append(" AND holder <> ").Append((int)Holder.Closed);
        if (filter.Worker is { } worker) And("worker = ", worker.Value);
        if (filter.CustomerId is { } customer) And("customer = ", customer);
        if (filter.BeforePosition is { } before) And("position < ", before);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var terms = SearchWords.Terms(filter.Text);
            if (terms.Count == 0) return null;
            // A word may stand in one message and the next word in another.
            foreach (var term in terms)
            {
                And("id IN (SELECT t.conversation FROM words w JOIN texts t ON t.position = w.rowid WHERE w.body MATCH ", Match(term));
                sql.Append(')');
            }
        }

        sql.Append(" ORDER BY position DESC LIMIT ");
        values.Add(filter.Limit);
        sql.Append('$').Append(values.Count);
        return (sql.ToString(), [.. values]);

        void And(string condition, object value)
        {
            values.Add(value);
            sql.Append(" AND ").Append(condition).Append('$').Append(values.Count);
        }
    }

    // Words are letters and digits only: quoted, they can be no operator.
    private static string Match(List<string> term) => $"\"{string.Join(' ', term)}\" *";
}
