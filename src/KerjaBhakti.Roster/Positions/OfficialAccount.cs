namespace KerjaBhakti.Roster.Positions;

/// <summary>Whom an account of the portal stands for: one official, or the staff of one work unit.</summary>
public sealed class OfficialAccount
{
    private OfficialAccount() { }

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>The official; null for an account of a unit's staff.</summary>
    public Guid? OfficialId { get; private set; }

    /// <summary>The work unit; null for an account of an official.</summary>
    public int? WorkUnitId { get; private set; }

    /// <summary>The account of an official: it acts for the positions they hold on the day.</summary>
    public static OfficialAccount OfOfficial(string account, Guid official) => new() { AccountId = account, OfficialId = official };

    /// <summary>The account of a unit's staff: it acts for every position of the unit.</summary>
    public static OfficialAccount OfStaff(string account, int workUnit) => new() { AccountId = account, WorkUnitId = workUnit };
}
