namespace KerjaBhakti.Web.Shell.Parts.Grid;

/// <summary>What a list asks of whoever finds its rows, where they are too many to be in memory.</summary>
/// <param name="State">What is looked for, in which order.</param>
/// <param name="Skip">How many rows come before those wanted.</param>
/// <param name="Take">How many rows are wanted at most.</param>
public sealed record GridQuery(GridState State, int Skip, int Take)
{
    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 100;

    /// <summary>The most rows that a file holds; a workbook has room for no more than a million.</summary>
    public const int MostInFile = 200_000;

    /// <summary>The rows of the page that a state names.</summary>
    public static GridQuery Page(GridState state) => new(state, (state.Page - 1) * PageSize, PageSize);

    /// <summary>Every row that a state finds, for a file.</summary>
    public static GridQuery File(GridState state) => new(state, 0, MostInFile);
}

/// <summary>Some of the rows that a query finds.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Rows">The rows asked for.</param>
/// <param name="Count">How many are found in all.</param>
/// <param name="Sums">What all that are found sum to, by the key of the column.</param>
public sealed record GridPage<T>(IReadOnlyList<T> Rows, int Count, IReadOnlyDictionary<string, long> Sums);

/// <summary>Finds rows of a list that the database pages.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="query">What is asked for.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task<GridPage<T>> GridSource<T>(GridQuery query, CancellationToken cancellationToken);
