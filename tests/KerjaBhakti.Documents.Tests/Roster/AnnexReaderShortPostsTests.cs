using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>Annexes whose rows are labelled with short names of posts.</summary>
public sealed class AnnexReaderShortPostsTests
{
    [Fact]
    public void InFull_OfShortNames_WritesThePostsAndSaysWhichWithTheirRows()
    {
        var file = Read("Satpol. PP", "Biro Umum", "dinkes");

        Assert.True(file.HasShortPosts(Seed.Aliases));
        var full = file.InFull(Seed.Aliases);
        Assert.Equal(["Satuan Polisi Pamong Praja", "Biro Umum", "Dinas Kesehatan"], full.Annex.Rows.Select(row => row.Label));
        Assert.Equal(file.Annex.Rows.SelectMany(row => row.Cells), full.Annex.Rows.SelectMany(row => row.Cells));
        Assert.Equal(
            "Singkatan jabatan ditulis lengkap: 'Satpol. PP' (baris 2 berkas) menjadi Satuan Polisi Pamong Praja; 'dinkes' (baris 4 berkas) menjadi Dinas Kesehatan.",
            full.Remarks[^1]
        );
    }

    [Fact]
    public void InFull_OfMoreThanTen_NamesTenAndCountsTheRest() =>
        Assert.EndsWith(
            "'BKD' (baris 11 berkas) menjadi Badan Kepegawaian Daerah; dan 2 lainnya.",
            Read([.. Enumerable.Repeat("BKD", 12)]).InFull(Seed.Aliases).Remarks[^1],
            StringComparison.Ordinal
        );

    [Fact]
    public void InFull_WithoutShortNames_IsTheFileItself()
    {
        var file = Read("Biro Umum", "Satpol");

        Assert.Same(file, file.InFull(Seed.Aliases));
        Assert.Same(file, file.InFull(PostAliases.None));
        Assert.False(file.HasShortPosts(Seed.Aliases));
    }

    [Fact]
    public void InFull_OfAPostThatStandsThereInFullToo_LetsTheAuditorSeeItTwice() =>
        Assert.Contains(new AnnexAuditor(Seed.Gazetteer).Audit(Read("Dinkes", "Dinas Kesehatan").InFull(Seed.Aliases).Annex), finding =>
            finding.Kind == FindingKind.DuplicateLabel
        );

    private static AnnexFile Read(params string[] labels) =>
        AnnexReader.Read(
            new MemoryStream(
                Encoding.UTF8.GetBytes(
                    "No;Jabatan/SKPD/UKPD;Mei;Juni\n"
                        + string.Join('\n', labels.Select((label, index) => $"{index + 1};{label};Menteng;Gambir"))
                )
            ),
            "lampiran-2016.csv",
            Seed.Gazetteer,
            year: null,
            defaultYear: 2016
        );
}
