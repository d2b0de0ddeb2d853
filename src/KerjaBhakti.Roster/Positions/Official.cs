using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// A person who holds positions (pejabat). Names are looked up by date, so that a change of official touches no issued annex.
/// </summary>
public sealed class Official
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    private Official() { }

    /// <summary>A person.</summary>
    /// <param name="name">The name with its titles.</param>
    /// <param name="nip">The number, or empty where there is none. An odd one is kept: see <see cref="Positions.Nip.Warnings"/>.</param>
    /// <exception cref="RosterRefusedException">The name is missing, a text is too long, or a spreadsheet has ruined the
    /// number.</exception>
    public Official(string name, string? nip) => Describe(name, nip);

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The name with its titles.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>
    /// The number, whole; empty where there is none. Show it through <see cref="Positions.Nip.Mask"/> to whoever may not see it.
    /// </summary>
    public string Nip { get; private set; } = string.Empty;

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Corrects the name and the number.</summary>
    /// <exception cref="RosterRefusedException">The name is missing, a text is too long, or a spreadsheet has ruined the
    /// number.</exception>
    public void Describe(string name, string? nip)
    {
        var number = Positions.Nip.Tidy(nip);
        if (Positions.Nip.IsRuinedBySpreadsheet(number))
        {
            throw new RosterRefusedException(
                $"NIP '{number}' sudah dibulatkan oleh lembar kerja; angka aslinya hilang. Ubah kolomnya menjadi teks dan isi kembali dari sumbernya."
            );
        }

        if (number.Length > Positions.Nip.MaxLength)
        {
            throw new RosterRefusedException($"NIP paling panjang {Positions.Nip.MaxLength} huruf.");
        }

        Name = Wording.Require(name, NameLength, "Nama");
        Nip = number;
        Revision++;
    }

    /// <summary>
    /// Whether another entry may be about the same person: it has the same name, and not another number. Whether it is, people have to say.
    /// </summary>
    public bool MayBe(Official other) =>
        Id != other.Id && Spelling.Key(Name) == Spelling.Key(other.Name) && (Nip.Length == 0 || other.Nip.Length == 0);

    /// <summary>
    /// Takes over what is kept about the same person under another entry: what they hold, and their number where this one has none.
    /// </summary>
    /// <param name="other">The other entry, which is to be removed then.</param>
    /// <param name="held">Everything that one holds, held or will hold.</param>
    /// <exception cref="RosterRefusedException">They are two people: they have different names or two numbers.</exception>
    public void TakeOver(Official other, IEnumerable<Incumbency> held)
    {
        if (!MayBe(other))
        {
            throw new RosterRefusedException("Hanya pejabat yang namanya sama dan tidak mempunyai dua NIP dapat disatukan.");
        }

        foreach (var incumbency in held)
        {
            incumbency.PassTo(Id);
        }

        Nip = Nip.Length > 0 ? Nip : other.Nip;
        Revision++;
    }
}
