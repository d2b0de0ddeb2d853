using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>One step of a substitution's way, done or waited for.</summary>
/// <param name="Icon">Its icon.</param>
/// <param name="Title">What was or is to be done.</param>
/// <param name="By">By whom and when; empty while it is waited for.</param>
/// <param name="Note">What was said; may be empty.</param>
/// <param name="IsDue">Whether it is waited for.</param>
public sealed record SubstitutionStep(string Icon, string Title, string By, string Note, bool IsDue = false)
{
    /// <summary>The key of the post whose letter is behind it; null where none is.</summary>
    public int? Letter { get; init; }
}

/// <summary>A substitution's way from proposal to its end, in words.</summary>
public static class SubstitutionHistory
{
    /// <summary>Every step so far and the ones still to come, in order.</summary>
    public static IEnumerable<SubstitutionStep> Of(SubstitutionView view)
    {
        var substitution = view.Substitution;
        yield return new SubstitutionStep(
            "draft",
            "Diusulkan",
            Signed(substitution.ProposedBy.Name, substitution.ProposedAt),
            substitution.Reason
        );
        foreach (var side in substitution.Consents.OrderBy(side => side.At ?? DateTimeOffset.MaxValue))
        {
            if (side.At is { } at)
            {
                yield return new SubstitutionStep(
                    "success",
                    $"Disepakati {view.NameOf(side)}{(side.LetterId is null ? string.Empty : " dengan surat")}",
                    Signed(side.By!, at),
                    string.Empty
                )
                {
                    Letter = side.LetterId is null ? null : side.PositionId,
                };
            }
            else if (view.IsPending)
            {
                yield return new SubstitutionStep("submitted", $"Kesepakatan {view.NameOf(side)}", string.Empty, string.Empty, IsDue: true);
            }
        }

        if (substitution.ApprovedAt is { } approved)
        {
            yield return new SubstitutionStep("issued", "Disetujui", Signed(substitution.ApprovedBy!, approved), string.Empty);
        }
        else if (view.IsPending)
        {
            yield return new SubstitutionStep(
                "submitted",
                $"Persetujuan {Served.Secretary}",
                string.Empty,
                string.Empty,
                substitution.Status == SubstitutionStatus.Accepted
            );
        }

        if (substitution.EndedAt is { } ended)
        {
            var (icon, word) = substitution.Status switch
            {
                SubstitutionStatus.Declined => ("error", "Ditolak"),
                SubstitutionStatus.Withdrawn => ("amended", "Ditarik"),
                _ => ("revoked", $"Dibatalkan mulai {Indonesian.DateInFull(substitution.RevokedFrom!.Value)}"),
            };
            yield return new SubstitutionStep(icon, word, Signed(substitution.EndedBy!, ended), substitution.EndReason ?? string.Empty);
        }
        else if (view.Void is { } problem)
        {
            yield return new SubstitutionStep("revoked", "Gugur", string.Empty, problem);
        }
    }

    private static string Signed(string name, DateTimeOffset at) => $"{name}, {Indonesian.Moment(at)}";
}
