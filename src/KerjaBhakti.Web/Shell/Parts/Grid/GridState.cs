using System.Collections.Immutable;
using System.Globalization;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace KerjaBhakti.Web.Shell.Parts.Grid;

/// <summary>What a list shows, as its address says it, so that a link shows the same to whoever gets it.</summary>
public sealed record GridState
{
    private const int MostLetters = 100;
    private const string SearchKey = "cari";
    private const string SortKey = "urut";
    private const string ColumnsKey = "kolom";
    private const string PageKey = "halaman";
    private const string ChoicePrefix = "pilih.";

    /// <summary>Words every row must hold; empty for all.</summary>
    public string Search { get; init; } = string.Empty;

    /// <summary>The key of the column it is sorted by; null for the order the list came in.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether it is sorted downwards.</summary>
    public bool Descending { get; init; }

    /// <summary>The keys of the columns that are shown; null for those a list begins with.</summary>
    public ImmutableSortedSet<string>? Columns { get; init; }

    /// <summary>The value chosen of a column, by its key.</summary>
    public ImmutableSortedDictionary<string, string> Choices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The page of a list that the database pages, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Search.Length > 0 || Choices.Count > 0;

    /// <summary>Reads an address; what it does not understand is left out.</summary>
    public static GridState Read(string query)
    {
        var items = QueryHelpers.ParseQuery(query);
        var sort = Text(items, SortKey);
        var columns = Text(items, ColumnsKey);
        return new GridState
        {
            Search = Text(items, SearchKey) is { } search ? search[..Math.Min(search.Length, MostLetters)] : string.Empty,
            Sort = sort?.TrimStart('-'),
            Descending = sort?.StartsWith('-') == true,
            Columns = columns is null ? null : [.. columns.Split('.', StringSplitOptions.RemoveEmptyEntries)],
            Page = AddressValue.Page(Text(items, PageKey)),
            Choices = items
                .Where(item => item.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal) && item.Value is [{ Length: > 0 }, ..])
                .ToImmutableSortedDictionary(item => item.Key[ChoicePrefix.Length..], item => item.Value[0]!),
        };
    }

    /// <summary>The query of an address that says the same; other parts of the query given stay.</summary>
    public string Write(string query)
    {
        var others = QueryHelpers
            .ParseQuery(query)
            .Where(item =>
                item.Key is not (SearchKey or SortKey or ColumnsKey or PageKey)
                && !item.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal)
            );
        IEnumerable<KeyValuePair<string, StringValues>> own =
        [
            new(SearchKey, Search),
            new(SortKey, Sort is null ? string.Empty : $"{(Descending ? "-" : string.Empty)}{Sort}"),
            new(ColumnsKey, Columns is null ? string.Empty : string.Join('.', Columns)),
            new(PageKey, Page == 1 ? string.Empty : Page.ToString(CultureInfo.InvariantCulture)),
            .. Choices.Select(choice => new KeyValuePair<string, StringValues>($"{ChoicePrefix}{choice.Key}", choice.Value)),
        ];
        return QueryHelpers.AddQueryString(string.Empty, others.Concat(own.Where(item => !StringValues.IsNullOrEmpty(item.Value))));
    }

    private static string? Text(Dictionary<string, StringValues> items, string key) =>
        items.TryGetValue(key, out var values) && values is [{ Length: > 0 } text, ..] ? text : null;
}
