using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>How a report was sent, as it is entered.</summary>
/// <param name="Number">The number of its letter.</param>
/// <param name="Date">The date of its letter.</param>
/// <param name="SentOn">The day it was handed over, not before the date of its letter.</param>
/// <param name="Recipient">To whom.</param>
public sealed record SendingEntry(string Number, DateOnly Date, DateOnly SentOn, string Recipient);

/// <summary>
/// A report as it was sent (pasal 8 and 9): its file, hash, number and date never change, whatever is entered later. Only the proof that it
/// was received is added, once.
/// </summary>
public sealed class SentReport
{
    /// <summary>The longest word for a kind of report, in characters.</summary>
    public const int KindLength = 32;

    /// <summary>The longest number of a letter, in characters.</summary>
    public const int NumberLength = 100;

    /// <summary>The longest recipient, in characters.</summary>
    public const int RecipientLength = 200;

    /// <summary>The length of a hash: SHA-256 as hexadecimal digits.</summary>
    public const int HashLength = 64;

    private SentReport() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The word of the report: "kegiatan".</summary>
    public string Kind { get; private set; } = string.Empty;

    /// <summary>The first month it covers.</summary>
    public FiscalMonth First { get; private set; }

    /// <summary>The last month it covers.</summary>
    public FiscalMonth Last { get; private set; }

    /// <summary>The number of its letter.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>The date of its letter.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The day it was handed over.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>To whom.</summary>
    public string Recipient { get; private set; } = string.Empty;

    /// <summary>The file as it was sent.</summary>
    public Guid FileId { get; private set; }

    /// <summary>SHA-256 over the file, as 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>Who entered it.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The proof that it was received; null while there is none.</summary>
    public Guid? ProofId { get; private set; }

    /// <summary>The day it was received, by the proof; null while there is none.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The months it covers.</summary>
    public ReportPeriod Period => new(First, Last);

    /// <summary>Keeps a report as it is sent.</summary>
    /// <param name="kind">The word of the report.</param>
    /// <param name="period">The months it covers.</param>
    /// <param name="entry">How it is sent.</param>
    /// <param name="file">The key of its file.</param>
    /// <param name="sha256">The hash of its file.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The date in Wakatobi.</param>
    /// <exception cref="FundRefusedException">Something is missing, or the days cannot be; says all of it.</exception>
    public static SentReport Send(
        string kind,
        ReportPeriod period,
        SendingEntry entry,
        Guid file,
        string sha256,
        Person by,
        DateTimeOffset at,
        DateOnly today
    )
    {
        List<string?> problems =
        [
            Words.WhyNot(entry.Number, "Nomor surat", NumberLength),
            Words.WhyNot(entry.Recipient, "Penerima laporan", RecipientLength),
            entry.SentOn < entry.Date
                ? $"Laporan tidak dapat dikirim {entry.SentOn.ToIndonesian()}, sebelum tanggal suratnya {entry.Date.ToIndonesian()}."
                : null,
            entry.SentOn > today ? $"Tanggal kirim {entry.SentOn.ToIndonesian()} belum tiba; hari ini {today.ToIndonesian()}." : null,
            entry.Date <= period.Last.LastDay
                ? $"Laporan {period.ToIndonesian()} baru dapat dikirim setelah {period.Last.LastDay.ToIndonesian()}, saat periodenya berakhir."
                : null,
        ];
        FundRefusedException.ThrowIfAny([.. problems.OfType<string>()]);
        return new SentReport
        {
            Kind = kind,
            First = period.First,
            Last = period.Last,
            Number = entry.Number.Trim(),
            Date = entry.Date,
            SentOn = entry.SentOn,
            Recipient = entry.Recipient.Trim(),
            FileId = file,
            Sha256 = sha256,
            By = by,
            At = at,
        };
    }

    /// <summary>Adds the proof that it was received.</summary>
    /// <exception cref="FundRefusedException">It has one, or the day cannot be.</exception>
    public void Prove(DateOnly receivedOn, Guid proof, DateOnly today)
    {
        var problem =
            ProofId is not null ? $"Bukti terima laporan {Number} sudah ada."
            : receivedOn < SentOn ? $"Laporan tidak dapat diterima {receivedOn.ToIndonesian()}, sebelum dikirim {SentOn.ToIndonesian()}."
            : receivedOn > today ? $"Tanggal terima {receivedOn.ToIndonesian()} belum tiba; hari ini {today.ToIndonesian()}."
            : null;
        if (problem is not null)
        {
            throw new FundRefusedException(problem);
        }

        (ReceivedOn, ProofId) = (receivedOn, proof);
        Revision++;
    }
}
