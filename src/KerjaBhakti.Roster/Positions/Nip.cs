namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// A civil servant's number (nomor induk pegawai), kept as text: 18 digits that hold the birth date, the month of appointment, the sex and a
/// sequence (Peraturan Kepala BKN 22/2007). Numbers of contract staff differ, so an odd form is a reason to ask, never to refuse.
/// </summary>
public static class Nip
{
    /// <summary>The longest number that is stored, in characters, spaces included.</summary>
    public const int MaxLength = 30;

    /// <summary>
    /// The number for eyes that may not see it whole: all but the last three characters hidden, because the first fifteen tell the birth date and the
    /// sex.
    /// </summary>
    public static string Mask(string nip) =>
        nip.Length <= 3 ? new string('•', nip.Length) : string.Concat(new string('•', nip.Length - 3), nip.AsSpan(nip.Length - 3));
}
