using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Reports;

/// <summary>What a part of a recap is about. The slices of one kind divide a recap: each entry lies in exactly one of them.</summary>
public abstract record RecapSlice
{
    private RecapSlice() { }

    /// <summary>Whether an entry lies in it.</summary>
    public abstract bool Holds(RecapEntry entry);

    /// <summary>Everything.</summary>
    public sealed record Whole : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => true;
    }

    /// <summary>A Sunday.</summary>
    public sealed record OfSunday(DateOnly Date) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.Date == Date;
    }

    /// <summary>A city, with the region rows that serve all of it.</summary>
    public sealed record OfCity(CityCode City) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.City == City;
    }

    /// <summary>A kecamatan; null for the region rows, which serve a whole city.</summary>
    public sealed record OfKecamatan(KecamatanCode? Kecamatan) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.Duty.Kecamatan == Kecamatan;
    }

    /// <summary>A kind of work unit; null for rows without a post.</summary>
    public sealed record OfCategory(WorkUnitCategory? Category) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.Post?.Category == Category;
    }

    /// <summary>All rows of an annex.</summary>
    public sealed record OfAnnex(Guid ScheduleId) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.ScheduleId == ScheduleId;
    }

    /// <summary>A row of an annex. The rows of two annexes are not the same rows.</summary>
    public sealed record OfRow(Guid ScheduleId, int Row) : RecapSlice
    {
        /// <inheritdoc/>
        public override bool Holds(RecapEntry entry) => entry.Duty.ScheduleId == ScheduleId && entry.Duty.Row == Row;
    }
}
