using System.Linq.Expressions;

namespace KerjaBhakti.Web.Shell.Parts.Grid;

/// <summary>What the database is asked for a word that somebody looks for in a list.</summary>
public static class GridSearch
{
    /// <summary>The sign before a character of a pattern that means itself.</summary>
    public const string Escape = "\\";

    /// <summary>The words of a search.</summary>
    public static IReadOnlyList<string> Words(GridState state) =>
        state.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The pattern of <c>LIKE</c> that finds a word anywhere in a text.</summary>
    public static string Pattern(string word) =>
        $"%{string.Concat(word.Select(letter => letter is '\\' or '%' or '_' or '[' ? $"{Escape}{letter}" : letter.ToString()))}%";

    /// <summary>Orders rows up or down.</summary>
    public static IOrderedQueryable<T> Ordered<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
