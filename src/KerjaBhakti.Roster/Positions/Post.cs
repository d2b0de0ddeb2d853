namespace KerjaBhakti.Roster.Positions;

/// <summary>A position as the rules of duty need it: which one it is and what to call it.</summary>
/// <param name="Id">The key of the <see cref="Position"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="WorkUnit">The name of its work unit.</param>
/// <param name="Category">What kind of body that is.</param>
public sealed record Post(int Id, string Name, string WorkUnit, WorkUnitCategory Category)
{
    /// <summary>A stored position.</summary>
    public static Post Of(Position position) => new(position.Id, position.Name, position.WorkUnit.Name, position.WorkUnit.Category);
}
