namespace KerjaBhakti.Benchmarks;

/// <summary>What is said of a series of measurements.</summary>
internal static class Numbers
{
    /// <summary>The smallest value that the given share of the values (0 to 1) does not exceed.</summary>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    /// <summary>Count, median, 95th and 99th percentile and maximum of durations in milliseconds, in one line.</summary>
    public static string Summary(this IReadOnlyCollection<double> milliseconds) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"n {milliseconds.Count}  p50 {milliseconds.Median():0.0}  p95 {milliseconds.Percentile(0.95):0.0}  p99 {milliseconds.Percentile(0.99):0.0}  max {milliseconds.Max():0.0} ms"
        );

    /// <summary>The first argument as a whole number, or the default.</summary>
    public static int FirstOr(this IReadOnlyList<string> arguments, int standard) =>
        arguments.Count > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : standard;
}
