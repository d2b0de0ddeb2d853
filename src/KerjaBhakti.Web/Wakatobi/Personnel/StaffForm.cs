using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Personnel;

/// <summary>What the register shall say of somebody, as it is typed.</summary>
public sealed class StaffForm
{
    /// <summary>The revision the page showed.</summary>
    public int Revision { get; set; }

    /// <summary>The number; only of somebody new.</summary>
    public string? Number { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The unit.</summary>
    public string? Unit { get; set; }

    /// <summary>The kind; null while none is chosen.</summary>
    public StaffKind? Kind { get; set; }

    /// <summary>The bank.</summary>
    public string? Bank { get; set; }

    /// <summary>The number of the account.</summary>
    public string? Account { get; set; }

    /// <summary>Whose account it is.</summary>
    public string? Holder { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What the register says of somebody.</summary>
    public static StaffForm Of(StaffMember member) =>
        new()
        {
            Revision = member.Revision,
            Number = member.Number,
            Name = member.Name,
            Unit = member.Unit,
            Kind = member.Kind,
            Bank = member.Account?.Bank,
            Account = member.Account?.Number,
            Holder = member.Account?.Holder,
            From = member.From,
            To = member.To,
        };

    /// <summary>Reads it.</summary>
    /// <exception cref="FundRefusedException">A field cannot be read; says all of them.</exception>
    public StaffFacts Read()
    {
        var form = new FundForm();
        var kind = Kind ?? form.Read<StaffKind>("Jenis", () => throw new FundRefusedException("pilih salah satu."));
        var from = form.Date("Mulai bekerja", From);
        var to = To is null ? (DateOnly?)null : form.Date("Hari terakhir", To);
        var account = form.Read(() => BankAccount.Read(Bank, Account, Holder, Name ?? string.Empty));
        form.RequireRead();
        return new StaffFacts(Number ?? string.Empty, Name ?? string.Empty, Unit ?? string.Empty, kind, account, from, to);
    }
}
