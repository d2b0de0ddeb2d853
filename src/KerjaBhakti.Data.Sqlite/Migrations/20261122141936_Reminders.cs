using System;
using KerjaBhakti.Data.Files;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "roster_ReminderMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_ReminderMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_RemindedDuties",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Sunday = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_RemindedDuties", x => new { x.ScheduleId, x.Sunday, x.Row, x.Kind, x.ReturnedAt, x.AccountId });
                    table.ForeignKey(
                        name: "FK_roster_RemindedDuties_roster_ReminderMails_MailId",
                        column: x => x.MailId,
                        principalTable: "roster_ReminderMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_roster_RemindedDuties_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_roster_RemindedDuties_MailId",
                table: "roster_RemindedDuties",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ReminderMails_Status",
                table: "roster_ReminderMails",
                column: "Status");

            foreach (var statement in StoredFileTriggers.ForSqlite())
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in StoredFileTriggers.UndoForSqlite())
            {
                migrationBuilder.Sql(statement);
            }

            migrationBuilder.DropTable(
                name: "roster_RemindedDuties");

            migrationBuilder.DropTable(
                name: "roster_ReminderMails");
        }
    }
}
