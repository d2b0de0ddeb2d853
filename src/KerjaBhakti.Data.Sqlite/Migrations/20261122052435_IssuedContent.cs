using KerjaBhakti.Data.Roster;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.Sqlite.Migrations
{
    /// <summary>A migration that rebuilds one of these tables on SQLite loses its triggers, and must make them anew.</summary>
    public partial class IssuedContent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in IssuedContentTriggers.ForSqlite())
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in IssuedContentTriggers.DropForSqlite())
            {
                migrationBuilder.Sql(statement);
            }
        }
    }
}
