using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Personnel;

/// <summary>Staff, written shortly.</summary>
internal static class Member
{
    public static StaffFacts Of(string number, StaffKind kind = StaffKind.CivilServantIII) =>
        new(
            number,
            $"Pegawai {number}",
            "IGD",
            kind,
            new BankAccount("Bank Contoh", "12345678", $"Pegawai {number}"),
            new DateOnly(2024, 1, 1),
            null
        );
}
