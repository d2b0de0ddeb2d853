using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KerjaBhakti.Data;

internal sealed class KecamatanCodeConverter()
    : ValueConverter<KecamatanCode, string>(code => code.ToString(), text => KecamatanCode.Parse(text));

internal sealed class CityCodeConverter() : ValueConverter<CityCode, string>(code => code.ToString(), text => CityCode.Parse(text));

internal sealed class RosterMonthConverter()
    : ValueConverter<RosterMonth, string>(month => month.ToString(), text => RosterMonth.Parse(text));

/// <summary>An instant is stored as UTC without an offset: SQLite cannot order values that carry one.</summary>
internal sealed class UtcInstantConverter()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    );
