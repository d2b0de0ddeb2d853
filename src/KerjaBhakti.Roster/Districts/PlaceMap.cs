namespace KerjaBhakti.Roster.Districts;

/// <summary>Where a place stands on a picture of tiles, which is no map.</summary>
/// <param name="Column">The first column it takes, from one.</param>
/// <param name="Row">The first row it takes, from one.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Rows">How many rows it takes.</param>
public sealed record PlaceTile(int Column, int Row, int Columns = 1, int Rows = 1)
{
    /// <summary>The last column and the last row there can be.</summary>
    public const int Last = 12;

    /// <summary>Whether a place of the picture belongs to both tiles.</summary>
    public bool Covers(PlaceTile other) =>
        Column < other.Column + other.Columns
        && other.Column < Column + Columns
        && Row < other.Row + other.Rows
        && other.Row < Row + Rows;
}

/// <summary>
/// The picture of an institution's places: cities stand beside each other, the kecamatan of a city within it. A place without a tile
/// follows in the order of the codes. Immutable.
/// </summary>
/// <param name="Cities">The tiles of cities.</param>
/// <param name="Kecamatan">The tiles of kecamatan, each within its city.</param>
public sealed record PlaceMap(
    IReadOnlyDictionary<CityCode, PlaceTile> Cities,
    IReadOnlyDictionary<KecamatanCode, PlaceTile> Kecamatan
);
