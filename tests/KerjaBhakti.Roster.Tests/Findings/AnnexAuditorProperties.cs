using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Findings;

public class AnnexAuditorProperties
{
    private static readonly AnnexAuditor Auditor = new(Seed.Gazetteer);

    private static readonly string[] Names =
    [
        .. Seed.Gazetteer.Kecamatan.SelectMany(kecamatan => kecamatan.Aliases.Prepend(kecamatan.Name)),
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (8, Gen.Elements(Names)),
        (1, Gen.Elements("PULO  gadung", string.Empty)),
        (1, Gen.Elements("Pulogadng", "x", "Koja/Cilincing", "<b>Koja</b>", "日本", "\ud83d"))
    );

    /// <summary>
    /// An annex of up to 60 rows and 4 months with texts right and wrong, empty cells, and numbers that may be missing or repeated.
    /// </summary>
    private static readonly Gen<Annex> Annexes =
        from months in Gen.Choose(1, 4)
        from rows in Rows(months).ListOf()
        select new Annex(
            new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, months)),
            [.. rows.Take(60)],
            new DateOnly(2016, 2, 3)
        );

    [Fact]
    public void Audit_AnyAnnex_PointsToPlacesThatExist() => Property.Holds(Annexes, annex => Assert.All(Auditor.Audit(annex), finding =>
            {
                Assert.True(finding.Month is not { } month || annex.Period.Contains(month));
                Assert.True(finding.Kecamatan is not { } code || Seed.Gazetteer.Find(code) is not null);
                Assert.NotEmpty(finding.Message);
                Assert.Contains(finding.Kind, FindingKind.All);
                if (finding.RowIndex is { } index)
                {
                    Assert.InRange(index, 0, annex.Rows.Count - 1);
                    Assert.Equal(annex.Rows[index].Number, finding.Row);
                }
                else
                {
                    Assert.Null(finding.Row);
                }
            }));

    [Fact]
    public void Audit_AnyAnnex_CallsUnknownExactlyWhatTheRegisterDoesNotFind() =>
        Property.Holds(Annexes, annex =>
            Assert.Equal(
                Cells(annex)
                    .Where(cell => cell.Text.Length > 0 && Seed.Gazetteer.FindByName(cell.Text) is null)
                    .Select(cell => (cell.Row, cell.Month)),
                Of(FindingKind.UnknownKecamatan, annex).Select(finding => (finding.RowIndex!.Value, finding.Month!.Value))
            )
        );

    [Fact]
    public void Audit_AnyAnnex_CallsMissingExactlyWhatIsEmpty() =>
        Property.Holds(Annexes, annex =>
            Assert.Equal(
                Cells(annex).Where(cell => cell.Text.Length == 0).Select(cell => (cell.Row, cell.Month)),
                Of(FindingKind.MissingAssignment, annex)
                    .Where(_ => annex.Rows.Count > 0)
                    .Select(finding => (finding.RowIndex!.Value, finding.Month!.Value))
            )
        );

    [Fact]
    public void Audit_AnyAnnex_ListsKindsInTheirOrder() => Property.Holds(Annexes, annex =>
        {
            var kinds = Auditor.Audit(annex).Select(finding => FindingKind.All.ToList().IndexOf(finding.Kind)).ToList();

            Assert.Equal(kinds.Order(), kinds);
        });

    [Fact]
    public void Audit_TheSameRowsInAnotherOrder_FindsTheSameOfEveryKecamatan() =>
        Property.Holds(
            Permutations(Seed.Annex.Rows.Count),
            order =>
            {
                var shuffled = Seed.Annex with { Rows = [.. order.Select(index => Seed.Annex.Rows[index])] };

                Assert.Equal(DistrictFindings(Seed.Annex, month => month), DistrictFindings(shuffled, month => month));
            },
            tests: 50
        );

    [Fact]
    public void Audit_TheSameMonthsInAnotherOrder_FindsTheSameOfEveryKecamatan() =>
        Property.Holds(
            Permutations(Seed.Period.Months.Count),
            order =>
            {
                var shuffled = Seed.Annex with
                {
                    Rows = [.. Seed.Annex.Rows.Select(row => row with { Cells = [.. order.Select(month => row.Cells[month])] })],
                };

                Assert.Equal(
                    DistrictFindings(Seed.Annex, month => month),
                    DistrictFindings(shuffled, month => Seed.Period.Months[order[Seed.Period.IndexOf(month)]])
                );
            },
            tests: 50
        );

    [Fact]
    public void Audit_AnAnnexFilledEvenly_FindsNoKecamatanEmptyOrCrowded() =>
        Property.Holds(
            from rows in Gen.Choose(44, 200)
            from months in Gen.Choose(1, 12)
            from start in Gen.Choose(0, 43)
            select (rows, months, start),
            even =>
            {
                var period = new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, even.months));
                var annex = new Annex(
                    period,
                    [
                        .. Enumerable
                            .Range(0, even.rows)
                            .Select(row => new AnnexRow(
                                row + 1,
                                $"Badan {row:D3}",
                                Region: null,
                                [
                                    .. period.Months.Select(month =>
                                        Named(Seed.Gazetteer.Kecamatan[(even.start + row + month.Month) % 44].Name)
                                    ),
                                ]
                            )),
                    ]
                );

                Assert.DoesNotContain(Auditor.Audit(annex), finding =>
                    finding.Kecamatan is not null || finding.Kind.Severity == FindingSeverity.Error
                );
            },
            tests: 40
        );

    private static Gen<AnnexRow> Rows(int months) =>
        from number in Gen.Choose(0, 12)
        from label in Gen.Elements("Biro Hukum", "Biro Umum", "Dinas Sosial", "Dinas  sosial", "Dinas Sosiall", string.Empty)
        from region in Gen.Elements(true, false, false, false)
        from texts in Texts.ListOf(months)
        select region
            ? new AnnexRow(
                NullIfZero(number),
                label,
                new AnnexRegion(CityCode.Parse("31.75"), "Jakarta Timur"),
                [.. texts.Select(_ => AnnexCell.Empty)]
            )
            : new AnnexRow(NullIfZero(number), label, Region: null, [.. texts.Select(Named)]);

    private static Gen<int[]> Permutations(int count) => Gen.Shuffle(Enumerable.Range(0, count));

    private static int? NullIfZero(int number) => number == 0 ? null : number;

    private static AnnexCell Named(string text) => new(text, Seed.Gazetteer.FindByName(text)?.Code);

    private static IEnumerable<(int Row, RosterMonth Month, string Text)> Cells(Annex annex) =>
        from row in annex.Rows.Select((row, index) => (row, index))
        where !row.row.IsRegion
        from cell in row.row.Cells.Select((cell, month) => (row.index, annex.Period.Months[month], cell.AsPrinted))
        select cell;

    private static IEnumerable<Finding> Of(FindingKind kind, Annex annex) => Auditor.Audit(annex).Where(finding => finding.Kind == kind);

    /// <summary>
    /// The findings about kecamatan, without what depends on the order: which of two months is the later one, and which cell of a rare
    /// spelling the first.
    /// </summary>
    private static IEnumerable<(string Code, KecamatanCode? Kecamatan, string? Month)> DistrictFindings(
        Annex annex,
        Func<RosterMonth, RosterMonth> original
    ) =>
        Auditor
            .Audit(annex)
            .Where(finding => finding.Kecamatan is not null)
            .Select(finding =>
                (
                    finding.Kind.Code,
                    finding.Kecamatan,
                    finding.Kind == FindingKind.EmptyDistrictMonth || finding.Kind == FindingKind.UnevenCoverage
                        ? original(finding.Month!.Value).ToString()
                        : null
                )
            )
            .Order();
}
