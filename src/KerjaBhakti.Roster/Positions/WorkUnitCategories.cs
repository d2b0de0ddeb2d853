using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Roster.Positions;

/// <summary>What kinds of body are called.</summary>
public static class WorkUnitCategories
{
    /// <summary>"Rumah sakit daerah".</summary>
    public static string ToIndonesian(this WorkUnitCategory category) =>
        category switch
        {
            WorkUnitCategory.Assistant => $"Asisten {Served.Secretary}",
            WorkUnitCategory.Inspectorate => "Inspektorat",
            WorkUnitCategory.Agency => "Badan",
            WorkUnitCategory.Department => "Dinas",
            WorkUnitCategory.CivilServicePolice => "Satuan Polisi Pamong Praja",
            WorkUnitCategory.City => CityKinds.Heading(Served.Institution.HasAdministrativeCities),
            WorkUnitCategory.Secretariat => "Sekretariat",
            WorkUnitCategory.Bureau => "Biro",
            WorkUnitCategory.DeputyAssistant => $"Asisten Deputi {Served.Head}",
            WorkUnitCategory.Hospital => "Rumah sakit daerah",
        };
}
