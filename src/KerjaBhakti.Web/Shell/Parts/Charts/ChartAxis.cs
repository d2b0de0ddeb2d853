namespace KerjaBhakti.Web.Shell.Parts.Charts;

/// <summary>
/// The steps of an axis of amounts. A chart is drawn in steps, so that its lines stand on round amounts however large these are, and a
/// value of the axis times the step is the amount again.
/// </summary>
public static class ChartAxis
{
    private const int MostSteps = 5;

    /// <summary>The smallest of 1, 2 and 5 times a power of ten of which the largest amount takes no more than five.</summary>
    /// <param name="largest">The largest amount, not negative.</param>
    public static long StepFor(long largest)
    {
        for (var power = 1L; ; power *= 10)
        {
            foreach (var step in (long[])[power, 2 * power, 5 * power])
            {
                if ((largest + step - 1) / step <= MostSteps)
                {
                    return step;
                }
            }
        }
    }
}
