using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The signature block of an Instruction's signatory.</summary>
internal static class SignatoryBlock
{
    /// <summary>The block; that of the head's office where nobody is named yet.</summary>
    /// <param name="signatory">Who signs; null where nobody is named yet.</param>
    /// <param name="on">The date whose names of offices it prints where nobody is named yet; null for the last ones.</param>
    /// <param name="showNip">Whether the NIP is printed whole.</param>
    /// <param name="style">The type it is set in.</param>
    /// <param name="width">The widest a line of the office may be.</param>
    public static SignatureBlock Of(Signatory? signatory, DateOnly? on, bool showNip, TypeStyle style, double width)
    {
        signatory ??= new Signatory(Blanks.HeadOffice(on), Served.Institution.Secretary, string.Empty, string.Empty);
        var office = Blanks.Or(signatory.Office, Served.Institution.Secretary);
        string[] offices = signatory.OnBehalfOf.Length == 0 ? [office] : [$"a.n. {signatory.OnBehalfOf}", office];
        return new SignatureBlock(offices, signatory.Name, showNip ? signatory.Nip : Nip.Mask(signatory.Nip), style, width);
    }
}
