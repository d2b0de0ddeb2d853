using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class FeeDistributionConfiguration : IEntityTypeConfiguration<FeeDistribution>
{
    public void Configure(EntityTypeBuilder<FeeDistribution> builder)
    {
        builder.ToTable("wakatobi_FeeDistributions", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_FeeDistributions")));
        builder.Property(distribution => distribution.Id).ValueGeneratedNever();
        builder.Property(distribution => distribution.DecreeNumber).HasMaxLength(FeeDecree.NumberLength);
        builder.Property(distribution => distribution.ReversalReason).HasMaxLength(FeeDistribution.ReasonLength);
        builder.Property(distribution => distribution.RemittanceReference).HasMaxLength(FeeDistribution.ReferenceLength);
        builder.Property(distribution => distribution.Revision).IsConcurrencyToken();
        builder.PrimitiveCollection(distribution => distribution.Months).ElementType(month => month.HasConversion<FiscalMonthConverter>());
        builder.Ignore(distribution => distribution.Net);
        builder.ComplexProperty(distribution => distribution.ReversedBy!, People.Configure);
        builder.ComplexProperty(distribution => distribution.PreparedBy, People.Configure);
        builder.ComplexProperty(distribution => distribution.ApprovedBy!, People.Configure);
        builder.OwnsMany(distribution => distribution.Components, components => components.ToJson());
        builder.OwnsMany(
            distribution => distribution.Payments,
            payments =>
            {
                payments.ToTable("wakatobi_FeePayments", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_FeePayments")));
                payments.WithOwner().HasForeignKey("DistributionId");
                payments.Property<long>("Id");
                payments.HasKey("Id");
                payments.Property(payment => payment.StaffId).HasMaxLength(StaffPoints.StaffIdLength);
                payments.Property(payment => payment.Name).HasMaxLength(StaffPoints.NameLength);
                payments.Property(payment => payment.Component).HasMaxLength(FeeComponent.CodeLength);
                payments.Property(payment => payment.Points).HasMaxLength(ExactDecimal.MostCharacters);
                payments.HasIndex(payment => payment.StaffId);
            }
        );
    }
}

internal sealed class FeeRecipientConfiguration : IEntityTypeConfiguration<FeeRecipient>
{
    public void Configure(EntityTypeBuilder<FeeRecipient> builder)
    {
        // A key of its own: some databases take "a1" and "A1" for one staff number.
        builder.ToTable("wakatobi_FeeRecipients", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_FeeRecipients")));
        builder.Property<long>("Id");
        builder.HasKey("Id");
        builder.Property(recipient => recipient.StaffId).HasMaxLength(StaffPoints.StaffIdLength);
        builder.Property(recipient => recipient.Name).HasMaxLength(StaffPoints.NameLength);
        builder.Property(recipient => recipient.Unit).HasMaxLength(StaffMember.UnitLength);
        builder.ComplexProperty(recipient => recipient.Account!, StaffMemberConfiguration.Account);
        builder.Ignore(recipient => recipient.Net);
        builder.OwnsMany(recipient => recipient.Deductions, deductions => deductions.ToJson());
        builder.HasIndex(recipient => new { recipient.DistributionId, recipient.StaffId });
        builder.HasIndex(recipient => recipient.StaffId);
        builder.HasOne<FeeDistribution>().WithMany().HasForeignKey(recipient => recipient.DistributionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeductionRuleConfiguration : IEntityTypeConfiguration<DeductionRule>
{
    public void Configure(EntityTypeBuilder<DeductionRule> builder)
    {
        builder.ToTable("wakatobi_DeductionRules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Name).HasMaxLength(DeductionRule.NameLength);
        builder.Property(rule => rule.LegalBasis).HasMaxLength(DeductionRule.LegalBasisLength);
        builder.Property(rule => rule.Revision).IsConcurrencyToken();
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("wakatobi_StaffMembers");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Number).HasMaxLength(StaffNumber.MostCharacters);
        builder.Property(member => member.NumberKey).HasMaxLength(StaffNumber.MostCharacters);
        builder.Property(member => member.Name).HasMaxLength(StaffMember.NameLength);
        builder.Property(member => member.Unit).HasMaxLength(StaffMember.UnitLength);
        builder.Property(member => member.Revision).IsConcurrencyToken();
        builder.ComplexProperty(member => member.Account!, Account);
        builder.Ignore(member => member.Facts);
        builder.HasIndex(member => member.NumberKey).IsUnique();
    }

    public static void Account(ComplexPropertyBuilder<BankAccount> account)
    {
        account.Property(item => item.Bank).HasMaxLength(BankAccount.BankLength);
        account.Property(item => item.Number).HasMaxLength(BankAccount.MostDigits);
        account.Property(item => item.Holder).HasMaxLength(StaffMember.NameLength);
        account.Ignore(item => item.Masked);
    }
}

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("wakatobi_StaffAccounts");
        builder.HasKey(account => account.AccountId);
        builder.Property(account => account.AccountId).HasMaxLength(People.IdLength);
        builder.Property(account => account.StaffId).HasMaxLength(StaffPoints.StaffIdLength);
        builder.HasIndex(account => account.StaffId).IsUnique();
    }
}

internal sealed class StaffReceivableConfiguration : IEntityTypeConfiguration<StaffReceivable>
{
    public void Configure(EntityTypeBuilder<StaffReceivable> builder)
    {
        builder.ToTable("wakatobi_StaffReceivables");
        builder.Property(receivable => receivable.Id).ValueGeneratedNever();
        builder.Property(receivable => receivable.DecreeNumber).HasMaxLength(FeeDecree.NumberLength);
        builder.Property(receivable => receivable.StaffId).HasMaxLength(StaffPoints.StaffIdLength);
        builder.Property(receivable => receivable.Name).HasMaxLength(StaffPoints.NameLength);
        builder.Property(receivable => receivable.Revision).IsConcurrencyToken();
        builder.HasIndex(receivable => new { receivable.DistributionId, receivable.StaffId }).IsUnique();
        builder.HasIndex(receivable => receivable.StaffId);
        builder
            .HasOne<FeeDistribution>()
            .WithMany()
            .HasForeignKey(receivable => receivable.DistributionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            receivable => receivable.Settlements,
            settlements =>
            {
                settlements.ToTable("wakatobi_StaffSettlements", table =>
                    table.HasTrigger(FundTriggers.NameFor("wakatobi_StaffSettlements"))
                );
                settlements.WithOwner().HasForeignKey("ReceivableId");
                settlements.HasKey("ReceivableId", nameof(ReceivableSettlement.Number));
                settlements.Property(settlement => settlement.Number).ValueGeneratedNever();
                settlements.Property(settlement => settlement.Document).HasMaxLength(StaffReceivable.DocumentLength);
                settlements.HasIndex(settlement => settlement.DistributionId);
            }
        );
    }
}
