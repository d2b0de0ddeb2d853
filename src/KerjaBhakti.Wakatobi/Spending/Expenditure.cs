using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Spending;

/// <summary>What becomes of spending beyond what its category has left.</summary>
public enum OverLimit
{
    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>It waits for the Director, who approves it with a reason or declines it.</summary>
    DirectorDecides,
}

/// <summary>Where an expenditure stands. Only what is <see cref="Recorded"/> counts and stands in the books.</summary>
public enum ExpenditureStatus
{
    /// <summary>It was made.</summary>
    Recorded,

    /// <summary>It is beyond what its category has left and waits for the Director.</summary>
    Waiting,

    /// <summary>The Director declined it.</summary>
    Declined,

    /// <summary>It was wrong and its entry was reversed.</summary>
    Reversed,
}

/// <summary>An expenditure as it is entered.</summary>
/// <param name="On">Its date.</param>
/// <param name="Category">The code of the category.</param>
/// <param name="Amount">The amount, more than nothing.</param>
/// <param name="Document">The number of its document.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Description">What for.</param>
public sealed record ExpenditureEntry(DateOnly On, string Category, Rupiah Amount, string Document, string Payee, string Description);

/// <summary>Money spent on a category of pasal 6(3).</summary>
public sealed class Expenditure
{
    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    /// <summary>The longest payee, in characters.</summary>
    public const int PayeeLength = 200;

    /// <summary>The longest description or reason, in characters.</summary>
    public const int TextLength = 500;

    private Expenditure() { }

    private Expenditure(ExpenditureEntry entry)
    {
        On = entry.On;
        Category = entry.Category;
        Amount = entry.Amount;
        Document = entry.Document.Trim();
        Payee = entry.Payee.Trim();
        Description = entry.Description.Trim();
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its date.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The code of the category.</summary>
    public string Category { get; private set; } = string.Empty;

    /// <summary>The amount.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>The number of its document.</summary>
    public string Document { get; private set; } = string.Empty;

    /// <summary>Who was paid.</summary>
    public string Payee { get; private set; } = string.Empty;

    /// <summary>What for.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>Where it stands.</summary>
    public ExpenditureStatus Status { get; private set; }

    /// <summary>By how much it was beyond what its category had left when it was entered; nothing where it was not.</summary>
    public Rupiah OverBy { get; private set; }

    /// <summary>The use of SiLPA it is paid from; null where it is paid from the year's receipts.</summary>
    public Guid? SilpaUseId { get; private set; }

    /// <summary>Who decided on spending beyond the limit; null where nobody had to.</summary>
    public Person? DecidedBy { get; private set; }

    /// <summary>Why it was approved, declined or reversed.</summary>
    public string? Reason { get; private set; }

    /// <summary>The stored scan of its document; null while there is none.</summary>
    public Guid? ScanId { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Enters an expenditure that is paid from the year's receipts.</summary>
    /// <param name="entry">What was entered.</param>
    /// <param name="budget">What its category has left, at this moment.</param>
    /// <param name="overLimit">What becomes of it where that is not enough.</param>
    /// <param name="name">What the category is called in a refusal; its code where it is left out.</param>
    /// <exception cref="FundRefusedException">Something is missing, or it is beyond the limit and refused.</exception>
    public static Expenditure Enter(ExpenditureEntry entry, CategoryBudget budget, OverLimit overLimit, string? name = null)
    {
        FundRefusedException.ThrowIfAny([.. Problems(entry)]);
        if (budget.Category != entry.Category)
        {
            throw new ArgumentException($"The budget of {budget.Category} says nothing of {entry.Category}.", nameof(budget));
        }

        var over = entry.Amount - (budget.Left.IsNegative ? Rupiah.Zero : budget.Left);
        if (over <= Rupiah.Zero)
        {
            return new Expenditure(entry);
        }

        return overLimit == OverLimit.DirectorDecides
            ? new Expenditure(entry) { Status = ExpenditureStatus.Waiting, OverBy = over }
            : throw new FundRefusedException(
                $"Belanja {entry.Amount} melebihi sisa {name ?? entry.Category}, {budget.Left}, sebesar {over}."
            );
    }

    /// <summary>Enters an expenditure that is paid from SiLPA (pasal 10(3)); no category limits it, the approved use does.</summary>
    /// <param name="entry">What was entered.</param>
    /// <param name="use">The use it is paid from.</param>
    /// <param name="category">Its category, which must be of the purpose the use was approved for.</param>
    /// <exception cref="FundRefusedException">Something is missing, or the use does not allow it.</exception>
    public static Expenditure EnterFromSilpa(ExpenditureEntry entry, SilpaUse use, SpendingCategory category)
    {
        if (category.Code != entry.Category)
        {
            throw new ArgumentException($"{category.Code} is not the category of {entry.Category}.", nameof(category));
        }

        FundRefusedException.ThrowIfAny([.. Problems(entry)]);
        if (category.Purpose != use.Purpose)
        {
            throw new FundRefusedException(
                $"SiLPA ini disetujui untuk {NameOf(use.Purpose)}, sedangkan {category.Name} adalah {NameOf(category.Purpose)}; "
                    + "SiLPA hanya dibelanjakan untuk tujuan yang disetujui."
            );
        }

        use.Spend(entry.Amount, entry.On);
        return new Expenditure(entry) { SilpaUseId = use.Id };
    }

    /// <summary>The Director approves what is beyond the limit.</summary>
    /// <exception cref="FundRefusedException">It does not wait, or there is no reason.</exception>
    public void Approve(Person director, string reason) => Decide(director, reason, ExpenditureStatus.Recorded);

    /// <summary>The Director declines what is beyond the limit.</summary>
    /// <exception cref="FundRefusedException">It does not wait, or there is no reason.</exception>
    public void Decline(Person director, string reason) => Decide(director, reason, ExpenditureStatus.Declined);

    /// <summary>Why it cannot be taken back on a day; null where it can.</summary>
    /// <param name="on">The day its entry would be reversed on.</param>
    /// <remarks>
    /// Limits count an expenditure in the year of its date and the books count a reversal in its own: across the turn of a year the two
    /// would differ, the amount could be spent a second time in the old year, and the new one would show spending it never had.
    /// </remarks>
    public string? WhyNotReverse(DateOnly on) =>
        on.Year == On.Year
            ? null
            : $"Belanja {Document} tanggal {On.ToIndonesian()} hanya dapat dibatalkan dalam tahun {On.Year}; pembatalan pada {on.ToIndonesian()} akan mengubah "
                + $"batas belanja tahun {On.Year} tetapi tercatat dalam buku tahun {on.Year}. Belanja ini tetap tercatat. Portal tidak membukukan pengembalian "
                + "belanja tahun lain; selesaikan di luar portal sebagai koreksi menurut pembukuan rumah sakit.";

    /// <summary>Takes it back, because it was wrong; its entry in the books is reversed with it.</summary>
    /// <param name="reason">What was wrong.</param>
    /// <param name="on">The day its entry is reversed on, in the year of its date.</param>
    /// <param name="use">The use of SiLPA it was paid from, which gets the amount back; null where it was paid from the year's
    /// receipts.</param>
    /// <exception cref="FundRefusedException">It is not recorded, the day lies in another year, or there is no reason.</exception>
    public void Reverse(string reason, DateOnly on, SilpaUse? use = null)
    {
        if (use?.Id != SilpaUseId)
        {
            throw new ArgumentException("Not the use of SiLPA this was paid from.", nameof(use));
        }

        if (WhyNotReverse(on) is { } problem)
        {
            throw new FundRefusedException(problem);
        }

        Change(ExpenditureStatus.Recorded, "tercatat", reason, ExpenditureStatus.Reversed);
        use?.TakeBack(Amount);
    }

    /// <summary>Keeps the scan of its document.</summary>
    /// <param name="file">The key of the stored file.</param>
    /// <exception cref="FundRefusedException">It has one already.</exception>
    public void Attach(Guid file)
    {
        ScanId = ScanId is null
            ? file
            : throw new FundRefusedException($"Belanja {Document} tanggal {On.ToIndonesian()} sudah mempunyai pindaian.");
        Revision++;
    }

    private static string NameOf(SilpaPurpose purpose) =>
        purpose switch
        {
            SilpaPurpose.Operations => "belanja operasional",
            SilpaPurpose.Capital => "belanja modal",
        };

    private static IEnumerable<string> Problems(ExpenditureEntry entry)
    {
        if (entry.Amount <= Rupiah.Zero)
        {
            yield return "Jumlah belanja harus lebih dari nol.";
        }

        string?[] texts =
        [
            Words.WhyNot(entry.Document, "Nomor dokumen", DocumentLength),
            Words.WhyNot(entry.Payee, "Penerima pembayaran", PayeeLength),
            Words.WhyNot(entry.Description, "Uraian belanja", TextLength),
        ];
        foreach (var problem in texts.OfType<string>())
        {
            yield return problem;
        }
    }

    private void Decide(Person director, string reason, ExpenditureStatus status)
    {
        Change(ExpenditureStatus.Waiting, "menunggu persetujuan", reason, status);
        DecidedBy = director;
    }

    private void Change(ExpenditureStatus from, string fromName, string reason, ExpenditureStatus to)
    {
        if (Status != from)
        {
            throw new FundRefusedException($"Belanja {Document} tanggal {On.ToIndonesian()} tidak lagi {fromName}.");
        }

        Reason = Words.Require(reason, "Alasan", TextLength);
        Status = to;
        Revision++;
    }
}
