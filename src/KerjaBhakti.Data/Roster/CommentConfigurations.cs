using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class CommentThreadConfiguration : IEntityTypeConfiguration<CommentThread>
{
    public void Configure(EntityTypeBuilder<CommentThread> builder)
    {
        builder.ToTable("roster_CommentThreads");
        builder.Property(thread => thread.Id).ValueGeneratedNever();
        builder.Property(thread => thread.RowLabel).HasMaxLength(ScheduleRow.LabelLength);
        builder.Property(thread => thread.ResolvedBy).HasMaxLength(PortalUser.NameLength);
        builder.Property(thread => thread.Revision).IsConcurrencyToken();
        builder.HasOne<Schedule>().WithMany().HasForeignKey(thread => thread.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(thread => thread.Comments)
            .WithOne()
            .HasForeignKey(comment => comment.ThreadId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("roster_Comments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Text).HasMaxLength(Comment.TextLength);
        builder.Property(comment => comment.ById).HasMaxLength(64);
        builder.Property(comment => comment.ByName).HasMaxLength(PortalUser.NameLength);
        builder.HasIndex(comment => new { comment.ThreadId, comment.Number }).IsUnique();
        builder
            .HasMany(comment => comment.Mentions)
            .WithOne()
            .HasForeignKey(mention => mention.CommentId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentMentionConfiguration : IEntityTypeConfiguration<CommentMention>
{
    public void Configure(EntityTypeBuilder<CommentMention> builder)
    {
        builder.ToTable("roster_CommentMentions");
        builder.HasKey(mention => new { mention.CommentId, mention.AccountId });
        builder.Property(mention => mention.AccountId).HasMaxLength(64);
        builder.Property(mention => mention.Name).HasMaxLength(PortalUser.NameLength);
        builder.HasIndex(mention => mention.AccountId);
    }
}
