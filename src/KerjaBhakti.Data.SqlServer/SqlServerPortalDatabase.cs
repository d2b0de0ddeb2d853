using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KerjaBhakti.Data.SqlServer;

/// <summary>The production database: SQL Server.</summary>
public static class SqlServerPortalDatabase
{
    /// <summary>Keeps the portal's data on this server. The database changes only through the <c>migrate</c> command.</summary>
    public static DbContextOptionsBuilder UseKerjaBhaktiSqlServer(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(
            connectionString,
            server => server.MigrationsAssembly(typeof(SqlServerPortalDatabase).Assembly.GetName().Name));
}

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; the server it names is never called.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>()
            .UseKerjaBhaktiSqlServer("Server=design;Database=design").Options);
}
