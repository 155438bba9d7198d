using System.Text;
using Npgsql;
using static Baton.Journal.PostgreSqlCommands;

namespace Baton.Journal;

/// <summary>A filter as PostgreSQL's SQL.</summary>
internal static class PostgreSqlFilter
{
    /// <summary>The query and its values; null when nothing can fit, because the text has no word in it.</summary>
    public static (string Sql, NpgsqlParameter[] Values)? Of(ConversationFilter filter)
    {
        var sql = new StringBuilder("SELECT summary FROM baton.conversations WHERE NOT is_empty");
        List<NpgsqlParameter> values = [];
        if (filter.Holder is { } holder) And("holder = ", Value((short)holder));
        if (filter.OpenOnly) sql.Append(" AND holder <> ").Append((int)Holder.Closed);
        if (filter.Worker is { } worker) And("worker = ", Text(worker.Value));
        if (filter.CustomerId is { } customer) And("customer = ", Text(customer));
        if (filter.BeforePosition is { } before) And("position < ", Value(before));
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var terms = SearchWords.Terms(filter.Text);
            if (terms.Count == 0) return null;
            // A word may stand in one message and the next word in another.
            foreach (var term in terms)
            {
                And("id IN (SELECT conversation FROM baton.texts WHERE words @@ ", Value(PostgreSqlWords.Query(term)));
                sql.Append("::tsquery)");
            }
        }

        values.Add(Value(filter.Limit));
        sql.Append(" ORDER BY position DESC LIMIT $").Append(values.Count);
        return (sql.ToString(), [.. values]);

        void And(string condition, NpgsqlParameter value)
        {
            values.Add(value);
            sql.Append(" AND ").Append(condition).Append('$').Append(values.Count);
        }
    }

    private static NpgsqlParameter Text(string text) => Value(PostgreSqlWords.WithoutNul(text)!);
}
