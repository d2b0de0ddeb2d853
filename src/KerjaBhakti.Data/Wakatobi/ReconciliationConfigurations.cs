using KerjaBhakti.Data.Files;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Reconciliation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class BankStatementConfiguration : IEntityTypeConfiguration<BankStatement>
{
    public const string Table = "wakatobi_BankStatements";

    public void Configure(EntityTypeBuilder<BankStatement> builder)
    {
        builder.ToTable(Table, table => table.HasTrigger(FundTriggers.NameFor(Table)));
        builder.Property(statement => statement.Id).ValueGeneratedNever();
        builder.Property(statement => statement.FileName).HasMaxLength(BankStatement.NameLength);
        builder.Property(statement => statement.RemovalReason).HasMaxLength(BankStatement.ReasonLength);
        builder.Property(statement => statement.Revision).IsConcurrencyToken();
        builder.ComplexProperty(statement => statement.By, People.Configure);
        builder.ComplexProperty(statement => statement.RemovedBy!, People.Configure);
        builder.HasMany(statement => statement.Lines).WithOne().HasForeignKey(line => line.StatementId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatementLineConfiguration : IEntityTypeConfiguration<StatementLine>
{
    public const string Table = "wakatobi_StatementLines";

    public void Configure(EntityTypeBuilder<StatementLine> builder)
    {
        builder.ToTable(Table, table => table.HasTrigger(FundTriggers.NameFor(Table)));
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Text).HasMaxLength(StatementLine.TextLength);
        builder.Property(line => line.Reference).HasMaxLength(StatementLine.ReferenceLength);
        builder.HasIndex(line => line.On);
        builder.HasIndex(line => new { line.StatementId, line.Number }).IsUnique();
    }
}

internal sealed class BankMatchConfiguration : IEntityTypeConfiguration<BankMatch>
{
    public const string Table = "wakatobi_BankMatches";
    public const string Lines = "wakatobi_MatchedLines";
    public const string Entries = "wakatobi_MatchedEntries";
    public const string Key = "MatchId";

    public void Configure(EntityTypeBuilder<BankMatch> builder)
    {
        builder.ToTable(Table, table => table.HasTrigger(FundTriggers.NameFor(Table)));
        builder.Property(match => match.Id).ValueGeneratedNever();
        builder.ComplexProperty(match => match.By, People.Configure);
        builder.HasIndex(match => match.On);

        // A line and an entry are in one match: their keys are the tables' keys.
        builder.OwnsMany(
            match => match.Lines,
            lines =>
            {
                lines.ToTable(Lines, table => table.HasTrigger(FundTriggers.NameFor(Lines)));
                lines.WithOwner().HasForeignKey(Key);
                lines.HasKey(line => line.LineId);
                lines.Property(line => line.LineId).ValueGeneratedNever();
                lines.HasOne<StatementLine>().WithMany().HasForeignKey(line => line.LineId).OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.OwnsMany(
            match => match.Entries,
            entries =>
            {
                entries.ToTable(Entries, table => table.HasTrigger(FundTriggers.NameFor(Entries)));
                entries.WithOwner().HasForeignKey(Key);
                entries.HasKey(entry => entry.EntryId);
                entries.Property(entry => entry.EntryId).ValueGeneratedNever();
                entries.HasOne<JournalEntry>().WithMany().HasForeignKey(entry => entry.EntryId).OnDelete(DeleteBehavior.Restrict);
            }
        );
    }
}

internal sealed class StatementScanConfiguration : IEntityTypeConfiguration<StatementScan>
{
    public const string Table = "wakatobi_StatementScans";

    public void Configure(EntityTypeBuilder<StatementScan> builder)
    {
        builder.ToTable(Table, table => table.HasTrigger(FundTriggers.NameFor(Table)));
        builder.Property(scan => scan.Id).ValueGeneratedNever();
        builder.Property(scan => scan.FileName).HasMaxLength(BankStatement.NameLength);
        builder.ComplexProperty(scan => scan.By, People.Configure);
        builder.HasIndex(scan => scan.Month);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(scan => scan.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
