using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class InstructionConfiguration : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        builder.ToTable("roster_Instructions", table => table.HasTrigger("roster_Instructions_issued"));
        builder.Property(instruction => instruction.Id).ValueGeneratedNever();
        builder.HasIndex(instruction => new { instruction.Year, instruction.Number }).IsUnique();
        builder.Property(instruction => instruction.Subject).HasMaxLength(Schedule.TitleLength);
        builder.Property(instruction => instruction.Authority).HasMaxLength(200);
        builder.Property(instruction => instruction.Opening).HasMaxLength(2000);
        builder.Property(instruction => instruction.Addressees).HasMaxLength(1000);
        builder.Property(instruction => instruction.Closing).HasMaxLength(1000);
        builder.Property(instruction => instruction.Place).HasMaxLength(100);
        builder.Ignore(instruction => instruction.Reference);
        builder.Ignore(instruction => instruction.Text);
        builder.ComplexProperty(
            instruction => instruction.Signatory,
            signatory =>
            {
                signatory.Property(person => person.OnBehalfOf).HasMaxLength(200);
                signatory.Property(person => person.Office).HasMaxLength(200);
                signatory.Property(person => person.Name).HasMaxLength(200);
                signatory.Property(person => person.Nip).HasMaxLength(Nip.MaxLength);
            }
        );
    }
}
