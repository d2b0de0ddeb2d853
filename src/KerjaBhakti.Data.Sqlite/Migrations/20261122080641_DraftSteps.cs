using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DraftSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "roster_DraftSteps",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Inverse = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_DraftSteps", x => new { x.ScheduleId, x.Revision });
                    table.ForeignKey(
                        name: "FK_roster_DraftSteps_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_NamedStates",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_NamedStates", x => new { x.ScheduleId, x.Revision });
                    table.ForeignKey(
                        name: "FK_roster_NamedStates_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "roster_DraftSteps");

            migrationBuilder.DropTable(
                name: "roster_NamedStates");
        }
    }
}
