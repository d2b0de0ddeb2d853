using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Sundays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("roster_Holidays");
        builder.Property(holiday => holiday.Id).ValueGeneratedNever();
        builder.Property(holiday => holiday.Name).HasMaxLength(Holiday.NameLength);
        builder.Property(holiday => holiday.Source).HasMaxLength(Holiday.SourceLength);
        builder.Property(holiday => holiday.Revision).IsConcurrencyToken();
        builder.HasIndex(holiday => holiday.Date).IsUnique();
    }
}

internal sealed class SundayDecisionConfiguration : IEntityTypeConfiguration<SundayDecision>
{
    public void Configure(EntityTypeBuilder<SundayDecision> builder)
    {
        builder.ToTable("roster_SundayDecisions");
        builder.Property(decision => decision.Id).ValueGeneratedNever();
        builder.Property(decision => decision.Reason).HasMaxLength(SundayDecision.ReasonLength);
        builder.ComplexProperty(
            decision => decision.By,
            person =>
            {
                person.Property(by => by.Id).HasMaxLength(64);
                person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
            }
        );
        builder.HasIndex(decision => decision.Date);
    }
}
