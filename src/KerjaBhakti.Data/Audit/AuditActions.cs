using System.Collections.Frozen;
using System.Reflection;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Data.Wakatobi;

namespace KerjaBhakti.Data.Audit;

/// <summary>Every action the trail can name.</summary>
public static class AuditActions
{
    private static readonly FrozenDictionary<string, AuditAction> ByCode = (
        from owner in (Type[])
            [typeof(PortalActions), typeof(AccountActions), typeof(RosterActions), typeof(DutyActions), typeof(FundActions)]
        from field in owner.GetFields(BindingFlags.Public | BindingFlags.Static)
        select (AuditAction)field.GetValue(null)!
    ).ToFrozenDictionary(action => action.Code);

    /// <summary>The action of a code; null for one that an older or a newer program wrote.</summary>
    public static AuditAction? Find(string code) => ByCode.GetValueOrDefault(code);
}
