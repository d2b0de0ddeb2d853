namespace KerjaBhakti.Roster.Instructions;

/// <summary>Whether the words of an Instruction can be printed and signed.</summary>
public static class InstructionTextCheck
{
    /// <summary>The first thing that is missing, in Indonesian; null where nothing is.</summary>
    public static string? Problem(InstructionText text)
    {
        (string Name, string Value)[] needed =
        [
            ("Pejabat yang menginstruksikan", text.Authority),
            ("Perihal (TENTANG)", text.Subject),
            ("Pembukaan", text.Opening),
            ("Kepada", text.Addressees),
            ("Penutup", text.Closing),
            ("Tempat penetapan", text.Place),
            ("Jabatan penanda tangan", text.Signatory.Office),
            ("Nama penanda tangan", text.Signatory.Name),
        ];
        var missing = Array.Find(needed, field => string.IsNullOrWhiteSpace(field.Value)).Name;
        return missing is not null ? $"Naskah Instruksi belum lengkap: {missing} masih kosong."
            : (text.Dicta.Count == 0 && text.Amends is null) || text.Dicta.Any(string.IsNullOrWhiteSpace)
                ? "Naskah Instruksi belum lengkap: diktum belum diisi."
            : text.Dicta.Count + (text.Amends is null ? 0 : 1) > InstructionText.MostDicta
                ? $"Instruksi memuat paling banyak {InstructionText.MostDicta} diktum."
            : null;
    }
}
