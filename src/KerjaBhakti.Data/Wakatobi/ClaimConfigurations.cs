using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class ServiceConfiguration : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("wakatobi_Services");
        builder.HasKey(service => service.Code);
        builder.Property(service => service.Code).HasMaxLength(Service.CodeLength);
        builder.Property(service => service.Name).HasMaxLength(Service.NameLength);
        builder.Property(service => service.Article).HasMaxLength(Service.NameLength);
    }
}

internal sealed class ClaimMonthConfiguration : IEntityTypeConfiguration<ClaimMonth>
{
    public void Configure(EntityTypeBuilder<ClaimMonth> builder)
    {
        builder.ToTable("wakatobi_ClaimMonths");
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.Property(claim => claim.Scheme).HasMaxLength(ClaimMonth.SchemeLength);
        builder.Property(claim => claim.CompletenessDocument).HasMaxLength(ClaimMonth.DocumentLength);
        builder.Property(claim => claim.Revision).IsConcurrencyToken();
        builder.Ignore(claim => claim.Key);
        builder.HasIndex(claim => new { claim.Month, claim.Number }).IsUnique();

        // Few and read with the claim, always.
        builder.OwnsMany(claim => claim.Decisions, decisions => decisions.ToJson());
        builder.OwnsMany(
            claim => claim.Lines,
            lines =>
            {
                lines.ToTable("wakatobi_ClaimLines");
                lines.WithOwner().HasForeignKey(line => line.ClaimMonthId);
                lines.HasKey(line => new { line.ClaimMonthId, line.Service });
                lines.Property(line => line.Service).HasMaxLength(Service.CodeLength);
                lines.HasOne<Service>().WithMany().HasForeignKey(line => line.Service).OnDelete(DeleteBehavior.Restrict);
            }
        );
    }
}

internal sealed class ClaimChangeConfiguration : IEntityTypeConfiguration<ClaimChange>
{
    public const string Table = "wakatobi_ClaimChanges";

    public void Configure(EntityTypeBuilder<ClaimChange> builder)
    {
        // Without a foreign key: a claim that is withdrawn is gone, and its history stays.
        builder.ToTable(Table, table => table.HasTrigger(FundTriggers.NameFor(Table)));
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Text).HasMaxLength(ClaimChange.TextLength);
        builder.ComplexProperty(change => change.By, People.Configure);
        builder.OwnsMany(change => change.States, states => states.ToJson());
        builder.HasIndex(change => new { change.Month, change.Number });
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("wakatobi_Receipts", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_Receipts")));
        builder.Property(receipt => receipt.Id).ValueGeneratedNever();
        builder.Property(receipt => receipt.Reference).HasMaxLength(Receipt.ReferenceLength);
        builder.HasIndex(receipt => receipt.ReceivedOn);
        builder.OwnsMany(
            receipt => receipt.Items,
            items =>
            {
                items.ToTable("wakatobi_ReceiptItems", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_ReceiptItems")));
                items.WithOwner().HasForeignKey("ReceiptId");
                items.HasKey("ReceiptId", nameof(ReceiptItem.ClaimMonthId));
                items.HasOne<ClaimMonth>().WithMany().HasForeignKey(item => item.ClaimMonthId).OnDelete(DeleteBehavior.Restrict);
            }
        );

        // Few and read with the receipt, always: one column, beside the items that other tables are joined to.
        builder.OwnsMany(receipt => receipt.Deductions, deductions => deductions.ToJson());
    }
}

internal sealed class ReceiptReversalConfiguration : IEntityTypeConfiguration<ReceiptReversal>
{
    public void Configure(EntityTypeBuilder<ReceiptReversal> builder)
    {
        builder.ToTable("wakatobi_ReceiptReversals");
        builder.Property(reversal => reversal.Id).ValueGeneratedNever();
        builder.Property(reversal => reversal.Reason).HasMaxLength(ReceiptReversal.ReasonLength);
        builder.Property(reversal => reversal.DeclineReason).HasMaxLength(ReceiptReversal.ReasonLength);
        builder.Property(reversal => reversal.Revision).IsConcurrencyToken();
        builder.ComplexProperty(reversal => reversal.ProposedBy, People.Configure);
        builder.ComplexProperty(reversal => reversal.DecidedBy!, People.Configure);
        builder.HasIndex(reversal => reversal.ReceiptId);
        builder.HasIndex(reversal => reversal.Status);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(reversal => reversal.ReceiptId).OnDelete(DeleteBehavior.Restrict);
    }
}
