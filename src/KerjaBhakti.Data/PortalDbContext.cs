using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Forms;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Wakatobi.Spending;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SentReport = KerjaBhakti.Wakatobi.Reports.SentReport;

namespace KerjaBhakti.Data;

/// <summary>The portal's database. The model is the same for every provider; each has its own migrations.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>The cities and regencies.</summary>
    public DbSet<City> Cities => Set<City>();

    /// <summary>The register of kecamatan.</summary>
    public DbSet<Kecamatan> Kecamatan => Set<Kecamatan>();

    /// <summary>The bodies of the provincial government.</summary>
    public DbSet<WorkUnit> WorkUnits => Set<WorkUnit>();

    /// <summary>The posts that serve.</summary>
    public DbSet<Position> Positions => Set<Position>();

    /// <summary>The short names of posts.</summary>
    public DbSet<PostAlias> PostAliases => Set<PostAlias>();

    /// <summary>The signed Instructions.</summary>
    public DbSet<Instruction> Instructions => Set<Instruction>();

    /// <summary>Drafts and annexes.</summary>
    public DbSet<Schedule> Schedules => Set<Schedule>();

    /// <summary>The pages of issued annexes.</summary>
    public DbSet<PrintedPage> PrintedPages => Set<PrintedPage>();

    /// <summary>The signed papers that came back.</summary>
    public DbSet<SignedScan> SignedScans => Set<SignedScan>();

    /// <summary>What was uploaded.</summary>
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>The steps of drafts, each with what takes it back.</summary>
    public DbSet<DraftStep> DraftSteps => Set<DraftStep>();

    /// <summary>Names that were given to states of drafts.</summary>
    public DbSet<NamedState> NamedStates => Set<NamedState>();

    /// <summary>What was said about cells of drafts.</summary>
    public DbSet<CommentThread> CommentThreads => Set<CommentThread>();

    /// <summary>The people who hold positions.</summary>
    public DbSet<Official> Officials => Set<Official>();

    /// <summary>Who holds which position since when.</summary>
    public DbSet<Incumbency> Incumbencies => Set<Incumbency>();

    /// <summary>When the holder of a position is away.</summary>
    public DbSet<Absence> Absences => Set<Absence>();

    /// <summary>Whom an account stands for.</summary>
    public DbSet<OfficialAccount> OfficialAccounts => Set<OfficialAccount>();

    /// <summary>The public holidays and days of joint leave.</summary>
    public DbSet<Holiday> Holidays => Set<Holiday>();

    /// <summary>Whether duty stands on a Sunday; the last decision counts.</summary>
    public DbSet<SundayDecision> SundayDecisions => Set<SundayDecision>();

    /// <summary>Who serves for whom.</summary>
    public DbSet<Substitution> Substitutions => Set<Substitution>();

    /// <summary>The reports, one for each row and Sunday at most.</summary>
    public DbSet<ActivityReport> ActivityReports => Set<ActivityReport>();

    /// <summary>The mails that asked for missing reports.</summary>
    public DbSet<ReminderMail> ReminderMails => Set<ReminderMail>();

    /// <summary>Who was reminded of what.</summary>
    public DbSet<RemindedDuty> RemindedDuties => Set<RemindedDuty>();

    /// <summary>Mails that told of what waits.</summary>
    public DbSet<WaitingMail> WaitingMails => Set<WaitingMail>();

    /// <summary>Who was told of what, once each.</summary>
    public DbSet<WaitingMention> WaitingMentions => Set<WaitingMention>();

    /// <summary>The secret addresses of calendars.</summary>
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    /// <summary>What calendar programs were given.</summary>
    public DbSet<PublishedEvent> PublishedEvents => Set<PublishedEvent>();

    /// <summary>The services whose cases are claimed.</summary>
    public DbSet<Service> ClaimServices => Set<Service>();

    /// <summary>The claims, one for each month and the later ones for it.</summary>
    public DbSet<ClaimMonth> ClaimMonths => Set<ClaimMonth>();

    /// <summary>What was done to claims, also to those that were withdrawn.</summary>
    public DbSet<ClaimChange> ClaimChanges => Set<ClaimChange>();

    /// <summary>The payments of BPJS.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>That receipts were wrong, proposed and decided.</summary>
    public DbSet<ReceiptReversal> ReceiptReversals => Set<ReceiptReversal>();

    /// <summary>How receipts are shared, and since when.</summary>
    public DbSet<AllocationRule> AllocationRules => Set<AllocationRule>();

    /// <summary>The receipts as they were shared, one for each.</summary>
    public DbSet<Allocation> Allocations => Set<Allocation>();

    /// <summary>The distributions of service fees.</summary>
    public DbSet<FeeDistribution> FeeDistributions => Set<FeeDistribution>();

    /// <summary>What each person is paid by a distribution.</summary>
    public DbSet<FeeRecipient> FeeRecipients => Set<FeeRecipient>();

    /// <summary>What is kept back of fees, and since when.</summary>
    public DbSet<DeductionRule> DeductionRules => Set<DeductionRule>();

    /// <summary>The hospital's staff.</summary>
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    /// <summary>What the staff has to give back of cancelled distributions.</summary>
    public DbSet<StaffReceivable> StaffReceivables => Set<StaffReceivable>();

    /// <summary>Whose fees an account may see as its own.</summary>
    public DbSet<StaffAccount> StaffAccounts => Set<StaffAccount>();

    /// <summary>The categories of spending.</summary>
    public DbSet<SpendingCategory> SpendingCategories => Set<SpendingCategory>();

    /// <summary>How the second half is divided, and since when.</summary>
    public DbSet<SpendingPlan> SpendingPlans => Set<SpendingPlan>();

    /// <summary>What was spent.</summary>
    public DbSet<Expenditure> Expenditures => Set<Expenditure>();

    /// <summary>What surplus of earlier years is used for.</summary>
    public DbSet<SilpaUse> SilpaUses => Set<SilpaUse>();

    /// <summary>The journal.</summary>
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();

    /// <summary>What moved the bank beside claims, fees and spending.</summary>
    public DbSet<BankMovement> BankMovements => Set<BankMovement>();

    /// <summary>The bank's statements that were imported.</summary>
    public DbSet<BankStatement> BankStatements => Set<BankStatement>();

    /// <summary>Their lines.</summary>
    public DbSet<StatementLine> StatementLines => Set<StatementLine>();

    /// <summary>Which lines are which entries of the journal.</summary>
    public DbSet<BankMatch> BankMatches => Set<BankMatch>();

    /// <summary>The bank's statements on paper, scanned.</summary>
    public DbSet<StatementScan> StatementScans => Set<StatementScan>();

    /// <summary>Reports of the claim fund as they were sent.</summary>
    public DbSet<SentReport> SentReports => Set<SentReport>();

    /// <summary>The years of the books.</summary>
    public DbSet<FiscalYear> FiscalYears => Set<FiscalYear>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who is or was signed in.</summary>
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    /// <summary>The sign-in log.</summary>
    public DbSet<SignInRecord> SignInLog => Set<SignInRecord>();

    /// <summary>Who made the links by which passwords are set.</summary>
    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    /// <summary>The codes accounts ask for beside the password.</summary>
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    /// <summary>The keys accounts sign in by without the password.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>The forms that were stored.</summary>
    public DbSet<SentForm> SentForms => Set<SentForm>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>What the records were that were saved with an entry of the trail.</summary>
    public DbSet<EntryRecords> AuditRecords => Set<EntryRecords>();

    /// <summary>The end of the audit trail's chain.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Saved in this transaction and not told of yet.</summary>
    internal UntoldRecords Untold { get; } = new();

    /// <summary>
    /// Saves, and in the same transaction puts the new audit entries at the end of their chain, the last one with what the records are that
    /// were saved.
    /// </summary>
    /// <exception cref="InvalidOperationException">A record was to be saved without an entry.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangeTracker
            .Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();

        // The tracker lists what was added in no order of its own making; the keys it gives until the database has given one ascend with
        // each that is added.
        var entries = changed
            .Where(entry => entry is { Entity: AuditEntry, State: EntityState.Added })
            .OrderBy(entry => entry.Property(nameof(AuditEntry.Id)).CurrentValue)
            .Select(entry => (AuditEntry)entry.Entity)
            .ToList();
        var records = RecordChanges.Among(this, changed);
        if (entries.Count == 0)
        {
            Untold.RequireLater(records, Database.CurrentTransaction?.TransactionId);
            var stored = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Untold.Add(records);
            return stored;
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = 0;
        if (records.AwaitKeys)
        {
            // The database gives keys that the trail names: the records first, then the entries that tell of them. The turn still comes
            // before anything else.
            await AuditChain.TakeTurnAsync(this, cancellationToken);
            entries.ForEach(entry => Entry(entry).State = EntityState.Detached);
            saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            AuditEntries.AddRange(entries);
        }

        var lines = Untold.Take(Database.CurrentTransaction?.TransactionId).Concat(records.ToLines()).ToList();
        await AuditChain.AppendAsync(this, entries, lines, cancellationToken);
        saved += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var list in ChangeTracker.Entries<EntryRecords>().ToList())
        {
            list.State = EntityState.Detached;
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <inheritdoc/>
    /// <remarks>The framework stores its keys this way; nothing else does.</remarks>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("The portal saves asynchronously only.");

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(new AuditGuard(), new UntoldGuard(), new TextBounds());

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<KecamatanCode>().HaveConversion<KecamatanCodeConverter>().HaveMaxLength(8);
        configurationBuilder.Properties<CityCode>().HaveConversion<CityCodeConverter>().HaveMaxLength(5);
        configurationBuilder.Properties<RosterMonth>().HaveConversion<RosterMonthConverter>().HaveMaxLength(7);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        FundConventions.Configure(configurationBuilder);
        SqlServerStorage.Configure(Database, configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }
}
