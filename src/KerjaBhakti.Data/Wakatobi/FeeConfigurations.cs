using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
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
        builder.Property(distribution => distribution.Revision).IsConcurrencyToken();
        builder.ComplexProperty(distribution => distribution.PreparedBy, People.Configure);
        builder.ComplexProperty(distribution => distribution.ApprovedBy!, People.Configure);
        builder.OwnsMany(distribution => distribution.Components, components => components.ToJson());
        builder.OwnsMany(distribution => distribution.Payments, payments =>
        {
            // A key of its own: staff numbers differ by case, which not every database distinguishes.
            payments.ToTable("wakatobi_FeePayments", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_FeePayments")));
            payments.WithOwner().HasForeignKey("DistributionId");
            payments.Property<long>("Id");
            payments.HasKey("Id");
            payments.Property(payment => payment.StaffId).HasMaxLength(StaffPoints.StaffIdLength);
            payments.Property(payment => payment.Name).HasMaxLength(StaffPoints.NameLength);
            payments.Property(payment => payment.Component).HasMaxLength(FeeComponent.CodeLength);
            payments.Property(payment => payment.Points).HasMaxLength(ExactDecimal.MostCharacters);
            payments.HasIndex(payment => payment.StaffId);
        });
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
