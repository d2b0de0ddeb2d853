using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Findings;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Berat: the annex cannot be issued while it stands.</summary>
    Error,

    /// <summary>Peringatan: issuing needs a fix or a written reason.</summary>
    Warning,

    /// <summary>Catatan: worth knowing, nothing to do.</summary>
    Info,
}

/// <summary>A kind of finding. Codes are part of the public surface; docs/roster-rules.md states each rule.</summary>
/// <param name="Code">The stable name: "empty-district-month".</param>
/// <param name="Severity">How much every finding of this kind weighs.</param>
/// <param name="Title">What it is called on screen.</param>
public sealed record FindingKind(string Code, FindingSeverity Severity, string Title)
{
    /// <summary>The text of a cell is neither a name nor an alias.</summary>
    public static FindingKind UnknownKecamatan { get; } = new("unknown-kecamatan", FindingSeverity.Error, "Kecamatan tidak dikenal");

    /// <summary>A rotating row has an empty month.</summary>
    public static FindingKind MissingAssignment { get; } = new("missing-assignment", FindingSeverity.Error, "Sel belum diisi");

    /// <summary>A row number is missing, repeated or out of order.</summary>
    public static FindingKind RowNumber { get; } = new("row-number", FindingSeverity.Error, "Nomor baris keliru");

    /// <summary>A kecamatan has nobody in a month.</summary>
    public static FindingKind EmptyDistrictMonth { get; } = new("empty-district-month", FindingSeverity.Warning, "Kecamatan tanpa petugas");

    /// <summary>A kecamatan has more rows in a month than an even spread needs.</summary>
    public static FindingKind UnevenCoverage { get; } = new("uneven-coverage", FindingSeverity.Warning, "Sebaran tidak merata");

    /// <summary>A row has the same kecamatan twice.</summary>
    public static FindingKind RepeatedDistrict { get; } =
        new("repeated-district", FindingSeverity.Warning, "Kecamatan berulang dalam satu baris");

    /// <summary>One kecamatan is spelt in more than one way.</summary>
    public static FindingKind MixedSpelling { get; } = new("mixed-spelling", FindingSeverity.Warning, "Ejaan bercampur");

    /// <summary>One label stands on more than one row.</summary>
    public static FindingKind DuplicateLabel { get; } =
        new("duplicate-label", FindingSeverity.Warning, "Jabatan tercetak lebih dari sekali");

    /// <summary>Two labels differ by a word or a few letters.</summary>
    public static FindingKind NearDuplicateLabel { get; } = new("near-duplicate-label", FindingSeverity.Info, "Jabatan hampir sama");

    /// <summary>The period begins before the date of the Instruction.</summary>
    public static FindingKind StartsBeforeInstruction { get; } =
        new("starts-before-instruction", FindingSeverity.Info, "Mulai sebelum Instruksi ditetapkan");

    /// <summary>Every kind, in the order findings are listed.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        UnknownKecamatan,
        MissingAssignment,
        RowNumber,
        EmptyDistrictMonth,
        UnevenCoverage,
        RepeatedDistrict,
        MixedSpelling,
        DuplicateLabel,
        NearDuplicateLabel,
        StartsBeforeInstruction,
    ];
}

/// <summary>One thing the auditor noticed about an annex. Fields that do not apply are null.</summary>
/// <param name="Kind">What kind of finding it is.</param>
/// <param name="Message">What is the matter and where, in Indonesian.</param>
public sealed record Finding(FindingKind Kind, string Message)
{
    /// <summary>The row's place in the annex, counted from zero; it holds also where the row's number is missing or wrong.</summary>
    public int? RowIndex { get; init; }

    /// <summary>The row's printed number.</summary>
    public int? Row { get; init; }

    /// <summary>The month concerned.</summary>
    public RosterMonth? Month { get; init; }

    /// <summary>The kecamatan concerned.</summary>
    public KecamatanCode? Kecamatan { get; init; }
}
