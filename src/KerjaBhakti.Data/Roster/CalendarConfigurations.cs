using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class CalendarLinkConfiguration : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("roster_CalendarLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(CalendarLink.HashLength).IsFixedLength();
        builder.Property(link => link.MadeById).HasMaxLength(CalendarLink.AccountLength);
        builder.Property(link => link.Revision).IsConcurrencyToken();
        builder.HasIndex(link => link.TokenHash).IsUnique();

        // One address of a position answers at a time.
        builder.HasIndex(link => link.PositionId).IsUnique().HasFilter("ReplacedAt IS NULL");
        builder.HasOne<Position>().WithMany().HasForeignKey(link => link.PositionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublishedEventConfiguration : IEntityTypeConfiguration<PublishedEvent>
{
    public void Configure(EntityTypeBuilder<PublishedEvent> builder)
    {
        builder.ToTable("roster_PublishedEvents");
        builder.HasKey(item => new { item.PositionId, item.Uid });
        builder.Property(item => item.Uid).HasMaxLength(PublishedEvent.UidLength);
        builder.Property(item => item.Summary).HasMaxLength(PublishedEvent.SummaryLength);
        builder.Property(item => item.Note).HasMaxLength(PublishedEvent.NoteLength);
        builder.Property(item => item.Hash).HasMaxLength(64).IsFixedLength();
        builder.Property(item => item.Sequence).IsConcurrencyToken();
        builder.Ignore(item => item.Content);
        builder.Ignore(item => item.Place);
        builder.HasOne<Position>().WithMany().HasForeignKey(item => item.PositionId).OnDelete(DeleteBehavior.Restrict);
    }
}
