using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KerjaBhakti.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 360, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Caption = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    RecordsHash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => x.Place);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "files_StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_StoredFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_SentForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_SentForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_Cities",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Cities", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "roster_Holidays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Holidays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_Instructions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Opening = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Addressees = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Dicta = table.Column<string>(type: "TEXT", nullable: false),
                    Closing = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Copies = table.Column<string>(type: "TEXT", nullable: false),
                    Signatory_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signatory_Nip = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Signatory_Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signatory_OnBehalfOf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Instructions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_Kecamatan",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Kecamatan", x => x.Code);
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
                name: "roster_PostAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PostName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_PostAliases", x => x.Id);
                });

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
                name: "roster_WaitingMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_WaitingMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_WorkUnits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_WorkUnits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInLog",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Device = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LinkFrom = table.Column<string>(type: "TEXT", maxLength: 220, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInLog", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_AllocationRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Replaces = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_AllocationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_BankMatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_BankMatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_BankMovements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReversedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReversalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_BankMovements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_BankStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RemovedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RemovedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_BankStatements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ClaimChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    States = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ClaimChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ClaimMonths",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CompletenessDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PaymentDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclaredCompleteOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletenessDocument = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    Deducted = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Decisions = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ClaimMonths", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_DeductionRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Rate = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_DeductionRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FeeDistributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pool = table.Column<long>(type: "INTEGER", nullable: false),
                    DecreeNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecreeDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kept = table.Column<long>(type: "INTEGER", nullable: false),
                    ReversalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<string>(type: "TEXT", nullable: false),
                    DeductionsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deducted = table.Column<long>(type: "INTEGER", nullable: false),
                    RemittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemittanceReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReversedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsReturned = table.Column<bool>(type: "INTEGER", nullable: false),
                    ApprovedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApprovedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PreparedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PreparedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReversedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ReversedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Components = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FeeDistributions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FiscalYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedThrough = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClosedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Silpa_Bound = table.Column<long>(type: "INTEGER", nullable: true),
                    Silpa_Opening = table.Column<long>(type: "INTEGER", nullable: true),
                    Silpa_Receipts = table.Column<long>(type: "INTEGER", nullable: true),
                    Silpa_Spending = table.Column<long>(type: "INTEGER", nullable: true),
                    Silpa_Year = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FiscalYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Source_Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Source_Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReversesId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Deductions = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Services",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_Services", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SilpaUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApprovedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Budget_Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Budget_Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DeclinedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DeclinedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Letter_Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Letter_Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SilpaUses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SpendingCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SpendingCategories", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SpendingPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SpendingPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StaffAccounts",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StaffId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StaffAccounts", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StaffMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Account_Bank = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Account_Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Account_Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StaffMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    CanBeCopied = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Passkeys_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PasswordLinks",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AgreedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordLinks", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_PasswordLinks_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SecondFactors",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Recovery = table.Column<string>(type: "TEXT", maxLength: 650, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecondFactors", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_SecondFactors_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Remembered = table.Column<bool>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LinkFrom = table.Column<string>(type: "TEXT", maxLength: 220, nullable: true),
                    CodeStep = table.Column<long>(type: "INTEGER", nullable: true),
                    Challenge = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: true),
                    ShowedMore = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInSessions_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_SentReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    First = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProofId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_SentReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_SentReports_files_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wakatobi_SentReports_files_StoredFiles_ProofId",
                        column: x => x.ProofId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StatementScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StatementScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_StatementScans_files_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_Schedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PrintsReasons = table.Column<bool>(type: "INTEGER", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FirstMonth = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    LastMonth = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InstructionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CopiedFromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DiscardedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DiscardedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Schedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Schedules_roster_Instructions_InstructionId",
                        column: x => x.InstructionId,
                        principalTable: "roster_Instructions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Schedules_roster_Schedules_AmendsId",
                        column: x => x.AmendsId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Schedules_roster_Schedules_CopiedFromId",
                        column: x => x.CopiedFromId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_WaitingMentions",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_WaitingMentions", x => new { x.AccountId, x.What });
                    table.ForeignKey(
                        name: "FK_roster_WaitingMentions_roster_WaitingMails_MailId",
                        column: x => x.MailId,
                        principalTable: "roster_WaitingMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "roster_Positions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WorkUnitId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Positions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Positions_roster_WorkUnits_WorkUnitId",
                        column: x => x.WorkUnitId,
                        principalTable: "roster_WorkUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StatementLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    In = table.Column<long>(type: "INTEGER", nullable: false),
                    Out = table.Column<long>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StatementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_StatementLines_wakatobi_BankStatements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "wakatobi_BankStatements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_FeePayments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Component = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Points = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    DistributionId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "wakatobi_FeeRecipients",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DistributionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Deducted = table.Column<long>(type: "INTEGER", nullable: false),
                    Kept = table.Column<long>(type: "INTEGER", nullable: false),
                    Account_Bank = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Account_Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Account_Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Deductions = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_FeeRecipients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_FeeRecipients_wakatobi_FeeDistributions_DistributionId",
                        column: x => x.DistributionId,
                        principalTable: "wakatobi_FeeDistributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StaffReceivables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DistributionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecreeNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StaffId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Settled = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StaffReceivables", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_StaffReceivables_wakatobi_FeeDistributions_DistributionId",
                        column: x => x.DistributionId,
                        principalTable: "wakatobi_FeeDistributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_MonthClosings",
                columns: table => new
                {
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FiscalYearId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Statement = table.Column<long>(type: "INTEGER", nullable: false),
                    Books = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outstanding = table.Column<long>(type: "INTEGER", nullable: false),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Debit = table.Column<long>(type: "INTEGER", nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_JournalLines", x => new { x.EntryId, x.Number });
                    table.ForeignKey(
                        name: "FK_wakatobi_JournalLines_wakatobi_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "wakatobi_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_MatchedEntries",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MatchId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_MatchedEntries", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_wakatobi_MatchedEntries_wakatobi_BankMatches_MatchId",
                        column: x => x.MatchId,
                        principalTable: "wakatobi_BankMatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_wakatobi_MatchedEntries_wakatobi_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "wakatobi_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_Allocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsReversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Amounts = table.Column<string>(type: "TEXT", nullable: true)
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
                    ClaimMonthId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Later = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "wakatobi_ReceiptReversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DecidedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ProposedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProposedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_ReceiptReversals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wakatobi_ReceiptReversals_wakatobi_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "wakatobi_Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_ClaimLines",
                columns: table => new
                {
                    ClaimMonthId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    Filed = table.Column<long>(type: "INTEGER", nullable: false),
                    Verified = table.Column<long>(type: "INTEGER", nullable: false),
                    Pending = table.Column<long>(type: "INTEGER", nullable: false),
                    Disputed = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Payee = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OverBy = table.Column<long>(type: "INTEGER", nullable: false),
                    SilpaUseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ScanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DecidedBy_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
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
                name: "roster_CommentThreads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: true),
                    RowLabel = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_CommentThreads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_CommentThreads_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "roster_FindingReasons",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
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

            migrationBuilder.CreateTable(
                name: "roster_PrintedPages",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 12, nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstRow = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRow = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "roster_SignedScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "roster_Submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By_Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                name: "roster_CalendarLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    MadeById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
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
                name: "roster_ScheduleRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: true),
                    CopiedFromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegionCity = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    RegionAsPrinted = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_ScheduleRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_ScheduleRows_roster_Cities_RegionCity",
                        column: x => x.RegionCity,
                        principalTable: "roster_Cities",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_ScheduleRows_roster_Positions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "roster_Positions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_ScheduleRows_roster_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "roster_Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_MatchedLines",
                columns: table => new
                {
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MatchId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_MatchedLines", x => x.LineId);
                    table.ForeignKey(
                        name: "FK_wakatobi_MatchedLines_wakatobi_BankMatches_MatchId",
                        column: x => x.MatchId,
                        principalTable: "wakatobi_BankMatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_wakatobi_MatchedLines_wakatobi_StatementLines_LineId",
                        column: x => x.LineId,
                        principalTable: "wakatobi_StatementLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wakatobi_StaffSettlements",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivableId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DistributionId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wakatobi_StaffSettlements", x => new { x.ReceivableId, x.Number });
                    table.ForeignKey(
                        name: "FK_wakatobi_StaffSettlements_wakatobi_StaffReceivables_ReceivableId",
                        column: x => x.ReceivableId,
                        principalTable: "wakatobi_StaffReceivables",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "roster_Comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_Comments_roster_CommentThreads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "roster_CommentThreads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_Initials",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Office_Account = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Office_Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Office_Role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "roster_Consents",
                columns: table => new
                {
                    SubstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Consents", x => new { x.SubstitutionId, x.PositionId });
                    table.ForeignKey(
                        name: "FK_roster_Consents_files_StoredFiles_LetterId",
                        column: x => x.LetterId,
                        principalTable: "files_StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "roster_Assignments",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    AsPrinted = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kecamatan = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_Assignments", x => new { x.RowId, x.Month });
                    table.ForeignKey(
                        name: "FK_roster_Assignments_roster_Kecamatan_Kecamatan",
                        column: x => x.Kecamatan,
                        principalTable: "roster_Kecamatan",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_Assignments_roster_ScheduleRows_RowId",
                        column: x => x.RowId,
                        principalTable: "roster_ScheduleRows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_CommentMentions",
                columns: table => new
                {
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_CommentMentions", x => new { x.CommentId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_roster_CommentMentions_roster_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "roster_Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Entries", "Hash" },
                values: new object[] { 1, 0L, "0000000000000000000000000000000000000000000000000000000000000000" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Place",
                table: "AuditEntries",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_Part_Field",
                table: "AuditEntries",
                columns: new[] { "Subject", "Part", "Field" });

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_AccountId",
                table: "Passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_CredentialId",
                table: "Passkeys",
                column: "CredentialId",
                unique: true);

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
                name: "IX_roster_Assignments_Kecamatan_Month",
                table: "roster_Assignments",
                columns: new[] { "Kecamatan", "Month" });

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
                name: "IX_roster_CommentMentions_AccountId",
                table: "roster_CommentMentions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Comments_ThreadId_Number",
                table: "roster_Comments",
                columns: new[] { "ThreadId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_CommentThreads_ScheduleId",
                table: "roster_CommentThreads",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Consents_LetterId",
                table: "roster_Consents",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Consents_PositionId",
                table: "roster_Consents",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Holidays_Date",
                table: "roster_Holidays",
                column: "Date",
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
                name: "IX_roster_Instructions_Year_Number",
                table: "roster_Instructions",
                columns: new[] { "Year", "Number" },
                unique: true);

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
                name: "IX_roster_Positions_WorkUnitId",
                table: "roster_Positions",
                column: "WorkUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_PostAliases_Key",
                table: "roster_PostAliases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_PrintedPages_ScheduleId_Number",
                table: "roster_PrintedPages",
                columns: new[] { "ScheduleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_RemindedDuties_MailId",
                table: "roster_RemindedDuties",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ReminderMails_Status",
                table: "roster_ReminderMails",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ReportPhotos_FileId",
                table: "roster_ReportPhotos",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ScheduleRows_PositionId",
                table: "roster_ScheduleRows",
                column: "PositionId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ScheduleRows_RegionCity",
                table: "roster_ScheduleRows",
                column: "RegionCity");

            migrationBuilder.CreateIndex(
                name: "IX_roster_ScheduleRows_ScheduleId",
                table: "roster_ScheduleRows",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_AmendsId",
                table: "roster_Schedules",
                column: "AmendsId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_CopiedFromId",
                table: "roster_Schedules",
                column: "CopiedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_InstructionId",
                table: "roster_Schedules",
                column: "InstructionId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Schedules_Year",
                table: "roster_Schedules",
                column: "Year",
                unique: true,
                filter: "Status = 'Issued'");

            migrationBuilder.CreateIndex(
                name: "IX_roster_SignedScans_FileId",
                table: "roster_SignedScans",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_SignedScans_ScheduleId",
                table: "roster_SignedScans",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_Submissions_ScheduleId",
                table: "roster_Submissions",
                column: "ScheduleId");

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

            migrationBuilder.CreateIndex(
                name: "IX_roster_WaitingMails_AccountId_BegunAt",
                table: "roster_WaitingMails",
                columns: new[] { "AccountId", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_roster_WaitingMentions_MailId",
                table: "roster_WaitingMentions",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_WorkUnits_Name",
                table: "roster_WorkUnits",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInLog_AccountId",
                table: "SignInLog",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInLog_At",
                table: "SignInLog",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SignInLog_NameKey_Id",
                table: "SignInLog",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_AccountId",
                table: "SignInSessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_AccountId_CodeStep",
                table: "SignInSessions",
                columns: new[] { "AccountId", "CodeStep" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_Challenge",
                table: "SignInSessions",
                column: "Challenge",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_AllocationRules_EffectiveFrom",
                table: "wakatobi_AllocationRules",
                column: "EffectiveFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_On",
                table: "wakatobi_Allocations",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_ReceiptId_IsReversal",
                table: "wakatobi_Allocations",
                columns: new[] { "ReceiptId", "IsReversal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Allocations_RuleId",
                table: "wakatobi_Allocations",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_BankMatches_On",
                table: "wakatobi_BankMatches",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_BankMovements_On",
                table: "wakatobi_BankMovements",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ClaimChanges_Month_Number",
                table: "wakatobi_ClaimChanges",
                columns: new[] { "Month", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ClaimLines_Service",
                table: "wakatobi_ClaimLines",
                column: "Service");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ClaimMonths_Month_Number",
                table: "wakatobi_ClaimMonths",
                columns: new[] { "Month", "Number" },
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
                name: "IX_wakatobi_FeeRecipients_DistributionId_StaffId",
                table: "wakatobi_FeeRecipients",
                columns: new[] { "DistributionId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_FeeRecipients_StaffId",
                table: "wakatobi_FeeRecipients",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_FiscalYears_Year",
                table: "wakatobi_FiscalYears",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_Number",
                table: "wakatobi_JournalEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_On",
                table: "wakatobi_JournalEntries",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_ReversesId",
                table: "wakatobi_JournalEntries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalEntries_Source_Id",
                table: "wakatobi_JournalEntries",
                column: "Source_Id");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_JournalLines_Account",
                table: "wakatobi_JournalLines",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_MatchedEntries_MatchId",
                table: "wakatobi_MatchedEntries",
                column: "MatchId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_MatchedLines_MatchId",
                table: "wakatobi_MatchedLines",
                column: "MatchId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ReceiptItems_ClaimMonthId",
                table: "wakatobi_ReceiptItems",
                column: "ClaimMonthId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ReceiptReversals_ReceiptId",
                table: "wakatobi_ReceiptReversals",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_ReceiptReversals_Status",
                table: "wakatobi_ReceiptReversals",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_Receipts_ReceivedOn",
                table: "wakatobi_Receipts",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_SentReports_FileId",
                table: "wakatobi_SentReports",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_SentReports_Number",
                table: "wakatobi_SentReports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_SentReports_ProofId",
                table: "wakatobi_SentReports",
                column: "ProofId");

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

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StaffMembers_NumberKey",
                table: "wakatobi_StaffMembers",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StaffReceivables_DistributionId_StaffId",
                table: "wakatobi_StaffReceivables",
                columns: new[] { "DistributionId", "StaffId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StaffReceivables_StaffId",
                table: "wakatobi_StaffReceivables",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StaffSettlements_DistributionId",
                table: "wakatobi_StaffSettlements",
                column: "DistributionId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StatementLines_On",
                table: "wakatobi_StatementLines",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StatementLines_StatementId_Number",
                table: "wakatobi_StatementLines",
                columns: new[] { "StatementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StatementScans_FileId",
                table: "wakatobi_StatementScans",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_wakatobi_StatementScans_Month",
                table: "wakatobi_StatementScans",
                column: "Month");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditRecords");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "PasswordLinks");

            migrationBuilder.DropTable(
                name: "portal_SentForms");

            migrationBuilder.DropTable(
                name: "roster_Absences");

            migrationBuilder.DropTable(
                name: "roster_Assignments");

            migrationBuilder.DropTable(
                name: "roster_CalendarLinks");

            migrationBuilder.DropTable(
                name: "roster_CommentMentions");

            migrationBuilder.DropTable(
                name: "roster_Consents");

            migrationBuilder.DropTable(
                name: "roster_DraftSteps");

            migrationBuilder.DropTable(
                name: "roster_FindingReasons");

            migrationBuilder.DropTable(
                name: "roster_Holidays");

            migrationBuilder.DropTable(
                name: "roster_Incumbencies");

            migrationBuilder.DropTable(
                name: "roster_Initials");

            migrationBuilder.DropTable(
                name: "roster_NamedStates");

            migrationBuilder.DropTable(
                name: "roster_OfficialAccounts");

            migrationBuilder.DropTable(
                name: "roster_PostAliases");

            migrationBuilder.DropTable(
                name: "roster_PrintedPages");

            migrationBuilder.DropTable(
                name: "roster_PublishedEvents");

            migrationBuilder.DropTable(
                name: "roster_RemindedDuties");

            migrationBuilder.DropTable(
                name: "roster_ReportPhotos");

            migrationBuilder.DropTable(
                name: "roster_SignedScans");

            migrationBuilder.DropTable(
                name: "roster_SundayDecisions");

            migrationBuilder.DropTable(
                name: "roster_Turns");

            migrationBuilder.DropTable(
                name: "roster_WaitingMentions");

            migrationBuilder.DropTable(
                name: "SecondFactors");

            migrationBuilder.DropTable(
                name: "SignInLog");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "wakatobi_Allocations");

            migrationBuilder.DropTable(
                name: "wakatobi_BankMovements");

            migrationBuilder.DropTable(
                name: "wakatobi_ClaimChanges");

            migrationBuilder.DropTable(
                name: "wakatobi_ClaimLines");

            migrationBuilder.DropTable(
                name: "wakatobi_DeductionRules");

            migrationBuilder.DropTable(
                name: "wakatobi_Expenditures");

            migrationBuilder.DropTable(
                name: "wakatobi_FeePayments");

            migrationBuilder.DropTable(
                name: "wakatobi_FeeRecipients");

            migrationBuilder.DropTable(
                name: "wakatobi_JournalLines");

            migrationBuilder.DropTable(
                name: "wakatobi_MatchedEntries");

            migrationBuilder.DropTable(
                name: "wakatobi_MatchedLines");

            migrationBuilder.DropTable(
                name: "wakatobi_MonthClosings");

            migrationBuilder.DropTable(
                name: "wakatobi_ReceiptItems");

            migrationBuilder.DropTable(
                name: "wakatobi_ReceiptReversals");

            migrationBuilder.DropTable(
                name: "wakatobi_SentReports");

            migrationBuilder.DropTable(
                name: "wakatobi_SpendingPlans");

            migrationBuilder.DropTable(
                name: "wakatobi_StaffAccounts");

            migrationBuilder.DropTable(
                name: "wakatobi_StaffMembers");

            migrationBuilder.DropTable(
                name: "wakatobi_StaffSettlements");

            migrationBuilder.DropTable(
                name: "wakatobi_StatementScans");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "roster_Kecamatan");

            migrationBuilder.DropTable(
                name: "roster_ScheduleRows");

            migrationBuilder.DropTable(
                name: "roster_Comments");

            migrationBuilder.DropTable(
                name: "roster_Submissions");

            migrationBuilder.DropTable(
                name: "roster_Officials");

            migrationBuilder.DropTable(
                name: "roster_ReminderMails");

            migrationBuilder.DropTable(
                name: "roster_ActivityReports");

            migrationBuilder.DropTable(
                name: "roster_Substitutions");

            migrationBuilder.DropTable(
                name: "roster_WaitingMails");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "wakatobi_AllocationRules");

            migrationBuilder.DropTable(
                name: "wakatobi_Services");

            migrationBuilder.DropTable(
                name: "wakatobi_SilpaUses");

            migrationBuilder.DropTable(
                name: "wakatobi_SpendingCategories");

            migrationBuilder.DropTable(
                name: "wakatobi_JournalEntries");

            migrationBuilder.DropTable(
                name: "wakatobi_BankMatches");

            migrationBuilder.DropTable(
                name: "wakatobi_StatementLines");

            migrationBuilder.DropTable(
                name: "wakatobi_FiscalYears");

            migrationBuilder.DropTable(
                name: "wakatobi_ClaimMonths");

            migrationBuilder.DropTable(
                name: "wakatobi_Receipts");

            migrationBuilder.DropTable(
                name: "wakatobi_StaffReceivables");

            migrationBuilder.DropTable(
                name: "files_StoredFiles");

            migrationBuilder.DropTable(
                name: "roster_Cities");

            migrationBuilder.DropTable(
                name: "roster_Positions");

            migrationBuilder.DropTable(
                name: "roster_CommentThreads");

            migrationBuilder.DropTable(
                name: "wakatobi_BankStatements");

            migrationBuilder.DropTable(
                name: "wakatobi_FeeDistributions");

            migrationBuilder.DropTable(
                name: "roster_WorkUnits");

            migrationBuilder.DropTable(
                name: "roster_Schedules");

            migrationBuilder.DropTable(
                name: "roster_Instructions");
        }
    }
}
