namespace KerjaBhakti.Roster.Instructions;

/// <summary>
/// A Governor's Instruction (Instruksi Gubernur): the signed document whose annex is a schedule. Its text is kept as published, slips
/// included.
/// </summary>
public sealed class Instruction
{
    private Instruction() { }

    /// <summary>An Instruction as signed.</summary>
    public Instruction(int number, int year, string subject, DateOnly issuedOn, string place, Signatory signatory)
    {
        Number = number;
        Year = year;
        Subject = subject;
        IssuedOn = issuedOn;
        EffectiveOn = issuedOn;
        Place = place;
        Signatory = signatory;
    }

    /// <summary>A text that was signed under a number and a date.</summary>
    public Instruction(InstructionText text, int number, DateOnly issuedOn)
        : this(number, issuedOn.Year, text.Subject, issuedOn, text.Place, text.Signatory)
    {
        Authority = text.Authority;
        Opening = text.Opening;
        Addressees = text.Addressees;
        Dicta = text.Dicta;
        Closing = text.EffectiveOn is { } effectiveOn ? EffectSentence.Dated(text.Closing, effectiveOn) : text.Closing;
        EffectiveOn = text.EffectiveOn ?? issuedOn;
        Copies = text.Copies;
    }

    /// <summary>Its key in the database.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number within its year: 118.</summary>
    public int Number { get; private set; }

    /// <summary>The year of the number: 2015.</summary>
    public int Year { get; private set; }

    /// <summary>What it is about ("tentang"), in the capitals of the document.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>The office that instructs, as the heading prints it: "Gubernur Provinsi Daerah Khusus Ibukota Jakarta".</summary>
    public string Authority { get; init; } = string.Empty;

    /// <summary>The paragraph before "Kepada" that says why.</summary>
    public string Opening { get; init; } = string.Empty;

    /// <summary>To whom it is addressed ("Kepada").</summary>
    public string Addressees { get; init; } = string.Empty;

    /// <summary>What they are told ("Untuk"): KESATU, KEDUA … in order.</summary>
    public IReadOnlyList<string> Dicta { get; init; } = [];

    /// <summary>The sentence that brings it into force.</summary>
    public string Closing { get; init; } = string.Empty;

    /// <summary>Where it was signed.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>The date it was signed.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>The date from which it is in force: the day it was signed, or a later one that its closing sentence names.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>Who signed it.</summary>
    public Signatory Signatory { get; private set; } = null!;

    /// <summary>Who receives a copy ("Tembusan"), in order.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Its words without number and date.</summary>
    public InstructionText Text =>
        new()
        {
            Authority = Authority,
            Subject = Subject,
            Opening = Opening,
            Addressees = Addressees,
            Dicta = Dicta,
            Closing = Closing,
            Place = Place,
            Signatory = Signatory,
            Copies = Copies,
        };

    /// <summary>The short reference people use: "118/2015".</summary>
    public string Reference => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}/{Year}");
}

/// <summary>The person who signs, on behalf of whom, and in which office.</summary>
/// <param name="OnBehalfOf">The office signed for, after "a.n."; empty where the signatory signs in the own name.</param>
/// <param name="Office">The signatory's office: "Sekretaris Daerah".</param>
/// <param name="Name">The signatory's name.</param>
/// <param name="Nip">The signatory's number, whole. Show it through <see cref="Positions.Nip.Mask"/> wherever the public can see.</param>
public sealed record Signatory(string OnBehalfOf, string Office, string Name, string Nip);
