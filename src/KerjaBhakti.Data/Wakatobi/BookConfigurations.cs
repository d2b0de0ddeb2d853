using KerjaBhakti.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("wakatobi_JournalEntries", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_JournalEntries")));
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Description).HasMaxLength(JournalEntry.DescriptionLength);
        builder.Ignore(entry => entry.Amount);
        builder.HasIndex(entry => entry.On);
        builder.HasIndex(entry => entry.Number).IsUnique();

        // Owned rather than complex, because every figure leads back to its source through this index.
        builder.OwnsOne(
            entry => entry.Source,
            source =>
            {
                source.WithOwner().HasForeignKey("EntryId");
                source.HasKey("EntryId");
                source.Property(item => item.Kind).HasMaxLength(32);
                source.Property(item => item.Id).ValueGeneratedNever();
                source.HasIndex(item => item.Id);
            }
        );
        builder.Navigation(entry => entry.Source).IsRequired();
        builder.HasIndex(entry => entry.ReversesId).IsUnique();
        builder.HasOne<JournalEntry>().WithMany().HasForeignKey(entry => entry.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            entry => entry.Lines,
            lines =>
            {
                lines.ToTable("wakatobi_JournalLines", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_JournalLines")));
                lines.WithOwner().HasForeignKey("EntryId");
                lines.HasKey("EntryId", nameof(JournalLine.Number));
                lines.Property(line => line.Number).ValueGeneratedNever();
                lines.Property(line => line.Account).HasMaxLength(ChartOfAccounts.CodeLength);
                lines.HasIndex(line => line.Account);
            }
        );
    }
}

internal sealed class FiscalYearConfiguration : IEntityTypeConfiguration<FiscalYear>
{
    public void Configure(EntityTypeBuilder<FiscalYear> builder)
    {
        builder.ToTable("wakatobi_FiscalYears");
        builder.Property(year => year.Id).ValueGeneratedNever();
        builder.Property(year => year.Revision).IsConcurrencyToken();
        builder.HasIndex(year => year.Year).IsUnique();
        builder.ComplexProperty(year => year.Silpa!);
        builder.ComplexProperty(year => year.ClosedBy!, People.Configure);
        builder.HasMany(year => year.Closings).WithOne().HasForeignKey(BankAssertionConfiguration.Year).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(year => year.Closings).AutoInclude();
    }
}

internal sealed class BankAssertionConfiguration : IEntityTypeConfiguration<BankAssertion>
{
    public const string Year = "FiscalYearId";

    public void Configure(EntityTypeBuilder<BankAssertion> builder)
    {
        builder.ToTable("wakatobi_MonthClosings", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_MonthClosings")));
        builder.Property<Guid>(Year);
        builder.HasKey(Year, nameof(BankAssertion.On));
        builder.ComplexProperty(closing => closing.By, People.Configure);
    }
}

internal sealed class BankMovementConfiguration : IEntityTypeConfiguration<BankMovement>
{
    public void Configure(EntityTypeBuilder<BankMovement> builder)
    {
        builder.ToTable("wakatobi_BankMovements", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_BankMovements")));
        builder.Property(movement => movement.Id).ValueGeneratedNever();
        builder.Property(movement => movement.Document).HasMaxLength(BankMovement.DocumentLength);
        builder.Property(movement => movement.Description).HasMaxLength(BankMovement.TextLength);
        builder.Property(movement => movement.ReversalReason).HasMaxLength(BankMovement.TextLength);
        builder.Property(movement => movement.Revision).IsConcurrencyToken();
        builder.ComplexProperty(movement => movement.By, People.Configure);
        builder.HasIndex(movement => movement.On);
    }
}
