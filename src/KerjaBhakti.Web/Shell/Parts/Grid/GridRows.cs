using System.Globalization;

namespace KerjaBhakti.Web.Shell.Parts.Grid;

/// <summary>The rows and columns a list shows in a state: what the screen shows and what the file holds are the same.</summary>
public static class GridRows
{
    /// <summary>The rows that hold every word of the search and every value chosen, in the order wanted.</summary>
    public static IReadOnlyList<T> Shown<T>(IReadOnlyList<T> rows, IReadOnlyList<GridColumn<T>> columns, GridState state)
    {
        var terms = state.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var choices = columns.Where(column => column.IsChoice && state.Choices.ContainsKey(column.Key)).ToList();
        var found = rows.Where(row => choices.TrueForAll(column => column.TextOf(row) == state.Choices[column.Key]))
            .Where(row => terms.Length == 0 || HoldsAll(columns, row, terms));
        if (columns.FirstOrDefault(column => column.Key == state.Sort) is not { } sort)
        {
            return [.. found];
        }

        // Rows that have nothing there come last, in whichever direction.
        var ordered = found.OrderBy(row => sort.Value(row) is null or "");
        return [.. state.Descending ? ordered.ThenByDescending(sort.Value, Values) : ordered.ThenBy(sort.Value, Values)];
    }

    /// <summary>The columns shown, in the order of the list.</summary>
    public static IReadOnlyList<GridColumn<T>> Shown<T>(IReadOnlyList<GridColumn<T>> columns, GridState state) =>
        [.. columns.Where(column => column.IsMain || (state.Columns?.Contains(column.Key) ?? !column.StartsHidden))];

    /// <summary>What the summed columns of some rows come to, by the key of the column.</summary>
    public static IReadOnlyDictionary<string, long> SumsOf<T>(IReadOnlyList<T> rows, IEnumerable<GridColumn<T>> columns) =>
        columns
            .Where(column => column.IsSummed)
            .ToDictionary(
                column => column.Key,
                column =>
                    rows.Where(row => column.Counts?.Invoke(row) ?? true)
                        .Sum(row => Convert.ToInt64(column.Value(row) ?? 0L, CultureInfo.InvariantCulture))
            );

    /// <summary>The values a column offers, in order.</summary>
    public static IReadOnlyList<string> ChoicesOf<T>(IEnumerable<T> rows, GridColumn<T> column) =>
        column.Choices ?? [.. rows.Select(column.TextOf).Where(text => text.Length > 0).Distinct().Order(StringComparer.OrdinalIgnoreCase)];

    private static Comparer<object?> Values { get; } =
        Comparer<object?>.Create(
            (left, right) =>
                (left, right) switch
                {
                    (string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
                    (IComparable one, not null) => one.CompareTo(right),
                    _ => 0,
                }
        );

    private static bool HoldsAll<T>(IReadOnlyList<GridColumn<T>> columns, T row, string[] terms)
    {
        var words = string.Join(' ', columns.Select(column => column.TextOf(row)));
        return Array.TrueForAll(terms, term => words.Contains(term, StringComparison.CurrentCultureIgnoreCase));
    }
}
