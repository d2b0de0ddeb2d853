namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>The register of staff, asked by number.</summary>
/// <param name="members">Everybody in it.</param>
public sealed class StaffRegister(IEnumerable<StaffMember> members)
{
    private readonly Dictionary<string, StaffMember> byKey = members.ToDictionary(member => member.NumberKey);

    /// <summary>Whether nobody was entered yet, so that nothing can be asked of it.</summary>
    public bool IsEmpty => byKey.Count == 0;

    /// <summary>Who has the number, however it is written; null where nobody has.</summary>
    public StaffMember? Find(string number) => byKey.GetValueOrDefault(StaffNumber.KeyOf(number));
}
