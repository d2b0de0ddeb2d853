using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Approval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_roster_Schedules_Year_Status",
                table: "roster_Schedules");

            migrationBuilder.AddColumn<Guid>(
                name: "AmendsId",
                table: "roster_Schedules",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "roster_Schedules",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                table: "roster_Schedules",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "roster_Schedules",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "roster_Schedules",
                type: "nchar(64)",
                fixedLength: true,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "roster_Schedules",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<Guid>(
                name: "CopiedFromId",
                table: "roster_ScheduleRows",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "AuditEntries",
                type: "nchar(64)",
                fixedLength: true,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "AuditEntries",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_FindingReasons",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Finding = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_FindingReasons", x => new { x.ScheduleId, x.Finding });
                    table.ForeignKey(
                        name: "FK_roster_FindingReasons_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_Submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ReturnedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    By_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Submissions_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_Initials",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Office_Account = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Office_Office = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Office_Role = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Initials", x => new { x.SubmissionId, x.Order });
                    table.ForeignKey(
                        name: "FK_roster_Initials_roster_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "roster_Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Entries", "Hash" },
                values: new object[] { 1, 0L, "0000000000000000000000000000000000000000000000000000000000000000" });

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_AmendsId",
                table: "roster_Schedules",
                column: "AmendsId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_Year",
                table: "roster_Schedules",
                column: "Year",
                unique: true,
                filter: "Status = 'Issued'");

            // Entries from before the chain take their places in the order they were written; AuditUpgrade adds the hashes.
            migrationBuilder.Sql("UPDATE AuditEntries SET Place = (SELECT COUNT(*) FROM AuditEntries AS earlier WHERE earlier.Id <= AuditEntries.Id)");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Place",
                table: "AuditEntries",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_Submissions_ScheduleId",
                table: "roster_Submissions",
                column: "ScheduleId");

            migrationBuilder.AddForeignKey(
                name: "FK_roster_Schedules_roster_Schedules_AmendsId",
                table: "roster_Schedules",
                column: "AmendsId",
                principalTable: "roster_Schedules",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_roster_Schedules_roster_Schedules_AmendsId",
                table: "roster_Schedules");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "roster_FindingReasons");

            migrationBuilder.DropTable(
                name: "roster_Initials");

            migrationBuilder.DropTable(
                name: "roster_Submissions");

            migrationBuilder.DropIndex(
                name: "IX_roster_Schedules_AmendsId",
                table: "roster_Schedules");

            migrationBuilder.DropIndex(
                name: "IX_roster_Schedules_Year",
                table: "roster_Schedules");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Place",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "AmendsId",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "roster_Schedules");

            migrationBuilder.DropColumn(
                name: "CopiedFromId",
                table: "roster_ScheduleRows");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "AuditEntries");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_Year_Status",
                table: "roster_Schedules",
                columns: new[] { "Year", "Status" });
        }
    }
}
