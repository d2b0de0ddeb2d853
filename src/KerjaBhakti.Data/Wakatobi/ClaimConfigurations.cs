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
        builder.HasIndex(claim => claim.Month).IsUnique();
        builder.OwnsMany(claim => claim.Lines, lines =>
        {
            lines.ToTable("wakatobi_ClaimLines");
            lines.WithOwner().HasForeignKey(line => line.ClaimMonthId);
            lines.HasKey(line => new { line.ClaimMonthId, line.Service });
            lines.Property(line => line.Service).HasMaxLength(Service.CodeLength);
            lines.HasOne<Service>().WithMany().HasForeignKey(line => line.Service).OnDelete(DeleteBehavior.Restrict);
        });
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
        builder.OwnsMany(receipt => receipt.Items, items =>
        {
            items.ToTable("wakatobi_ReceiptItems", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_ReceiptItems")));
            items.WithOwner().HasForeignKey("ReceiptId");
            items.HasKey("ReceiptId", nameof(ReceiptItem.ClaimMonthId));
            items.HasOne<ClaimMonth>().WithMany().HasForeignKey(item => item.ClaimMonthId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
