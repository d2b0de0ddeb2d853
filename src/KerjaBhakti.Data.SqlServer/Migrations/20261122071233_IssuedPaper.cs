using System;
using KerjaBhakti.Data.Roster;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class IssuedPaper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "files_StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_StoredFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_PrintedPages",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nchar(12)", fixedLength: true, maxLength: 12, nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FirstRow = table.Column<int>(type: "int", nullable: false),
                    LastRow = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_PrintedPages", x => x.Code);
                    table.ForeignKey(
                        name: "FK_roster_PrintedPages_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_SignedScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Pages = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_SignedScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_SignedScans_files_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_SignedScans_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_roster_PrintedPages_ScheduleId_Number",
                table: "roster_PrintedPages",
                columns: new[] { "ScheduleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_SignedScans_FileId",
                table: "roster_SignedScans",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_SignedScans_ScheduleId",
                table: "roster_SignedScans",
                column: "ScheduleId");

            foreach (var statement in IssuedPaperTriggers.ForSqlServer())
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "roster_PrintedPages");

            migrationBuilder.DropTable(
                name: "roster_SignedScans");

            migrationBuilder.DropTable(
                name: "files_StoredFiles");
        }
    }
}
