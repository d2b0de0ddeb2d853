using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Calendars;
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
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Wakatobi.Spending;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data;

/// <summary>The portal's database. The model is the same for every provider; each has its own migrations.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>The cities and regencies.</summary>
    public DbSet<City> Cities => Set<City>();

    /// <summary>The register of kecamatan.</summary>
    public DbSet<Kecamatan> Kecamatan => Set<Kecamatan>();

    /// <summary>The bodies of the provincial government.</summary>
    public DbSet<WorkUnit> WorkUnits => Set<WorkUnit>();

    /// <summary>The posts that serve.</summary>
    public DbSet<Position> Positions => Set<Position>();

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

    /// <summary>The secret addresses of calendars.</summary>
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    /// <summary>What calendar programs were given.</summary>
    public DbSet<PublishedEvent> PublishedEvents => Set<PublishedEvent>();

    /// <summary>The services whose cases are claimed.</summary>
    public DbSet<Service> ClaimServices => Set<Service>();

    /// <summary>The claims, one for each month.</summary>
    public DbSet<ClaimMonth> ClaimMonths => Set<ClaimMonth>();

    /// <summary>The payments of BPJS.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>How receipts are shared, and since when.</summary>
    public DbSet<AllocationRule> AllocationRules => Set<AllocationRule>();

    /// <summary>The receipts as they were shared, one for each.</summary>
    public DbSet<Allocation> Allocations => Set<Allocation>();

    /// <summary>The distributions of service fees.</summary>
    public DbSet<FeeDistribution> FeeDistributions => Set<FeeDistribution>();

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

    /// <summary>The years of the books.</summary>
    public DbSet<FiscalYear> FiscalYears => Set<FiscalYear>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The end of the audit trail's chain.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Saves, and puts the new audit entries at the end of their chain in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var entries = ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        if (entries.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.AppendAsync(this, entries, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The portal saves asynchronously only.");

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(new AuditGuard());

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<KecamatanCode>().HaveConversion<KecamatanCodeConverter>().HaveMaxLength(8);
        configurationBuilder.Properties<CityCode>().HaveConversion<CityCodeConverter>().HaveMaxLength(5);
        configurationBuilder.Properties<RosterMonth>().HaveConversion<RosterMonthConverter>().HaveMaxLength(7);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        FundConventions.Configure(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }
}
