using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reconciliation;

namespace KerjaBhakti.Wakatobi.Tests.Reconciliation;

public class StatementImportTests
{
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly DateOnly Today = new(2024, 7, 1);
    private static readonly StatementContext Nothing = new([], new DateOnly(2024, 1, 1), ClosedThrough: null, Today);

    [Fact]
    public void Judge_LinesThatFollow_AreNewWithTheBalancesAround()
    {
        var preview = StatementImport.Judge(
            Sheet(Row(3, incoming: 500_00, balance: 1_500_00), Row(5, outgoing: 200_00, balance: 1_300_00)),
            Nothing
        );

        Assert.True(preview.CanBeStored);
        Assert.Equal((new Rupiah(1000), new Rupiah(1300)), (preview.Opening, preview.Closing));
        Assert.Equal([new Rupiah(500), new Rupiah(-200)], preview.Lines.Select(line => line.Line!.Net));
    }

    [Fact]
    public void Judge_ALineThatDoesNotAddUp_IsNamedAndNothingCanBeStored()
    {
        var preview = StatementImport.Judge(
            Sheet(
                Row(3, incoming: 500_00, balance: 1_500_00),
                Row(5, outgoing: 200_00, balance: 1_200_00),
                Row(6, incoming: 1_00, balance: 1_201_00)
            ),
            Nothing
        );

        Assert.False(preview.CanBeStored);
        var wrong = Assert.Single(preview.Lines, line => line.Verdict == StatementVerdict.Error);
        Assert.Equal(
            "Baris 5: saldo Rp1.200 tidak cocok; Rp1.500 ditambah Rp0 dikurangi Rp200 adalah Rp1.300, selisih -Rp100. "
                + "Periksa apakah ada baris yang hilang atau salah.",
            wrong.Sentence
        );
        Refused.With([wrong.Sentence], () => BankStatement.Import("a.csv", preview, Finance, default));
    }

    [Fact]
    public void Judge_TheNewestFirst_IsTurnedAndSaid()
    {
        var preview = StatementImport.Judge(
            Sheet(Row(5, outgoing: 200_00, balance: 1_300_00), Row(3, incoming: 500_00, balance: 1_500_00)),
            Nothing
        );

        Assert.True(preview.CanBeStored);
        Assert.Equal([3, 5], preview.Lines.Select(line => line.Row.On!.Value.Day));
        Assert.Contains(preview.Remarks, remark => remark.Contains("dari mutasi terbaru", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_SwappedColumns_AreNoticed()
    {
        var preview = StatementImport.Judge(
            Sheet(
                Row(3, incoming: 500_00, balance: 1_500_00),
                Row(5, incoming: 200_00, balance: 1_300_00),
                Row(6, outgoing: 50_00, balance: 1_350_00)
            ),
            Nothing
        );

        Assert.Contains(preview.Problems, problem => problem.Contains("tertukar", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_TheSameFileAgain_AddsNothing_AndAFileThatOverlapsOnlyTheRest()
    {
        var first = Sheet(
            Row(3, incoming: 500_00, balance: 1_500_00),
            Row(3, outgoing: 500_00, balance: 1_000_00),
            Row(3, incoming: 500_00, balance: 1_500_00)
        );
        var stored = BankStatement.Import("a.csv", StatementImport.Judge(first, Nothing), Finance, default).Lines;
        var context = Nothing with { Stored = [.. stored] };

        var again = StatementImport.Judge(first, context);
        Assert.False(again.CanBeStored);
        Assert.Equal(3, again.CountOf(StatementVerdict.Same));
        Refused.With("Semua baris rekening koran ini sudah tercatat; tidak ada yang ditambahkan.", () =>
            BankStatement.Import("a.csv", again, Finance, default)
        );

        var longer = StatementImport.Judge(first with { Rows = [.. first.Rows, Row(9, outgoing: 100_00, balance: 1_400_00)] }, context);
        Assert.Equal((3, 1), (longer.CountOf(StatementVerdict.Same), longer.CountOf(StatementVerdict.New)));
        Assert.Equal(9, Assert.Single(BankStatement.Import("b.csv", longer, Finance, default).Lines).On.Day);
    }

    [Fact]
    public void Judge_Sen_AreLeftOutSoThatBalancesStillAddUp()
    {
        var preview = StatementImport.Judge(
            Sheet(
                Row(3, incoming: 12_60, balance: 1_012_60),
                Row(3, outgoing: 2_52, balance: 1_010_08),
                Row(4, incoming: 500_00, balance: 1_510_08),
                Row(5, incoming: 40, balance: 1_510_48)
            ),
            Nothing
        );

        Assert.True(preview.CanBeStored);
        Assert.Equal([12L, -2, 500], preview.Lines.Select(line => line.Line).OfType<StatementLine>().Select(line => line.Net.Amount));
        Assert.Contains("jumlahnya Rp12.", preview.Lines[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(StatementVerdict.Nothing, preview.Lines[3].Verdict);
        Assert.Equal(new Rupiah(1510), preview.Closing);
        Assert.Null(StatementRun.Of(preview.Opening, preview.Lines.Select(line => line.Line).OfType<StatementLine>()).Broken);
    }

    [Fact]
    public void Judge_WhatCannotBe_IsRefusedRowByRow()
    {
        var context = Nothing with { ClosedThrough = new DateOnly(2024, 5, 31) };
        var preview = StatementImport.Judge(
            Sheet(
                Row(3, incoming: 1_00, balance: 1_001_00) with
                {
                    On = new DateOnly(2023, 12, 31),
                },
                Row(3, incoming: 1_00, balance: 1_002_00) with
                {
                    On = new DateOnly(2024, 5, 3),
                },
                Row(3, incoming: 1_00, balance: 1_003_00),
                Row(2, incoming: 1_00, balance: 1_004_00),
                Row(2, incoming: 1_00, balance: 1_005_00) with
                {
                    On = new DateOnly(2024, 7, 2),
                }
            ),
            context
        );

        Assert.Equal(
            [
                "Baris 3: tanggal 31 Desember 2023 sebelum buku dimulai, 1 Januari 2024.",
                "Baris 3: Mei 2024 sudah ditutup; rekening korannya tidak bertambah lagi.",
                "Baru.",
                "Baris 2: tanggal 2 Juni 2024 lebih awal daripada baris sebelumnya, 3 Juni 2024.",
                "Baris 2: tanggal 2 Juli 2024 belum tiba.",
            ],
            preview.Lines.Select(line => line.Sentence)
        );
    }

    [Fact]
    public void Remove_OnlyWhileItsMonthsAreOpenAndWithAReason()
    {
        var statement = BankStatement.Import(
            "a.csv",
            StatementImport.Judge(Sheet(Row(3, incoming: 1_00, balance: 1_001_00)), Nothing),
            Finance,
            default
        );

        Refused.With("Juni 2024 sudah ditutup; rekening koran yang menutupnya tidak dihapus.", () =>
            statement.Remove("Salah", new DateOnly(2024, 6, 30), Finance, default)
        );
        Refused.With("Alasan harus diisi, paling panjang 500 huruf.", () => statement.Remove(" ", closedThrough: null, Finance, default));
        statement.Remove("Rekening lain", new DateOnly(2024, 5, 31), Finance, default);
        Assert.Equal((Finance, "Rekening lain"), (statement.RemovedBy, statement.RemovalReason));
        Refused.With("Impor rekening koran itu sudah dihapus.", () => statement.Remove("Lagi", closedThrough: null, Finance, default));
    }

    private static StatementSheet Sheet(params StatementRow[] rows) => new(rows, Opening: null, Closing: null, []);

    private static StatementRow Row(int day, long incoming = 0, long outgoing = 0, long balance = 0) =>
        new(day, new DateOnly(2024, 6, day), "TRF", string.Empty, incoming, outgoing, balance);
}
