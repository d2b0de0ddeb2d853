using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Roster.Positions;

/// <summary>What kinds of body are called.</summary>
public static class WorkUnitCategories
{
    /// <summary>"Rumah sakit daerah".</summary>
    public static string ToIndonesian(this WorkUnitCategory category) =>
        category switch
        {
            WorkUnitCategory.Assistant => "Asisten Sekretaris Daerah",
            WorkUnitCategory.Inspectorate => "Inspektorat",
            WorkUnitCategory.Agency => "Badan",
            WorkUnitCategory.Department => "Dinas",
            WorkUnitCategory.CivilServicePolice => "Satuan Polisi Pamong Praja",
            WorkUnitCategory.City => "Kota/kabupaten administrasi",
            WorkUnitCategory.Secretariat => "Sekretariat",
            WorkUnitCategory.Bureau => "Biro",
            WorkUnitCategory.DeputyAssistant => $"Asisten Deputi {Served.Head}",
            WorkUnitCategory.Hospital => "Rumah sakit daerah",
        };
}
