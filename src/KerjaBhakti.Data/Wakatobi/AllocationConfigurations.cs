using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

// Shares are read and written as a whole and their order is that of the legal text, so each list is one JSON column.
internal sealed class AllocationRuleConfiguration : IEntityTypeConfiguration<AllocationRule>
{
    public void Configure(EntityTypeBuilder<AllocationRule> builder)
    {
        builder.ToTable("wakatobi_AllocationRules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.LegalBasis).HasMaxLength(AllocationRule.LegalBasisLength);
        builder.Property(rule => rule.Replaces).HasMaxLength(AllocationRule.LegalBasisLength);
        builder.Property(rule => rule.Revision).IsConcurrencyToken();
        builder.HasIndex(rule => rule.EffectiveFrom).IsUnique();
        builder.OwnsMany(rule => rule.Shares, shares => shares.ToJson());
    }
}

internal sealed class AllocationConfiguration : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.ToTable("wakatobi_Allocations", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_Allocations")));
        builder.Property(allocation => allocation.Id).ValueGeneratedNever();
        builder.Property(allocation => allocation.LegalBasis).HasMaxLength(AllocationRule.LegalBasisLength);
        builder.HasIndex(allocation => new { allocation.ReceiptId, allocation.IsReversal }).IsUnique();
        builder.HasIndex(allocation => allocation.On);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(allocation => allocation.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AllocationRule>().WithMany().HasForeignKey(allocation => allocation.RuleId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(allocation => allocation.Amounts, amounts => amounts.ToJson());
    }
}
