using KerjaBhakti.Roster.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class WaitingMailConfiguration : IEntityTypeConfiguration<WaitingMail>
{
    public void Configure(EntityTypeBuilder<WaitingMail> builder)
    {
        builder.ToTable("roster_WaitingMails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.AccountId).HasMaxLength(64);
        builder.Property(mail => mail.Failure).HasMaxLength(ReminderMail.FailureLength);
        builder.HasIndex(mail => new { mail.AccountId, mail.BegunAt });
        builder.HasMany(mail => mail.Mentions).WithOne().HasForeignKey(mention => mention.MailId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WaitingMentionConfiguration : IEntityTypeConfiguration<WaitingMention>
{
    public void Configure(EntityTypeBuilder<WaitingMention> builder)
    {
        builder.ToTable("roster_WaitingMentions");
        builder.Property(mention => mention.AccountId).HasMaxLength(64);
        builder.Property(mention => mention.What).HasMaxLength(WaitingMention.WhatLength);

        // Nobody is told of one thing twice, whichever process asks.
        builder.HasKey(mention => new { mention.AccountId, mention.What });
    }
}
