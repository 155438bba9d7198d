using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web;

// Only for `dotnet ef migrations add`, which needs a context without the program; it never connects.
internal sealed class SqliteAccountsDesign : IDesignTimeDbContextFactory<SqliteAccountsContext>
{
    public SqliteAccountsContext CreateDbContext(string[] args) =>
        new(AccountsDesign.Options<SqliteAccountsContext>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgreSqlAccountsDesign : IDesignTimeDbContextFactory<PostgreSqlAccountsContext>
{
    public PostgreSqlAccountsContext CreateDbContext(string[] args) =>
        new(AccountsDesign.Options<PostgreSqlAccountsContext>().UseNpgsql("Host=localhost", AccountsRegistration.Npgsql).Options);
}

internal static class AccountsDesign
{
    public static DbContextOptionsBuilder<TContext> Options<TContext>() where TContext : AccountsContext =>
        new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(new ServiceCollection().AddAccountsSchema().BuildServiceProvider());
}
