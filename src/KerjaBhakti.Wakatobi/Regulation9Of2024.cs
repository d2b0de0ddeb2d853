using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi;

/// <summary>
/// What Regulation of the Regent of Wakatobi 9/2024 says in data: what a new portal starts with. Where it is stored it can be added to;
/// later regulations are entered beside it.
/// </summary>
public static class Regulation9Of2024
{
    /// <summary>How it is cited.</summary>
    public const string Citation = "Peraturan Bupati Wakatobi Nomor 9 Tahun 2024";

    /// <summary>The regulation it put out of force (pasal 11), whose text is not available.</summary>
    public const string Replaces = "Peraturan Bupati Wakatobi Nomor 18 Tahun 2023";

    /// <summary>The day it was promulgated and came into force (pasal 12).</summary>
    public static readonly DateOnly EffectiveFrom = new(2024, 3, 25);

    /// <summary>
    /// The services of pasal 2(2) and 3. Its letter h says "dll."; pasal 3(8) says what it means: ambulance, in town and out of town.
    /// </summary>
    public static IReadOnlyList<Service> Services { get; } =
    [
        new("RAWAT_JALAN", "Rawat jalan tingkat lanjutan", "Pasal 2 ayat (2) huruf a"),
        new("RAWAT_INAP", "Rawat inap tingkat lanjutan", "Pasal 2 ayat (2) huruf b"),
        new("PERSALINAN", "Pelayanan persalinan", "Pasal 2 ayat (2) huruf c"),
        new("GAWAT_DARURAT", "Pelayanan gawat darurat", "Pasal 2 ayat (2) huruf d"),
        new("ICU", "Pelayanan ICU", "Pasal 2 ayat (2) huruf e"),
        new("HIPERBARIK", "Layanan terapi oksigen hiperbarik", "Pasal 2 ayat (2) huruf f"),
        new("PENUNJANG", "Pelayanan penunjang", "Pasal 2 ayat (2) huruf g"),
        new("AMBULANS_DALAM", "Pelayanan ambulans dalam kota", "Pasal 2 ayat (2) huruf h, Pasal 3 ayat (8) huruf a"),
        new("AMBULANS_LUAR", "Pelayanan ambulans luar kota", "Pasal 2 ayat (2) huruf h, Pasal 3 ayat (8) huruf b"),
    ];

    /// <summary>The categories of pasal 6(3): four of its opening words, and operations a to g.</summary>
    public static IReadOnlyList<SpendingCategory> Categories { get; } =
    [
        new("OBAT", "Obat-obatan", "Pasal 6 ayat (3)"),
        new("BMHP", "Bahan medis habis pakai (BMHP)", "Pasal 6 ayat (3)"),
        new("ALKES", "Alat kesehatan", "Pasal 6 ayat (3)", SilpaPurpose.Capital),
        new("SARPRAS", "Sarana dan prasarana penunjang kegiatan", "Pasal 6 ayat (3)", SilpaPurpose.Capital),
        new("OPS_A", "Makan dan minum pasien", "Pasal 6 ayat (3) huruf a"),
        new("OPS_B", "Alat tulis kantor, penggandaan, bahan cetak", "Pasal 6 ayat (3) huruf b"),
        new("OPS_C", "Koordinasi dan konsultasi program penunjang", "Pasal 6 ayat (3) huruf c"),
        new("OPS_D", "Insentif dokter part time dan jenis kepegawaian lainnya", "Pasal 6 ayat (3) huruf d"),
        new("OPS_E", "Pemeliharaan instalasi sarana dan prasarana", "Pasal 6 ayat (3) huruf e"),
        new("OPS_F", "Pemeliharaan kendaraan dinas", "Pasal 6 ayat (3) huruf f"),
        new("OPS_G", "Operasional penunjang sarana dan prasarana lainnya", "Pasal 6 ayat (3) huruf g"),
    ];

    /// <summary>The rule of pasal 5(2): half for service fees, half for medicines, supplies, equipment and facilities.</summary>
    public static AllocationRule AllocationRule() =>
        new(
            $"{Citation} Pasal 5 ayat (2)",
            EffectiveFrom,
            effectiveTo: null,
            [
                new AllocationShare("JASA", "Jasa pelayanan medis", "huruf a", Percent.Parse("50"), FundPurpose.Fees),
                new AllocationShare(
                    "SARANA",
                    "Obat-obatan, BMHP, alkes, sarana prasarana",
                    "huruf b",
                    Percent.Parse("50"),
                    FundPurpose.Spending
                ),
            ],
            Replaces
        );

    /// <summary>What pasal 10(4) says of a criterion, as published.</summary>
    public static string QuoteOf(UrgentCriterion criterion) =>
        criterion switch
        {
            UrgentCriterion.BudgetMissing =>
                "program dan kegiatan pelayanan masyarakat yang anggarannya belum tersedia dan/atau belum cukup anggarannya pada tahun berjalan",
            UrgentCriterion.DelayCausesLoss =>
                "keperluan mendesak lainnya yang apabila ditunda akan mempengaruhi keberlanjutan pelayanan dan menimbulkan kerugian yang lebih besar bagi "
                    + "Pemerintah Daerah dan masyarakat",
        };

    /// <summary>Where the regulation names a criterion.</summary>
    public static string ArticleOf(UrgentCriterion criterion) =>
        criterion switch
        {
            UrgentCriterion.BudgetMissing => "Pasal 10 ayat (4) huruf a",
            UrgentCriterion.DelayCausesLoss => "Pasal 10 ayat (4) huruf b",
        };

    /// <summary>The place of a category in the regulation's own order, from zero; those it does not name come after.</summary>
    public static int PlaceOf(SpendingCategory category) =>
        Categories.Index().Where(item => item.Item.Code == category.Code).Select(item => item.Index).FirstOrDefault(Categories.Count);
}
