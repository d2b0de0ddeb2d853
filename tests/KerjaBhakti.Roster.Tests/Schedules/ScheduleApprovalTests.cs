using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class ScheduleApprovalTests
{
    private static readonly Person Sari = new("sari", "Sari");
    private static readonly Person Sekda = new("sekda", "Sekretaris Daerah");
    private static readonly DateOnly Today = DateOnly.FromDateTime(Seed.Now.UtcDateTime);
    private static readonly InitialOffice[] Offices = [new("Sekretariat", "Sekretariat", ""), new("Sekretaris Daerah", "Sekda", "")];
    private static readonly Finding Warning = new(FindingKind.UnevenCoverage, "tidak merata") { Month = new RosterMonth(2016, 5) };
    private static readonly Finding Error = new(FindingKind.MissingAssignment, "kosong") { RowIndex = 0 };

    [Fact]
    public void Submit_ACompleteDraft_FreezesItAndAsksForTheFirstInitial()
    {
        var draft = Submitted();

        Assert.Equal(ScheduleStatus.Submitted, draft.Status);
        Assert.Equal("Sekretariat", draft.Submission!.Next!.Office.Office);
        Assert.Throws<InvalidOperationException>(() => draft.Apply([], Seed.Gazetteer, Seed.Now));
        Assert.Throws<EditRefusedException>(() => draft.Reword(draft.Text, Seed.Now));
        Assert.Throws<EditRefusedException>(() => draft.Submit(Sari, "", Offices, [], Seed.Now));
    }

    [Fact]
    public void Submit_WithAnError_IsRefused() =>
        Assert.Equal("1 temuan berat harus diperbaiki lebih dahulu.", Refusal(() => Draft().Submit(Sari, "", Offices, [Error], Seed.Now)));

    [Fact]
    public void Submit_WithoutTheWordsOfTheInstruction_IsRefused()
    {
        var draft = Draft();
        draft.Reword(draft.Text with { Dicta = [] }, Seed.Now);

        Assert.Equal("Naskah Instruksi belum lengkap: diktum belum diisi.", Refusal(() => draft.Submit(Sari, "", Offices, [], Seed.Now)));
    }

    [Fact]
    public void GiveInitial_OutOfTurn_IsRefused()
    {
        var draft = Submitted();

        Assert.Contains("bukan giliran", Refusal(() => draft.GiveInitial(Sekda, 1, Seed.Now)), StringComparison.Ordinal);
        draft.GiveInitial(Sari, 0, Seed.Now);
        Assert.Contains("bukan giliran", Refusal(() => draft.GiveInitial(Sari, 0, Seed.Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void Return_WithAReason_MakesItADraftAndKeepsTheAttempt()
    {
        var draft = Submitted();
        Assert.Throws<EditRefusedException>(() => draft.Return(Sekda, "  ", Seed.Now));
        draft.Return(Sekda, "Baris 12 keliru.", Seed.Now);

        Assert.Equal(ScheduleStatus.Draft, draft.Status);
        Assert.Equal(("Sekretaris Daerah", "Baris 12 keliru."), (draft.Submission!.ReturnedBy, draft.Submission.ReturnReason));
        draft.Submit(Sari, "", Offices, [], Seed.Now.AddMinutes(1));
        Assert.Equal(2, draft.Submissions.Count);
        Assert.Null(draft.Submission!.Initials[0].At);
    }

    [Fact]
    public void Issue_WithoutEveryInitial_IsRefused()
    {
        var draft = Submitted();
        draft.GiveInitial(Sari, 0, Seed.Now);

        Assert.Equal("Paraf Sekretaris Daerah belum ada.", Refusal(() => Issue(draft)));
    }

    [Fact]
    public void Issue_AWarningWithoutAReason_IsRefusedUntilItHasOne()
    {
        var draft = Initialled();

        Assert.StartsWith("1 peringatan belum beralasan.", Refusal(() => Issue(draft, findings: [Warning])), StringComparison.Ordinal);
        draft.Reason([Warning], "Jumlah jabatan memang lebih banyak daripada kecamatan.", Sari, Seed.Now);
        Issue(draft, findings: [Warning]);

        Assert.Equal(ScheduleStatus.Issued, draft.Status);
    }

    [Fact]
    public void Issue_AReasonGivenForAnotherMonth_DoesNotCount()
    {
        var draft = Initialled();
        draft.Reason([Warning with { Month = new RosterMonth(2016, 6) }], "alasan", Sari, Seed.Now);

        Assert.Throws<EditRefusedException>(() => Issue(draft, findings: [Warning]));
    }

    [Fact]
    public void Issue_AnErrorFoundAfterSubmission_IsRefused() =>
        Assert.Throws<EditRefusedException>(() => Issue(Initialled(), findings: [Error]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10_000, 0)]
    [InlineData(118, 1)]
    [InlineData(118, -1)]
    public void Issue_AnImpossibleNumberOrDate_IsRefused(int number, int daysFromToday) =>
        Assert.Throws<EditRefusedException>(() => Issue(Initialled(), number, Today.AddDays(daysFromToday)));

    [Fact]
    public void Issue_EverythingInPlace_SealsTheContentForGood()
    {
        var draft = Initialled();
        Issue(draft);

        Assert.Equal(ContentSeal.Of(draft.Title, draft.ToAnnex(), draft.Instruction!), draft.Seal);
        Assert.Equal((12, Today), (draft.Instruction!.Number, draft.Instruction.IssuedOn));
        Assert.Throws<InvalidOperationException>(() => draft.Issue(draft.Instruction, Seed.Now));
        Assert.Throws<EditRefusedException>(() => draft.Reason([Warning], "x", Sari, Seed.Now));
        Assert.Throws<EditRefusedException>(() => draft.Return(Sekda, "x", Seed.Now));
    }

    [Fact]
    public void Paginate_AnIssuedAnnex_GivesEachPageItsRowsAndCode()
    {
        var issued = Initialled();
        Assert.Throws<InvalidOperationException>(() => issued.Paginate([(0, 92)]));
        Issue(issued);
        Assert.Throws<ArgumentException>(() => issued.Paginate([(0, 10), (12, 92)]));
        Assert.Throws<ArgumentException>(() => Issued().Paginate([(0, 91)]));

        issued = Issued();
        issued.Paginate([(0, 40), (41, 92), (93, 92)]);

        Assert.Equal([(1, 0, 40), (2, 41, 92), (3, 93, 92)], issued.Pages.Select(page => (page.Number, page.FirstRow, page.LastRow)));
        Assert.Equal(PageCode.Of(issued.Seal!, 2), issued.Pages[1].Code);
        Assert.True(issued.HasItsPages);
        Assert.False(Issued().HasItsPages);
        Assert.Throws<InvalidOperationException>(() => issued.Paginate([(0, 92)]));
    }

    [Fact]
    public void Amendment_OfAnAnnexInForce_StartsWithItsRowsAndTheWordsThatAmendIt()
    {
        var issued = Initialled();
        Issue(issued);
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now);

        Assert.Equal(issued.Id, amendment.AmendsId);
        Assert.Equal(issued.Rows.Select(row => (Guid?)row.Id), amendment.Rows.Select(row => row.CopiedFromId));
        Assert.Equal(
            $"PERUBAHAN ATAS INSTRUKSI GUBERNUR NOMOR 12 TAHUN {Today.Year} TENTANG PELAKSANAAN KERJA BHAKTI",
            amendment.Text.Subject
        );
        Assert.Equal(issued.Instruction!.Text.Addressees, amendment.Text.Addressees);
        Assert.Equal(AmendmentWay.Whole, amendment.Text.Amends);
        Assert.DoesNotContain("Menghadiri.", amendment.Text.Dicta);
        issued.Amend(new Instruction(amendment.Text, 13, Today), Seed.Now);
        Assert.Equal(
            (ScheduleStatus.Amended, $"Instruksi Gubernur 13/{Today.Year}", Today),
            (issued.Status, issued.EndedBy, issued.EndedOn)
        );
        Assert.Throws<EditRefusedException>(() => Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now));
    }

    [Fact]
    public void Amendment_OfAnAnnexWithReasons_KeepsThemForTheSameWarningsAndNoOther()
    {
        var issued = Initialled();
        issued.Reason([Warning], "Jabatan lebih banyak daripada kecamatan.", Sari, Seed.Now);
        Issue(issued, findings: [Warning]);
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now.AddDays(1));

        var reason = amendment.ReasonFor(Warning);
        Assert.Equal(
            ("Jabatan lebih banyak daripada kecamatan.", "Sari", Seed.Now, $"Instruksi Gubernur 12/{Today.Year}"),
            (reason!.Text, reason.By, reason.At, reason.From)
        );
        Assert.Null(amendment.ReasonFor(Warning with { Month = new RosterMonth(2016, 6) }));
        Assert.Null(issued.ReasonFor(Warning)!.From);
    }

    [Fact]
    public void Amendment_ThatChangesNothingOrDoesNotSayWhatItAmends_IsRefused()
    {
        var issued = Issued();
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now);

        Assert.Contains("belum mengubah apa pun", Refusal(() => Submit(Between(issued, amendment))), StringComparison.Ordinal);
        Write(amendment, "Gambir");
        amendment.Reword(amendment.Text with { Subject = "PELAKSANAAN KERJA BHAKTI" }, Seed.Now);
        Assert.Contains(
            "harus diawali 'PERUBAHAN ATAS INSTRUKSI GUBERNUR NOMOR 12",
            Refusal(() => Submit(Between(issued, amendment))),
            StringComparison.Ordinal
        );
        amendment.Reword(amendment.Text with { Subject = Between(issued, amendment).Amended.Subject, Amends = null }, Seed.Now);
        Assert.Equal(AmendmentWay.Whole, amendment.Text.Amends);
        Assert.Throws<InvalidOperationException>(() => amendment.Submit(Sari, "", Offices, [], Seed.Now));
        Submit(Between(issued, amendment));
        Assert.Equal(ScheduleStatus.Submitted, amendment.Status);

        void Submit(Amendment what) => amendment.Submit(Sari, "", Offices, [], Seed.Now, what);
    }

    [Theory]
    [InlineData(AmendmentWay.Whole, "diubah sehingga menjadi sebagaimana tercantum dalam Lampiran Instruksi Gubernur ini.")]
    [InlineData(AmendmentWay.Changes, "a. Baris 1, Asisten Pemerintahan, Mei: semula Jatinegara menjadi Gambir.")]
    public void Issue_AnAmendment_SealsTheDictumThatAmendsTheAnnex(AmendmentWay way, string words)
    {
        var issued = Issued();
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now);
        Write(amendment, "Gambir");
        amendment.Reword(amendment.Text with { Amends = way }, Seed.Now);
        var what = Between(issued, amendment);
        amendment.Submit(Sari, "", Offices, [], Seed.Now, what);
        amendment.GiveInitial(Sari, 0, Seed.Now);
        amendment.GiveInitial(Sekda, 1, Seed.Now);
        amendment.Issue(13, Today, [], Today, madeOn: Today, Seed.Now, what);

        Assert.StartsWith(
            way == AmendmentWay.Whole
                ? "Lampiran Instruksi Gubernur Nomor 12"
                : "Beberapa ketentuan dalam Lampiran Instruksi Gubernur Nomor 12",
            amendment.Instruction!.Dicta[0],
            StringComparison.Ordinal
        );
        Assert.Contains(words, amendment.Instruction.Dicta[0], StringComparison.Ordinal);
        Assert.Equal(3, amendment.Instruction.Dicta.Count);
        Assert.Null(amendment.Text.Amends);
        Assert.Equal(ContentSeal.Of(amendment.Title, amendment.ToAnnex(), amendment.Instruction), amendment.Seal);
    }

    [Fact]
    public void Issue_AnAmendmentFromALaterDay_SealsTheDateInItsClosingAndEndsTheOtherThatDay()
    {
        var issued = Issued();
        var effect = Today.AddMonths(1);
        var amendment = Amended(issued);
        var what = Between(issued, amendment);
        amendment.Issue(13, Today, [], Today, madeOn: Today, Seed.Now, what, effect);
        issued.Amend(amendment.Instruction!, Seed.Now);

        Assert.Equal((Today, effect), (amendment.Instruction!.IssuedOn, amendment.Instruction.EffectiveOn));
        Assert.Equal(effect, issued.EndedOn);
        Assert.StartsWith("Instruksi ini mulai berlaku pada tanggal ", amendment.Instruction.Closing, StringComparison.Ordinal);
        Assert.DoesNotContain("ditetapkan", amendment.Instruction.Closing, StringComparison.Ordinal);
        Assert.NotEqual(
            amendment.Seal,
            ContentSeal.Of(amendment.Title, amendment.ToAnnex(), new Instruction(amendment.Instruction.Text, 13, Today))
        );

        // The words of the next amendment begin with the day of signing again, and it is in force no earlier than this one.
        var next = Schedule.AmendmentOf(amendment, [issued.Instruction!, amendment.Instruction], Seed.Now);
        Assert.EndsWith("pada tanggal ditetapkan.", next.Text.Closing, StringComparison.Ordinal);
        Assert.Contains(
            "baru berlaku mulai",
            Refusal(() => amendment.Revoke(45, Today, "alasan", Today, Seed.Now)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Issue_AnAmendmentFromADayThatCannotBe_IsRefused()
    {
        var issued = Issued();
        var amendment = Amended(issued);
        var what = Between(issued, amendment);

        Assert.Contains("mendahului tanggal penetapan", Issue(Today.AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains("melewati bulan terakhir", Issue(Today.AddYears(20)), StringComparison.Ordinal);
        var unnamed = Amended(issued, closing: "Instruksi ini wajib dilaksanakan.");
        Assert.Contains(
            "'mulai berlaku pada tanggal ditetapkan'",
            Refusal(() => unnamed.Issue(13, Today, [], Today, madeOn: Today, Seed.Now, what, Today.AddDays(1))),
            StringComparison.Ordinal
        );

        string Issue(DateOnly effect) => Refusal(() => amendment.Issue(13, Today, [], Today, madeOn: Today, Seed.Now, what, effect));
    }

    [Fact]
    public void Reason_OfAWarningOfARow_StaysWithTheRowHoweverRowsAreAddedMovedAndRemoved()
    {
        var draft = Draft();
        var rows = draft.Rows.OrderBy(row => row.Order).ToList();
        var warning = new Finding(FindingKind.DuplicateLabel, "dua kali") { RowIndex = 10 };
        draft.Reason([warning], "Kepala dan wakil kepala.", Sari, Seed.Now);

        draft.Apply(
            [
                new ScheduleEdit.Add(0, "Baris baru") { RowId = Guid.NewGuid() },
                new ScheduleEdit.Add(0, "Baris baru lagi") { RowId = Guid.NewGuid() },
                new ScheduleEdit.Remove { RowId = rows[3].Id },
            ],
            Seed.Gazetteer,
            Seed.Now
        );

        Assert.NotNull(draft.ReasonFor(warning with { RowIndex = 11 }));
        Assert.Null(draft.ReasonFor(warning));
        draft.Apply([new ScheduleEdit.Move(20) { RowId = rows[10].Id }], Seed.Gazetteer, Seed.Now);
        Assert.NotNull(draft.ReasonFor(warning with { RowIndex = 20 }));

        // Another row in its place is another warning.
        draft.Apply([new ScheduleEdit.Remove { RowId = rows[10].Id }], Seed.Gazetteer, Seed.Now);
        Assert.Null(draft.ReasonFor(warning with { RowIndex = 20 }));
    }

    [Fact]
    public void Reason_OfAWarningOfARow_ComesAlongToTheAmendment()
    {
        var issued = Initialled();
        var warning = new Finding(FindingKind.DuplicateLabel, "dua kali") { RowIndex = 10 };
        issued.Reason([warning], "Kepala dan wakil kepala.", Sari, Seed.Now);
        Issue(issued, findings: [warning]);
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now);

        Assert.Equal("Kepala dan wakil kepala.", amendment.ReasonFor(warning)?.Text);
        amendment.Apply([new ScheduleEdit.Add(0, "Baris baru") { RowId = Guid.NewGuid() }], Seed.Gazetteer, Seed.Now);
        Assert.NotNull(amendment.ReasonFor(warning with { RowIndex = 11 }));
    }

    /// <summary>An amendment of one cell that has its initials.</summary>
    private static Schedule Amended(Schedule issued, string closing = "Instruksi ini mulai berlaku pada tanggal ditetapkan.")
    {
        var amendment = Schedule.AmendmentOf(issued, [issued.Instruction!], Seed.Now);
        Write(amendment, "Gambir");
        amendment.Reword(amendment.Text with { Closing = closing }, Seed.Now);
        amendment.Submit(Sari, "", Offices, [], Seed.Now, Between(issued, amendment));
        amendment.GiveInitial(Sari, 0, Seed.Now);
        amendment.GiveInitial(Sekda, 1, Seed.Now);
        return amendment;
    }

    private static void Write(Schedule draft, string text)
    {
        var row = draft.Rows.OrderBy(row => row.Order).First();
        var month = draft.Period.First;
        var edit = new ScheduleEdit.WriteCell(month, row.CellOf(month).AsPrinted, text) { RowId = row.Id };
        Assert.Single(draft.Apply([edit], Seed.Gazetteer, Seed.Now).Changes);
    }

    private static Amendment Between(Schedule issued, Schedule amendment) =>
        new(
            AmendedInstruction.Of([issued.Instruction!]),
            AnnexDifference.Between(AnnexVersion.Of(issued.ToAnnex()), AnnexVersion.Of(amendment.ToAnnex()))
        );

    [Fact]
    public void Revoke_AnAnnexInForce_NeedsNumberDateAndReason()
    {
        var issued = Initialled();
        Issue(issued);

        Assert.Throws<EditRefusedException>(() => issued.Revoke(0, Today, "alasan", Today, Seed.Now));
        Assert.Throws<EditRefusedException>(() => issued.Revoke(45, Today.AddDays(-1), "alasan", Today, Seed.Now));
        Assert.Throws<EditRefusedException>(() => issued.Revoke(45, Today, " ", Today, Seed.Now));
        issued.Revoke(45, Today, "Kegiatan dihentikan.", Today, Seed.Now);
        Assert.Equal((ScheduleStatus.Revoked, "Kegiatan dihentikan."), (issued.Status, issued.EndReason));
        Assert.Throws<EditRefusedException>(() => issued.Revoke(46, Today, "lagi", Today, Seed.Now));
    }

    [Fact]
    public void Seal_AnyOtherContent_IsAnotherSeal()
    {
        var issued = Initialled();
        Issue(issued);
        var annex = issued.ToAnnex();
        var row = annex.Rows[0];
        var instruction = issued.Instruction!;
        string[] seals =
        [
            issued.Seal!,
            ContentSeal.Of(issued.Title + " ", annex, instruction),
            ContentSeal.Of(issued.Title, annex with { Rows = [.. annex.Rows.Skip(1)] }, instruction),
            ContentSeal.Of(issued.Title, annex with { Rows = [row with { Label = row.Label + "s" }, .. annex.Rows.Skip(1)] }, instruction),
            ContentSeal.Of(issued.Title, annex with { Rows = [row with { Number = 2 }, .. annex.Rows.Skip(1)] }, instruction),
            ContentSeal.Of(issued.Title, annex, new Instruction(instruction.Text, 13, instruction.IssuedOn)),
            ContentSeal.Of(issued.Title, annex, new Instruction(instruction.Text with { Dicta = ["Lain."] }, 12, instruction.IssuedOn)),
        ];

        Assert.Equal(seals.Length, seals.Distinct().Count());
    }

    private static Schedule Draft()
    {
        var draft = Schedule.FromAnnex(
            "JADWAL",
            Seed.Annex,
            [.. Seed.Annex.Rows.Select(_ => (KerjaBhakti.Roster.Positions.Position?)null)],
            Seed.Now
        );
        draft.Reword(
            new InstructionText
            {
                Authority = "Gubernur",
                Subject = "PELAKSANAAN KERJA BHAKTI",
                Opening = "Dalam rangka",
                Addressees = "Para Pejabat",
                Dicta = ["Menghadiri."],
                Closing = "Mulai berlaku.",
                Place = "Jakarta",
                Signatory = new Signatory("Gubernur", "Sekretaris Daerah", "Saefullah", ""),
            },
            Seed.Now
        );
        return draft;
    }

    private static Schedule Submitted()
    {
        var draft = Draft();
        draft.Submit(Sari, "", Offices, [Warning], Seed.Now);
        return draft;
    }

    private static Schedule Initialled()
    {
        var draft = Submitted();
        draft.GiveInitial(Sari, 0, Seed.Now);
        draft.GiveInitial(Sekda, 1, Seed.Now);
        return draft;
    }

    private static Schedule Issued()
    {
        var issued = Initialled();
        Issue(issued);
        return issued;
    }

    private static void Issue(Schedule draft, int number = 12, DateOnly? on = null, IReadOnlyList<Finding>? findings = null) =>
        draft.Issue(number, on ?? Today, findings ?? [], Today, madeOn: Today, Seed.Now);

    private static string Refusal(Action act) => Assert.Throws<EditRefusedException>(act).Message;
}
