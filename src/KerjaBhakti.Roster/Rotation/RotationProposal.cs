using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>A cell that a proposal changes.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What is proposed; empty where the row has no duty that month.</param>
/// <param name="Reason">Why, in Indonesian: "Mampang Prapatan kosong pada Mei; baris 41 pindah dari Jatinegara, yang bertiga."</param>
public sealed record RotationChange(RosterCell Cell, AnnexCell Before, AnnexCell After, string Reason);

/// <summary>What <see cref="RotationEngine"/> proposes.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Changes">The cells that change, by row and month. None where some row has no kecamatan it may go to: never a half
/// proposal.</param>
/// <param name="Obstacles">What keeps the proposal from keeping every rule; empty where it does. Where there are any, the changes come as
/// near as can be.</param>
/// <param name="Release">The fewest cells that would have to be released for the obstacles to go; empty where releasing does not help, or
/// there is no obstacle.</param>
public sealed record RotationProposal(
    RotationRequest Request,
    IReadOnlyList<RotationChange> Changes,
    IReadOnlyList<RotationObstacle> Obstacles,
    IReadOnlyList<RosterCell> Release
)
{
    /// <summary>Whether every rule is kept.</summary>
    public bool KeepsEveryRule => Obstacles.Count == 0;

    /// <summary>The annex with every change made.</summary>
    public Annex Annex => With(Changes);

    /// <summary>The annex with some of the changes made.</summary>
    public Annex With(IEnumerable<RotationChange> accepted)
    {
        var cells = accepted.ToDictionary(change => change.Cell, change => change.After);
        var months = Request.Annex.Period.Months;
        return Request.Annex with
        {
            Rows =
            [
                .. Request.Annex.Rows.Select(
                    (row, index) =>
                        row.IsRegion
                            ? row
                            : row with
                            {
                                Cells =
                                [
                                    .. row.Cells.Select(
                                        (cell, month) => cells.GetValueOrDefault(new RosterCell(index, months[month]), cell)
                                    ),
                                ],
                            }
                ),
            ],
        };
    }
}
