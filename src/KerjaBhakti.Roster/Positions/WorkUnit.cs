namespace KerjaBhakti.Roster.Positions;

/// <summary>What kind of body a work unit is (kategori SKPD/UKPD).</summary>
public enum WorkUnitCategory
{
    /// <summary>Asisten Sekretaris Daerah.</summary>
    Assistant,

    /// <summary>Inspektorat.</summary>
    Inspectorate,

    /// <summary>Badan.</summary>
    Agency,

    /// <summary>Dinas.</summary>
    Department,

    /// <summary>Satuan Polisi Pamong Praja.</summary>
    CivilServicePolice,

    /// <summary>A city or regency.</summary>
    City,

    /// <summary>Sekretariat of another body.</summary>
    Secretariat,

    /// <summary>Biro of the regional secretariat.</summary>
    Bureau,

    /// <summary>Asisten Deputi Gubernur.</summary>
    DeputyAssistant,

    /// <summary>Rumah sakit daerah.</summary>
    Hospital,
}

/// <summary>A body of the provincial government (SKPD/UKPD).</summary>
public sealed class WorkUnit(string name, WorkUnitCategory category)
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Its key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Its name, unique.</summary>
    public string Name { get; private set; } = name;

    /// <summary>What kind of body it is.</summary>
    public WorkUnitCategory Category { get; private set; } = category;
}

/// <summary>
/// A post in a work unit (jabatan). Duty belongs to the post, not to the person who holds it: a change of official changes no annex.
/// </summary>
public sealed class Position
{
    private Position(string name) => Name = name;

    /// <summary>A post in a work unit.</summary>
    /// <param name="workUnit">The body the post belongs to.</param>
    /// <param name="name">The post as an annex prints it; two posts of one body may be printed alike.</param>
    public Position(WorkUnit workUnit, string name)
        : this(name) => WorkUnit = workUnit;

    /// <summary>Its key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The post as an annex prints it.</summary>
    public string Name { get; private set; }

    /// <summary>The body the post belongs to.</summary>
    public WorkUnit WorkUnit { get; private set; } = null!;
}
