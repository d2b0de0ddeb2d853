using KerjaBhakti.Data.Files;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class SpendingCategoryConfiguration : IEntityTypeConfiguration<SpendingCategory>
{
    public void Configure(EntityTypeBuilder<SpendingCategory> builder)
    {
        builder.ToTable("wakatobi_SpendingCategories");
        builder.HasKey(category => category.Code);
        builder.Property(category => category.Code).HasMaxLength(SpendingCategory.CodeLength);
        builder.Property(category => category.Name).HasMaxLength(200);
        builder.Property(category => category.Article).HasMaxLength(200);
    }
}

internal sealed class SpendingPlanConfiguration : IEntityTypeConfiguration<SpendingPlan>
{
    public void Configure(EntityTypeBuilder<SpendingPlan> builder)
    {
        builder.ToTable("wakatobi_SpendingPlans");
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Basis).HasMaxLength(SpendingPlan.BasisLength);
        builder.Property(plan => plan.Revision).IsConcurrencyToken();
        builder.HasIndex(plan => plan.EffectiveFrom).IsUnique();
        builder.OwnsMany(plan => plan.Shares, shares => shares.ToJson());
    }
}

internal sealed class ExpenditureConfiguration : IEntityTypeConfiguration<Expenditure>
{
    public void Configure(EntityTypeBuilder<Expenditure> builder)
    {
        builder.ToTable("wakatobi_Expenditures");
        builder.Property(expenditure => expenditure.Id).ValueGeneratedNever();
        builder.Property(expenditure => expenditure.Category).HasMaxLength(SpendingCategory.CodeLength);
        builder.Property(expenditure => expenditure.Document).HasMaxLength(Expenditure.DocumentLength);
        builder.Property(expenditure => expenditure.Payee).HasMaxLength(Expenditure.PayeeLength);
        builder.Property(expenditure => expenditure.Description).HasMaxLength(Expenditure.TextLength);
        builder.Property(expenditure => expenditure.Reason).HasMaxLength(Expenditure.TextLength);
        builder.Property(expenditure => expenditure.Revision).IsConcurrencyToken();
        builder.ComplexProperty(expenditure => expenditure.DecidedBy!, People.Configure);
        builder.HasIndex(expenditure => expenditure.On);
        builder.HasIndex(expenditure => new { expenditure.Category, expenditure.On });
        builder.HasIndex(expenditure => expenditure.Status);
        builder.HasOne<SpendingCategory>().WithMany().HasForeignKey(expenditure => expenditure.Category).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SilpaUse>().WithMany().HasForeignKey(expenditure => expenditure.SilpaUseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(expenditure => expenditure.ScanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SilpaUseConfiguration : IEntityTypeConfiguration<SilpaUse>
{
    public void Configure(EntityTypeBuilder<SilpaUse> builder)
    {
        builder.ToTable("wakatobi_SilpaUses");
        builder.Property(use => use.Id).ValueGeneratedNever();
        builder.Property(use => use.Description).HasMaxLength(SilpaUse.DescriptionLength);
        builder.Property(use => use.Revision).IsConcurrencyToken();
        builder.ComplexProperty(
            use => use.Letter!,
            document => document.Property(letter => letter.Number).HasMaxLength(SilpaUse.NumberLength)
        );
        builder.ComplexProperty(
            use => use.Budget!,
            document => document.Property(budget => budget.Number).HasMaxLength(SilpaUse.NumberLength)
        );
        builder.Property(use => use.DeclineReason).HasMaxLength(SilpaUse.ReasonLength);
        builder.ComplexProperty(use => use.ApprovedBy!, People.Configure);
        builder.ComplexProperty(use => use.DeclinedBy!, People.Configure);
        builder.HasIndex(use => use.Year);
    }
}
