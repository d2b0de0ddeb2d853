using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>What Identity refuses, in Indonesian. Only the refusals this portal's rules can produce.</summary>
internal sealed class IndonesianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"Kata sandi paling pendek {length} karakter. Empat kata yang tidak berhubungan sudah cukup.");

    public override IdentityError InvalidToken() =>
        Error(nameof(InvalidToken), "Tautan ini sudah dipakai atau sudah lewat waktunya. Mintalah tautan baru kepada administrator.");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Kata sandi lama tidak cocok.");

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), $"Alamat {email} sudah dipakai akun lain.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), $"'{email}' bukan alamat surel.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), "Akun ini baru saja diubah orang lain. Muat ulang halaman lalu coba lagi.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
