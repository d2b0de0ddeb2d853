using System.Globalization;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Proposals;

/// <summary>What a proposal for a draft is asked for.</summary>
/// <param name="Way">How what stands in the draft is treated.</param>
/// <param name="WithIslands">Whether the kecamatan of the institution's far city take part.</param>
/// <param name="Seed">Decides between proposals that are equally good.</param>
public sealed record ProposalQuestion(RotationWay Way, bool WithIslands = true, int Seed = 0)
{
    /// <summary>A way as addresses have it: <c>perbaiki</c>.</summary>
    public static string WordOf(RotationWay way) =>
        way switch
        {
            RotationWay.Fill => "lengkapi",
            RotationWay.Repair => "perbaiki",
            RotationWay.New => "baru",
            _ => throw new InvalidOperationException($"{way}"),
        };

    /// <summary>The way an address asks for; null where it asks for none.</summary>
    public static RotationWay? WayOf(string? word) =>
        Enum.GetValues<RotationWay>().Where(way => WordOf(way) == word).Select(way => (RotationWay?)way).FirstOrDefault();
}

/// <summary>
/// Which certificate is wanted: of a whole proposal for a draft as it was. A part of a proposal keeps no rule and has none.
/// </summary>
/// <param name="Question">What the proposal was asked for.</param>
/// <param name="Revision">The revision of the draft it was made for.</param>
/// <param name="Result">The hash of the annex that came out: a certificate of any other is not given.</param>
public sealed record CertificateQuestion(ProposalQuestion Question, int Revision, string Result)
{
    /// <summary>As the query of an address, without its question mark.</summary>
    public string ToQuery() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"cara={ProposalQuestion.WordOf(Question.Way)}&seribu={(Question.WithIslands ? "ikut" : "tidak")}&benih={Question.Seed}&revisi={Revision}&hasil={Uri.EscapeDataString(Result)}"
        );

    /// <summary>What the query of an address asks for; null where it is none of ours.</summary>
    public static CertificateQuestion? Read(IQueryCollection query) =>
        ProposalQuestion.WayOf(query["cara"]) is { } way
        && AddressValue.Number(query["benih"]) is { } seed
        && AddressValue.Number(query["revisi"]) is { } revision
            ? new CertificateQuestion(new ProposalQuestion(way, query["seribu"] != "tidak", seed), revision, query["hasil"].ToString())
            : null;
}
