using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>Somebody who acted stands in the row itself, by the name of the day.</summary>
internal static class People
{
    /// <summary>The longest key of an account, in characters.</summary>
    public const int IdLength = 64;

    public static void Configure(ComplexPropertyBuilder<Person> person)
    {
        person.Property(by => by.Id).HasMaxLength(IdLength);
        person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
    }
}
