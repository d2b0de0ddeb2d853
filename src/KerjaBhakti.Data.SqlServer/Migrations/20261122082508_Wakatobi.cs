using System;
using KerjaBhakti.Data.Wakatobi;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Wakatobi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wakatobi_AllocationRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LegalBasis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Replaces = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Shares = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_AllocationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ClaimMonths",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Scheme = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CompletenessDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PaymentDays = table.Column<int>(type: "int", nullable: false),
                    DeclaredCompleteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletenessDocument = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ClaimMonths", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FeeDistributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Pool = table.Column<long>(type: "bigint", nullable: false),
                    DecreeNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DecreeDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReversalReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ApprovedBy_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ApprovedBy_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PreparedBy_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PreparedBy_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Components = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FeeDistributions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FiscalYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    ClosedThrough = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ClosedBy_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ClosedBy_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Silpa_Opening = table.Column<long>(type: "bigint", nullable: true),
                    Silpa_Receipts = table.Column<long>(type: "bigint", nullable: true),
                    Silpa_Spending = table.Column<long>(type: "bigint", nullable: true),
                    Silpa_Year = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FiscalYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Description = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Source_Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Source_Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_JournalEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_JournalEntries_wakatobi_JournalEntries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "wakatobi_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Services",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Services", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SilpaUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Spent = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Criterion = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ApprovedBy_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ApprovedBy_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Budget_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Budget_Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Letter_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Letter_Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SilpaUses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SpendingCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SpendingCategories", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SpendingPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Shares = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SpendingPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StaffAccounts",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StaffId = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StaffAccounts", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FeePayments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StaffId = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Component = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Points = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Explanation = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DistributionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FeePayments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_FeePayments_wakatobi_FeeDistributions_DistributionId",
                        column: x => x.DistributionId,
                        principalTable: "wakatobi_FeeDistributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_MonthClosings",
                columns: table => new
                {
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    FiscalYearId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Statement = table.Column<long>(type: "bigint", nullable: false),
                    Books = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_MonthClosings", x => new { x.FiscalYearId, x.On });
                    table.ForeignKey(
                        name: "FK_wakatobi_MonthClosings_wakatobi_FiscalYears_FiscalYearId",
                        column: x => x.FiscalYearId,
                        principalTable: "wakatobi_FiscalYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_JournalLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Account = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Debit = table.Column<long>(type: "bigint", nullable: false),
                    Credit = table.Column<long>(type: "bigint", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_JournalLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_JournalLines_wakatobi_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "wakatobi_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Allocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Received = table.Column<long>(type: "bigint", nullable: false),
                    RuleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LegalBasis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Amounts = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Allocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_Allocations_wakatobi_AllocationRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "wakatobi_AllocationRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wakatobi_Allocations_wakatobi_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "wakatobi_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ReceiptItems",
                columns: table => new
                {
                    ClaimMonthId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ReceiptItems", x => new { x.ReceiptId, x.ClaimMonthId });
                    table.ForeignKey(
                        name: "FK_wakatobi_ReceiptItems_wakatobi_ClaimMonths_ClaimMonthId",
                        column: x => x.ClaimMonthId,
                        principalTable: "wakatobi_ClaimMonths",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wakatobi_ReceiptItems_wakatobi_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "wakatobi_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ClaimLines",
                columns: table => new
                {
                    ClaimMonthId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Service = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Cases = table.Column<int>(type: "int", nullable: false),
                    Filed = table.Column<long>(type: "bigint", nullable: false),
                    Verified = table.Column<long>(type: "bigint", nullable: false),
                    Pending = table.Column<long>(type: "bigint", nullable: false),
                    Disputed = table.Column<long>(type: "bigint", nullable: false),
                    Refused = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ClaimLines", x => new { x.ClaimMonthId, x.Service });
                    table.ForeignKey(
                        name: "FK_wakatobi_ClaimLines_wakatobi_ClaimMonths_ClaimMonthId",
                        column: x => x.ClaimMonthId,
                        principalTable: "wakatobi_ClaimMonths",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_wakatobi_ClaimLines_wakatobi_Services_Service",
                        column: x => x.Service,
                        principalTable: "wakatobi_Services",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Expenditures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Payee = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    OverBy = table.Column<long>(type: "bigint", nullable: false),
                    SilpaUseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    DecidedBy_Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    DecidedBy_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Expenditures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_Expenditures_files_StoredFiles_ScanId",
                        column: x => x.ScanId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wakatobi_Expenditures_wakatobi_SilpaUses_SilpaUseId",
                        column: x => x.SilpaUseId,
                        principalTable: "wakatobi_SilpaUses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wakatobi_Expenditures_wakatobi_SpendingCategories_Category",
                        column: x => x.Category,
                        principalTable: "wakatobi_SpendingCategories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_AllocationRules_EffectiveFrom",
                table: "wakatobi_AllocationRules",
                column: "EffectiveFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_ReceiptId",
                table: "wakatobi_Allocations",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_ReceivedOn",
                table: "wakatobi_Allocations",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_RuleId",
                table: "wakatobi_Allocations",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ClaimLines_Service",
                table: "wakatobi_ClaimLines",
                column: "Service");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ClaimMonths_Month",
                table: "wakatobi_ClaimMonths",
                column: "Month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Expenditures_Category_On",
                table: "wakatobi_Expenditures",
                columns: new[] { "Category", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Expenditures_On",
                table: "wakatobi_Expenditures",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Expenditures_ScanId",
                table: "wakatobi_Expenditures",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Expenditures_SilpaUseId",
                table: "wakatobi_Expenditures",
                column: "SilpaUseId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Expenditures_Status",
                table: "wakatobi_Expenditures",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_FeePayments_DistributionId",
                table: "wakatobi_FeePayments",
                column: "DistributionId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_FeePayments_StaffId",
                table: "wakatobi_FeePayments",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_FiscalYears_Year",
                table: "wakatobi_FiscalYears",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_On",
                table: "wakatobi_JournalEntries",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_ReversesId",
                table: "wakatobi_JournalEntries",
                column: "ReversesId",
                unique: true,
                filter: "[ReversesId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_Source_Id",
                table: "wakatobi_JournalEntries",
                column: "Source_Id");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalLines_Account",
                table: "wakatobi_JournalLines",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalLines_EntryId",
                table: "wakatobi_JournalLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ReceiptItems_ClaimMonthId",
                table: "wakatobi_ReceiptItems",
                column: "ClaimMonthId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Receipts_ReceivedOn",
                table: "wakatobi_Receipts",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_SilpaUses_Year",
                table: "wakatobi_SilpaUses",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_SpendingPlans_EffectiveFrom",
                table: "wakatobi_SpendingPlans",
                column: "EffectiveFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StaffAccounts_StaffId",
                table: "wakatobi_StaffAccounts",
                column: "StaffId",
                unique: true);

            foreach (var statement in FundTriggers.ForSqlServer())
            {
                migrationBuilder.Sql(statement);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wakatobi_Allocations");

            migrationBuilder.DropTable(
                name: "wakatobi_ClaimLines");

            migrationBuilder.DropTable(
                name: "wakatobi_Expenditures");

            migrationBuilder.DropTable(
                name: "wakatobi_FeePayments");

            migrationBuilder.DropTable(
                name: "wakatobi_JournalLines");

            migrationBuilder.DropTable(
                name: "wakatobi_MonthClosings");

            migrationBuilder.DropTable(
                name: "wakatobi_ReceiptItems");

            migrationBuilder.DropTable(
                name: "wakatobi_SpendingPlans");

            migrationBuilder.DropTable(
                name: "wakatobi_StaffAccounts");

            migrationBuilder.DropTable(
                name: "wakatobi_AllocationRules");

            migrationBuilder.DropTable(
                name: "wakatobi_Services");

            migrationBuilder.DropTable(
                name: "wakatobi_SilpaUses");

            migrationBuilder.DropTable(
                name: "wakatobi_SpendingCategories");

            migrationBuilder.DropTable(
                name: "wakatobi_FeeDistributions");

            migrationBuilder.DropTable(
                name: "wakatobi_JournalEntries");

            migrationBuilder.DropTable(
                name: "wakatobi_FiscalYears");

            migrationBuilder.DropTable(
                name: "wakatobi_ClaimMonths");

            migrationBuilder.DropTable(
                name: "wakatobi_Receipts");
        }
    }
}
