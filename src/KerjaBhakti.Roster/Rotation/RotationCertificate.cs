using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>A month of a certificate.</summary>
/// <param name="Month">Which.</param>
/// <param name="Rows">How many rows have a kecamatan in use.</param>
/// <param name="Smallest">The fewest rows of a kecamatan in use.</param>
/// <param name="Largest">The most rows of a kecamatan in use.</param>
public sealed record CertifiedMonth(RosterMonth Month, int Rows, int Smallest, int Largest);

/// <summary>A row of a certificate.</summary>
/// <param name="Row">Its place in the annex, counted from zero.</param>
/// <param name="Cities">In how many cities it serves.</param>
public sealed record CertifiedRow(int Row, int Cities);

/// <summary>Two rows that are in one kecamatan in more than one month.</summary>
/// <param name="First">The place of the one in the annex, counted from zero.</param>
/// <param name="Second">The place of the other, below it.</param>
/// <param name="Times">In how many months, two at least.</param>
public sealed record CertifiedPair(int First, int Second, int Times);

/// <summary>A cell that was changed.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Before">The text that stood there.</param>
/// <param name="After">The text that stands there now.</param>
public sealed record CertifiedChange(RosterCell Cell, string Before, string After);

/// <summary>
/// What is true of an annex that a proposal was accepted in, so that anyone can count it again: it holds the conditions it was made under,
/// the figures, and the changes, with which the annex before is restored. <see cref="CertificateCheck"/> verifies it without the code that
/// made it.
/// </summary>
public sealed record RotationCertificate
{
    /// <summary>How the proposal treated what stood there.</summary>
    public required RotationWay Way { get; init; }

    /// <summary>The seed of the proposal.</summary>
    public required int Seed { get; init; }

    /// <summary>The months.</summary>
    public required RosterPeriod Period { get; init; }

    /// <summary>What had to hold.</summary>
    public required RotationLimits Limits { get; init; }

    /// <summary>The cells that could change; null for all.</summary>
    public required IReadOnlySet<RosterCell>? Scope { get; init; }

    /// <summary>What each row had at the end of the annex before; empty where nothing was known.</summary>
    public required IReadOnlyList<IReadOnlyList<KecamatanCode>> Earlier { get; init; }

    /// <summary>SHA-256 over annex and conditions as they were before, in lower-case hexadecimal.</summary>
    public required string InputHash { get; init; }

    /// <summary>SHA-256 over the annex as it is now, in lower-case hexadecimal.</summary>
    public required string ResultHash { get; init; }

    /// <summary>The figures of each month.</summary>
    public required IReadOnlyList<CertifiedMonth> Months { get; init; }

    /// <summary>The fewest rows of a kecamatan in use over the period.</summary>
    public required int SmallestTotal { get; init; }

    /// <summary>The most rows of a kecamatan in use over the period.</summary>
    public required int LargestTotal { get; init; }

    /// <summary>How often a row has a kecamatan that it has in an earlier month too.</summary>
    public required int Repeats { get; init; }

    /// <summary>How many cells have a kecamatan their row had at the end of the annex before.</summary>
    public required int EarlierAgain { get; init; }

    /// <summary>The rotating rows with their cities.</summary>
    public required IReadOnlyList<CertifiedRow> Rows { get; init; }

    /// <summary>The pairs of rows that meet more than once.</summary>
    public required IReadOnlyList<CertifiedPair> PairsMeetingAgain { get; init; }

    /// <summary>Every cell that was changed.</summary>
    public required IReadOnlyList<CertifiedChange> Changes { get; init; }

    /// <summary>
    /// For a repair: the sum over the months of the larger of places short and places over, which no repair can go below. Zero for the
    /// other ways.
    /// </summary>
    public required int CoverageBound { get; init; }

    /// <summary>
    /// For a repair: the fewest cells that any repair must change, repeats considered too (<see cref="KeptCells"/>); at least <see
    /// cref="CoverageBound"/>. Zero for the other ways.
    /// </summary>
    public required int LowerBound { get; init; }

    /// <summary>Whether it is proven that nobody can repair the annex with fewer changes.</summary>
    public bool IsProvenFewest => Way == RotationWay.Repair && Changes.Count == LowerBound;

    /// <summary>The certificate of an annex that came out of a request, whole or in part.</summary>
    public static RotationCertificate Of(RotationRequest request, Annex result)
    {
        var problem = RotationProblem.Of(request);
        var placed = new PlacedRows(request, problem, result);
        return new RotationCertificate
        {
            Way = request.Way,
            Seed = request.Seed,
            Period = request.Annex.Period,
            Limits = request.Limits,
            Scope = request.Scope,
            Earlier = request.Earlier,
            InputHash = RotationHash.Of(request),
            ResultHash = RotationHash.Of(result),
            Months = placed.Months(),
            SmallestTotal = placed.Totals().Min(),
            LargestTotal = placed.Totals().Max(),
            Repeats = placed.Repeats(),
            EarlierAgain = placed.EarlierAgain(),
            Rows = placed.Rows(),
            PairsMeetingAgain = placed.PairsMeetingAgain(),
            Changes = placed.Changes(),
            CoverageBound = request.Way == RotationWay.Repair ? CoverageBoundOf(problem) : 0,
            LowerBound = request.Way == RotationWay.Repair ? RotationSolver.FewestChanges(problem) : 0,
        };
    }

    private static int CoverageBoundOf(RotationProblem problem)
    {
        var bound = 0;
        for (var month = 0; month < problem.Months; month++)
        {
            var rows = new int[problem.Places];
            for (var row = 0; row < problem.Rows; row++)
            {
                var cell = problem.Cell(row, month);
                if (
                    problem.IsCounted[cell]
                    && problem.Current[cell] is >= 0 and var place
                    && !(problem.IsOpen[cell] && problem.Barred[problem.Pair(row, place)])
                )
                {
                    rows[place]++;
                }
            }

            bound += Math.Max(
                rows.Sum(count => Math.Max(0, problem.Low[month] - count)),
                rows.Sum(count => Math.Max(0, count - problem.High[month]))
            );
        }

        return bound;
    }
}
