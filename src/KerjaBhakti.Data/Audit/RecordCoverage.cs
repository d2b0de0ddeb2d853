using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Forms;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Wakatobi.Fees;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// Of which records the trail holds what they were: of all, so that one that is added to the model cannot escape, except those named here.
/// <c>verify-audit</c> prints the list.
/// </summary>
public static class RecordCoverage
{
    /// <summary>What has no digest in the trail, each with the reason in Indonesian.</summary>
    public static IReadOnlyDictionary<Type, string> Exceptions { get; } =
        new Dictionary<Type, string>
        {
            [typeof(AuditEntry)] = "dijaga rantainya sendiri",
            [typeof(AuditHead)] = "dijaga rantainya sendiri",
            [typeof(EntryRecords)] = "dijaga hash dalam catatannya",
            [typeof(DataProtectionKey)] = "kunci kuki, dibuat program sendiri; yang diganti membuat semua orang masuk lagi",
            [typeof(SignInSession)] = "siapa sedang masuk; dihapus menurut umur",
            [typeof(SignInRecord)] = "catatan masuk; dihapus menurut umur",
            [typeof(SentForm)] = "formulir yang sudah diterima, supaya tidak disimpan dua kali",
            [typeof(PublishedEvent)] = "apa yang terakhir diberikan kepada program kalender; dihitung dari jadwal",
            [typeof(ReminderMail)] = "surel pengingat, catatan dari dirinya sendiri",
            [typeof(RemindedDuty)] = "surel pengingat, catatan dari dirinya sendiri",
            [typeof(WaitingMail)] = "surel tentang yang menunggu, catatan dari dirinya sendiri",
            [typeof(WaitingMention)] = "surel tentang yang menunggu, catatan dari dirinya sendiri",
        };

    /// <summary>Columns that are checked in another way, each with the reason in Indonesian.</summary>
    public static IReadOnlyDictionary<(Type Type, string Property), string> CheckedOtherwise { get; } =
        new Dictionary<(Type, string), string>
        {
            [(typeof(StoredFile), nameof(StoredFile.Content))] = "dibandingkan dengan hash berkasnya",
            [(typeof(FeePayment), "Id")] = "nomor dari basis data; yang membedakan baris adalah pegawai dan komponen",
            [(typeof(FeeRecipient), "Id")] = "nomor dari basis data; yang membedakan baris adalah pegawai",
        };

    /// <summary>What tells records apart whose key is a number that the database gives and nothing refers to.</summary>
    internal static IReadOnlyDictionary<Type, string[]> KeysOfTheirOwn { get; } =
        new Dictionary<Type, string[]>
        {
            [typeof(FeePayment)] = ["DistributionId", nameof(FeePayment.StaffId), nameof(FeePayment.Component)],
            [typeof(FeeRecipient)] = [nameof(FeeRecipient.DistributionId), nameof(FeeRecipient.StaffId)],
        };
}
