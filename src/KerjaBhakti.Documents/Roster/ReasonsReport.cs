using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Instructions;

namespace KerjaBhakti.Documents.Roster;

/// <summary>
/// Why warnings stand in an annex, printed alone or behind it. It names no person who gave a reason: it may be printed for everybody.
/// </summary>
public sealed record ReasonsReport : PrintedReport
{
    private readonly string name;
    private readonly InstructionText words;
    private readonly DateOnly on;

    private ReasonsReport(string name, InstructionText words, DateOnly on) => (this.name, this.words, this.on) = (name, words, on);

    /// <inheritdoc/>
    public override string Title => "Alasan atas temuan yang dibiarkan";

    /// <inheritdoc/>
    public override string FullTitle => $"{Title}, {name}";

    /// <inheritdoc/>
    public override string Institution => AuthorityName.InstitutionOf(Blanks.Or(words.Authority, Blanks.HeadOffice(on)));

    /// <inheritdoc/>
    public override string Subtitle => name;

    /// <inheritdoc/>
    public override string Place => Blanks.Or(words.Place, Blanks.Line);

    /// <inheritdoc/>
    public override string Office => words.Signatory.Office;

    /// <inheritdoc/>
    public override string? Nothing => null;

    /// <summary>The report.</summary>
    /// <param name="name">What the schedule is called: "Lampiran Instruksi Gubernur 118/2015".</param>
    /// <param name="words">The words of its Instruction.</param>
    /// <param name="on">The date whose names of offices it prints where the words name none.</param>
    /// <param name="findings">The warnings with their reasons.</param>
    public static ReasonsReport Of(string name, InstructionText words, DateOnly on, IReadOnlyList<ExplainedFinding> findings) =>
        new(name, words, on)
        {
            Notes = [],
            Tables =
            [
                new ReportTable(
                    "alasan",
                    "Temuan dan alasannya",
                    [new("Temuan", 4, IsFigure: false), new("Alasan", 4, IsFigure: false)],
                    [
                        .. findings.Select(finding => new ReportRow([
                            ReportCell.Of($"{finding.Kind.Title}. {finding.Line}"),
                            ReportCell.Of(finding.From is { } from ? $"{finding.Reason} ({from})" : finding.Reason),
                        ])),
                    ],
                    "Tidak ada temuan yang dibiarkan."
                ),
            ],
        };
}

/// <summary>The reasons on paper.</summary>
/// <param name="Report">The reasons.</param>
/// <param name="Signatory">Who signs; masked where <paramref name="ShowNip"/> is not set.</param>
/// <param name="IssuedOn">The date of the Instruction; null while it has none.</param>
/// <param name="ShowNip">Whether the signatory's NIP is printed whole.</param>
public sealed record ReasonsPrint(ReasonsReport Report, Signatory Signatory, DateOnly? IssuedOn, bool ShowNip)
{
    internal ReportSigning Signing =>
        new(Number: null, IssuedOn, Signatory.Name, ShowNip ? Signatory.Nip : KerjaBhakti.Roster.Positions.Nip.Mask(Signatory.Nip));
}
