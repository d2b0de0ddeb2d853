using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Web.Foundation;

/// <summary>Which institution the process serves: the folder that <c>Portal:Institution</c> names.</summary>
internal static class PortalInstitution
{
    /// <summary>The setting: the name of a folder that comes with the program, or a path.</summary>
    public const string Setting = "Portal:Institution";

    /// <summary>What texts call a day of duty after "hari", for what stands under every module: "Minggu".</summary>
    public static string DutyDay => Served.Day;

    /// <summary>The city whose kecamatan a proposal may leave out; null where there is none.</summary>
    public static CityCode? FarCity => Served.Institution.FarCity;

    /// <summary>What the institution is called on a date, where there is little room.</summary>
    public static string NameOn(DateOnly date) => Served.Institution.NameOn(date).ShortName;

    /// <summary>Reads the folder that the settings name, and serves its institution from now on.</summary>
    /// <exception cref="PortalStartException">The folder cannot be used; every mistake is named.</exception>
    public static InstitutionFolder Serve(IConfiguration configuration)
    {
        try
        {
            var folder = InstitutionFolder.Read(InstitutionFolder.Find(configuration[Setting]));
            Served.Begin(folder.Institution);
            return folder;
        }
        catch (InstitutionFolderException mistakes)
        {
            throw new PortalStartException(mistakes.Message, mistakes);
        }
    }
}
