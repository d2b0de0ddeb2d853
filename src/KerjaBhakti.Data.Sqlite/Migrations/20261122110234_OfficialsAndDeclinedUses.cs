using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OfficialsAndDeclinedUses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeclineReason",
                table: "wakatobi_SilpaUses",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeclinedAt",
                table: "wakatobi_SilpaUses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeclinedBy_Id",
                table: "wakatobi_SilpaUses",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeclinedBy_Name",
                table: "wakatobi_SilpaUses",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "roster_Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Absences_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_ActivityReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Sunday = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstSentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content_AbsenceReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Content_Activities = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Content_Attended = table.Column<bool>(type: "INTEGER", nullable: true),
                    Content_AttendedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content_People = table.Column<int>(type: "INTEGER", nullable: true),
                    Content_Problems = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_ActivityReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_ActivityReports_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_CalendarLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_CalendarLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_CalendarLinks_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_Holidays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Holidays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_Officials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nip = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Officials", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_PublishedEvents",
                columns: table => new
                {
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Uid = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_PublishedEvents", x => new { x.PositionId, x.Uid });
                    table.ForeignKey(
                        name: "FK_roster_PublishedEvents_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_Substitutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RevokedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProposedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Substitutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Substitutions_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_SundayDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DutyStands = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_SundayDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_ReportPhotos",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_ReportPhotos", x => new { x.ReportId, x.FileId });
                    table.ForeignKey(
                        name: "FK_roster_ReportPhotos_files_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_ReportPhotos_roster_ActivityReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "roster_ActivityReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_Incumbencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Incumbencies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Incumbencies_roster_Officials_OfficialId",
                        column: x => x.OfficialId,
                        principalTable: "roster_Officials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Incumbencies_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_OfficialAccounts",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OfficialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WorkUnitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_OfficialAccounts", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_roster_OfficialAccounts_roster_Officials_OfficialId",
                        column: x => x.OfficialId,
                        principalTable: "roster_Officials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_OfficialAccounts_roster_WorkUnits_WorkUnitId",
                        column: x => x.WorkUnitId,
                        principalTable: "roster_WorkUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_Consents",
                columns: table => new
                {
                    SubstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Consents", x => new { x.SubstitutionId, x.PositionId });
                    table.ForeignKey(
                        name: "FK_roster_Consents_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Consents_roster_Substitutions_SubstitutionId",
                        column: x => x.SubstitutionId,
                        principalTable: "roster_Substitutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_Turns",
                columns: table => new
                {
                    SubstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Sunday = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubstituteId = table.Column<int>(type: "INTEGER", nullable: false),
                    Substitute = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Turns", x => new { x.SubstitutionId, x.Row, x.Sunday });
                    table.ForeignKey(
                        name: "FK_roster_Turns_roster_Positions_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Turns_roster_Substitutions_SubstitutionId",
                        column: x => x.SubstitutionId,
                        principalTable: "roster_Substitutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_roster_Absences_PositionId_From",
                table: "roster_Absences",
                columns: new[] { "PositionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_roster_ActivityReports_ScheduleId_Row_Sunday",
                table: "roster_ActivityReports",
                columns: new[] { "ScheduleId", "Row", "Sunday" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_ActivityReports_Sunday",
                table: "roster_ActivityReports",
                column: "Sunday");

            migrationBuilder.CreateIndex(
                name: "IX_roster_CalendarLinks_PositionId",
                table: "roster_CalendarLinks",
                column: "PositionId",
                unique: true,
                filter: "ReplacedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_roster_CalendarLinks_TokenHash",
                table: "roster_CalendarLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_Consents_PositionId",
                table: "roster_Consents",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Holidays_Date_Name",
                table: "roster_Holidays",
                columns: new[] { "Date", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_Incumbencies_OfficialId",
                table: "roster_Incumbencies",
                column: "OfficialId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Incumbencies_PositionId_From",
                table: "roster_Incumbencies",
                columns: new[] { "PositionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_roster_OfficialAccounts_OfficialId",
                table: "roster_OfficialAccounts",
                column: "OfficialId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_OfficialAccounts_WorkUnitId",
                table: "roster_OfficialAccounts",
                column: "WorkUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Officials_Nip",
                table: "roster_Officials",
                column: "Nip");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ReportPhotos_FileId",
                table: "roster_ReportPhotos",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Substitutions_ScheduleId",
                table: "roster_Substitutions",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_SundayDecisions_Date",
                table: "roster_SundayDecisions",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Turns_SubstituteId",
                table: "roster_Turns",
                column: "SubstituteId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Turns_Sunday",
                table: "roster_Turns",
                column: "Sunday");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "roster_Absences");

            migrationBuilder.DropTable(
                name: "roster_CalendarLinks");

            migrationBuilder.DropTable(
                name: "roster_Consents");

            migrationBuilder.DropTable(
                name: "roster_Holidays");

            migrationBuilder.DropTable(
                name: "roster_Incumbencies");

            migrationBuilder.DropTable(
                name: "roster_OfficialAccounts");

            migrationBuilder.DropTable(
                name: "roster_PublishedEvents");

            migrationBuilder.DropTable(
                name: "roster_ReportPhotos");

            migrationBuilder.DropTable(
                name: "roster_SundayDecisions");

            migrationBuilder.DropTable(
                name: "roster_Turns");

            migrationBuilder.DropTable(
                name: "roster_Officials");

            migrationBuilder.DropTable(
                name: "roster_ActivityReports");

            migrationBuilder.DropTable(
                name: "roster_Substitutions");

            migrationBuilder.DropColumn(
                name: "DeclineReason",
                table: "wakatobi_SilpaUses");

            migrationBuilder.DropColumn(
                name: "DeclinedAt",
                table: "wakatobi_SilpaUses");

            migrationBuilder.DropColumn(
                name: "DeclinedBy_Id",
                table: "wakatobi_SilpaUses");

            migrationBuilder.DropColumn(
                name: "DeclinedBy_Name",
                table: "wakatobi_SilpaUses");
        }
    }
}
