using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class ReminderMailConfiguration : IEntityTypeConfiguration<ReminderMail>
{
    public void Configure(EntityTypeBuilder<ReminderMail> builder)
    {
        builder.ToTable("roster_ReminderMails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.AccountId).HasMaxLength(64);
        builder.Property(mail => mail.Failure).HasMaxLength(ReminderMail.FailureLength);
        builder.Property(mail => mail.Revision).IsConcurrencyToken();
        builder.HasIndex(mail => mail.Status);
        builder.HasMany(mail => mail.Duties).WithOne().HasForeignKey(duty => duty.MailId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RemindedDutyConfiguration : IEntityTypeConfiguration<RemindedDuty>
{
    public void Configure(EntityTypeBuilder<RemindedDuty> builder)
    {
        builder.ToTable("roster_RemindedDuties");
        builder.Property(duty => duty.AccountId).HasMaxLength(64);
        builder.Ignore(duty => duty.What);

        // Nobody is reminded of one thing twice, whichever process asks.
        builder.HasKey(duty => new
        {
            duty.ScheduleId,
            duty.Sunday,
            duty.Row,
            duty.Kind,
            duty.ReturnedAt,
            duty.AccountId,
        });
        builder.HasOne<Schedule>().WithMany().HasForeignKey(duty => duty.ScheduleId).OnDelete(DeleteBehavior.Restrict);
    }
}
