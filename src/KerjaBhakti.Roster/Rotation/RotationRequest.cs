using System.Runtime.InteropServices;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>How a proposal treats what stands in the annex already.</summary>
public enum RotationWay
{
    /// <summary>Lengkapi: every cell that has a value keeps it; empty cells are filled.</summary>
    Fill,

    /// <summary>Perbaiki: as few cells as possible change until no coverage or repetition finding remains.</summary>
    Repair,

    /// <summary>Susun baru: the best balance; old values do not count.</summary>
    New,
}

/// <summary>A cell of a rotating row.</summary>
/// <param name="Row">The row's place in the annex, counted from zero, region rows included.</param>
/// <param name="Month">The month.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RosterCell(int Row, RosterMonth Month);

/// <summary>A row that must never have a kecamatan: its own office, a conflict.</summary>
/// <param name="Row">The row's place in the annex, counted from zero.</param>
/// <param name="Kecamatan">The kecamatan.</param>
public readonly record struct Exclusion(int Row, KecamatanCode Kecamatan);

/// <summary>What must hold whatever is proposed.</summary>
public sealed record RotationLimits
{
    /// <summary>No limits: every kecamatan is in use, nothing is locked.</summary>
    public static RotationLimits None { get; } = new();

    /// <summary>The kecamatan that are not in use. Nobody is sent there; a cell that stands there and must stay counts nowhere.</summary>
    public IReadOnlySet<KecamatanCode> LeftOut { get; init; } = new HashSet<KecamatanCode>();

    /// <summary>The cells that must stay as they are.</summary>
    public IReadOnlySet<RosterCell> Locked { get; init; } = new HashSet<RosterCell>();

    /// <summary>Which row must never have which kecamatan.</summary>
    public IReadOnlySet<Exclusion> Never { get; init; } = new HashSet<Exclusion>();

    /// <summary>The months in which a row has no duty. The proposal leaves such a cell empty.</summary>
    public IReadOnlySet<RosterCell> OffDuty { get; init; } = new HashSet<RosterCell>();
}

/// <summary>What is asked of <see cref="RotationEngine"/>. The same request gives the same proposal on every machine.</summary>
/// <param name="Annex">The annex as it stands. Region rows take no part.</param>
/// <param name="Gazetteer">The kecamatan there are.</param>
/// <param name="Way">How what stands there is treated.</param>
public sealed record RotationRequest(Annex Annex, Gazetteer Gazetteer, RotationWay Way)
{
    /// <summary>What must hold.</summary>
    public RotationLimits Limits { get; init; } = RotationLimits.None;

    /// <summary>The cells that may change; null for all. A cell outside stays like a locked one.</summary>
    public IReadOnlySet<RosterCell>? Scope { get; init; }

    /// <summary>
    /// For each row of the annex the kecamatan it should not have soon again (<see cref="EarlierDuties"/>); empty where nothing is known. A
    /// wish, not a rule.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<KecamatanCode>> Earlier { get; init; } = [];

    /// <summary>Decides between proposals that are equally good.</summary>
    public int Seed { get; init; }
}
