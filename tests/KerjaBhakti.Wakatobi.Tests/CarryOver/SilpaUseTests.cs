using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi.Tests.CarryOver;

public class SilpaUseTests
{
    private static readonly Person Director = new("d", "Direktur");
    private static readonly Rupiah Available = new(1000);
    private static readonly LegalDocument Letter = new("900/7", new DateOnly(2025, 2, 3));
    private static readonly LegalDocument Amendment = new("Perda 5/2025", new DateOnly(2025, 9, 1));
    private static readonly SpendingCategory Category = Regulation9Of2024.Categories.Single(category => category.Code == "ALKES");
    private static readonly ExpenditureEntry Entry = new(
        new DateOnly(2025, 3, 1),
        "ALKES",
        new Rupiah(400),
        "SPJ/9",
        "Penyedia",
        "Ventilator"
    );

    [Theory]
    [InlineData(SilpaPurpose.Operations, "ALKES", "belanja operasional, sedangkan Alat kesehatan adalah belanja modal")]
    [InlineData(SilpaPurpose.Capital, "OPS_A", "belanja modal, sedangkan Makan dan minum pasien adalah belanja operasional")]
    public void Spend_OnAnotherPurposeThanWasApproved_IsRefused(SilpaPurpose purpose, string category, string problem)
    {
        var use = SilpaUse.Budgeted(2025, Available, Available, purpose, "Contoh", Amendment);
        use.Approve(new Person("d", "Direktur"), DateTimeOffset.UnixEpoch);

        Refused.With($"SiLPA ini disetujui untuk {problem}; SiLPA hanya dibelanjakan untuk tujuan yang disetujui.", () =>
            Expenditure.EnterFromSilpa(
                Entry with
                {
                    Category = category,
                },
                use,
                Regulation9Of2024.Categories.Single(item => item.Code == category)
            )
        );
        Assert.Equal(Rupiah.Zero, use.Spent);
    }

    [Fact]
    public void Urgent_NamesItsCriterionAndLetterAndIsMatchedLater()
    {
        var use = Urgent();
        Assert.True(use.AwaitsBudget);
        Assert.Equal((UrgentCriterion.DelayCausesLoss, Letter), (use.Criterion, use.Letter));
        use.Approve(Director, DateTimeOffset.UnixEpoch);

        use.Match(Amendment);

        Assert.False(use.AwaitsBudget);
        Refused.With("Penggunaan SiLPA ini sudah tercantum dalam Perda 5/2025 tanggal 1 September 2025.", () => use.Match(Amendment));
    }

    [Fact]
    public void Match_AnAmendmentBeforeTheLetter_IsRefused()
    {
        var use = Urgent();
        use.Approve(Director, DateTimeOffset.UnixEpoch);

        Refused.With("Perubahan APBD tanggal 2 Februari 2025 mendahului surat 900/7 tanggal 3 Februari 2025.", () =>
            use.Match(Amendment with { Date = new DateOnly(2025, 2, 2) })
        );
    }

    [Fact]
    public void Match_BeforeTheDirectorDecided_IsRefused() =>
        Refused.With("Hanya penggunaan SiLPA yang sudah disetujui Direktur yang dicocokkan dengan Perubahan APBD.", () =>
            Urgent().Match(Amendment)
        );

    [Fact]
    public void Decline_WithAReason_FreesItsAmountForGood()
    {
        var use = Urgent();
        Assert.Equal((SilpaUseStatus.Proposed, use.Amount), (use.Status, use.Committed));
        Refused.With("Alasan harus diisi, paling panjang 500 huruf.", () => use.Decline(Director, " ", DateTimeOffset.UnixEpoch));

        use.Decline(Director, "Tunggu Perubahan APBD.", DateTimeOffset.UnixEpoch);

        Assert.Equal((SilpaUseStatus.Declined, Rupiah.Zero, false), (use.Status, use.Committed, use.AwaitsBudget));
        Refused.With("Penggunaan SiLPA ini sudah ditolak oleh Direktur.", () => use.Approve(Director, DateTimeOffset.UnixEpoch));
        Refused.With("Penggunaan SiLPA ini sudah ditolak oleh Direktur.", () => use.Decline(Director, "Lagi", DateTimeOffset.UnixEpoch));
        Refused.With("Penggunaan SiLPA ini belum disetujui Direktur.", () => Expenditure.EnterFromSilpa(Entry, use, Category));
    }

    [Fact]
    public void Urgent_WithoutALetter_IsRefused() =>
        Refused.With("Nomor surat harus diisi, paling panjang 100 huruf.", () =>
            SilpaUse.Urgent(
                2025,
                Available,
                Available,
                SilpaPurpose.Capital,
                "Ventilator",
                UrgentCriterion.BudgetMissing,
                Letter with
                {
                    Number = "",
                }
            )
        );

    [Theory]
    [InlineData(1001, "Penggunaan Rp1.001 melebihi SiLPA bebas yang tersedia, Rp1.000.")]
    [InlineData(0, "Jumlah SiLPA yang digunakan harus lebih dari nol.")]
    public void AUse_OfMoreThanThereIsOrNothing_IsRefused(long amount, string problem) =>
        Refused.With(problem, () =>
            SilpaUse.Budgeted(2025, Available, new Rupiah(amount), SilpaPurpose.Operations, "Makan pasien", Amendment)
        );

    [Fact]
    public void Budgeted_StandsInTheBudgetFromTheStart() =>
        Assert.False(SilpaUse.Budgeted(2025, Available, Available, SilpaPurpose.Operations, "Makan pasien", Amendment).AwaitsBudget);

    [Fact]
    public void Spend_OnlyWhatIsApprovedAndInItsYear()
    {
        var use = Urgent();
        Refused.With("Penggunaan SiLPA ini belum disetujui Direktur.", () => Expenditure.EnterFromSilpa(Entry, use, Category));
        use.Approve(Director, DateTimeOffset.UnixEpoch);

        var spent = Expenditure.EnterFromSilpa(Entry, use, Category);

        Assert.Equal((use.Id, new Rupiah(200)), (spent.SilpaUseId, use.Left));
        Refused.With("Belanja Rp400 melebihi sisa penggunaan SiLPA yang disetujui, Rp200.", () =>
            Expenditure.EnterFromSilpa(Entry, use, Category)
        );
        Refused.With("Penggunaan SiLPA ini untuk tahun 2025, bukan 1 Januari 2026.", () =>
            Expenditure.EnterFromSilpa(Entry with { On = new DateOnly(2026, 1, 1) }, use, Category)
        );
        Refused.With("Penggunaan SiLPA ini sudah disetujui oleh Direktur.", () => use.Approve(Director, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Reverse_AnExpenditure_GivesItsAmountBackToTheUse()
    {
        var use = Urgent();
        use.Approve(Director, DateTimeOffset.UnixEpoch);
        var spent = Expenditure.EnterFromSilpa(Entry, use, Category);
        Assert.Throws<ArgumentException>(() => spent.Reverse("Salah", Entry.On));

        spent.Reverse("Salah", Entry.On, use);

        Assert.Equal(use.Amount, use.Left);
    }

    private static SilpaUse Urgent() =>
        SilpaUse.Urgent(2025, Available, new Rupiah(600), SilpaPurpose.Capital, "Ventilator", UrgentCriterion.DelayCausesLoss, Letter);
}
