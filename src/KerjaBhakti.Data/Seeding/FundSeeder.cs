using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Seeding;

/// <summary>Enters what Regulation 9/2024 gives in data, in a new database and in one from before the claim fund.</summary>
internal static class FundSeeder
{
    /// <summary>Whether no list is empty.</summary>
    public static async Task<bool> IsDoneAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.ClaimServices.AnyAsync(cancellationToken)
        && await db.SpendingCategories.AnyAsync(cancellationToken)
        && await db.AllocationRules.AnyAsync(cancellationToken);

    /// <summary>Adds each list that is empty. What was changed since is never touched.</summary>
    public static async Task AddAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.ClaimServices.AnyAsync(cancellationToken))
        {
            db.ClaimServices.AddRange(Regulation9Of2024.Services);
            Note(db, now, "services", "Daftar layanan", "Pasal 2 ayat (2)");
        }

        if (!await db.SpendingCategories.AnyAsync(cancellationToken))
        {
            db.SpendingCategories.AddRange(Regulation9Of2024.Categories);
            Note(db, now, "categories", "Daftar jenis belanja", "Pasal 6 ayat (3)");
        }

        if (!await db.AllocationRules.AnyAsync(cancellationToken))
        {
            var rule = Regulation9Of2024.AllocationRule();
            db.AllocationRules.Add(rule);
            Note(db, now, rule.Id.ToString(), "Aturan pembagian dana klaim", "Pasal 5 ayat (2)");
        }
    }

    private static void Note(PortalDbContext db, DateTimeOffset now, string subject, string caption, string article) =>
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, now, FundActions.Seeded, subject, caption) { After = $"{Regulation9Of2024.Citation} {article}" }
        );
}
