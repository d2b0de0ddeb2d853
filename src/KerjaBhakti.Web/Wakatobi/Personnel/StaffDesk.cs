using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Personnel;

/// <summary>The register of staff: who may share in fees, how they are employed and where their money is sent.</summary>
public sealed class StaffDesk(FundWork work)
{
    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<StaffMember>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<StaffMember>>(
            user,
            Access.ReadFund,
            async db =>
                [
                    .. (await AllAsync(db, cancellationToken))
                        .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                        .ThenBy(member => member.Number, StringComparer.Ordinal),
                ],
            cancellationToken
        );

    /// <summary>Somebody; null where there is none.</summary>
    public Task<StaffMember?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            db => db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id, cancellationToken),
            cancellationToken
        );

    /// <summary>A list to fill in, with everybody who is in the register.</summary>
    public Task<byte[]> TemplateAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.EnterFund,
            async db =>
                StaffFile.Template([
                    .. (await AllAsync(db, cancellationToken))
                        .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                        .Select(member => member.Facts),
                ]),
            cancellationToken
        );

    /// <summary>Enters somebody.</summary>
    /// <returns>The key.</returns>
    /// <exception cref="FundRefusedException">Something cannot be, or the number belongs to somebody already.</exception>
    public Task<Guid> EnterAsync(ClaimsPrincipal user, StaffFacts facts, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var member = StaffMember.Enter(facts);
                var namesake = await step
                    .Db.StaffMembers.AsNoTracking()
                    .FirstOrDefaultAsync(other => other.NumberKey == member.NumberKey, cancellationToken);
                if (namesake is not null)
                {
                    throw new FundRefusedException($"Nomor pegawai {facts.Number} sudah dipakai {namesake.Name} ({namesake.Number}).");
                }

                Enter(step, member);
                return member.Id;
            },
            cancellationToken
        );

    /// <summary>Changes what the register says of somebody.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="id">The person.</param>
    /// <param name="seen">The revision the page showed.</param>
    /// <param name="facts">What it shall say; the number is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">Something cannot be, nothing would change, or somebody changed it meanwhile.</exception>
    public Task ChangeAsync(ClaimsPrincipal user, Guid id, int seen, StaffFacts facts, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var member = await step.Db.StaffMembers.FirstOrDefaultAsync(member => member.Id == id, cancellationToken)
                    ?? throw new FundRefusedException("Pegawai itu tidak ada.");
                FundWork.RequireSeen(seen, member.Revision);
                if (!Change(step, member, facts))
                {
                    throw new FundRefusedException("Tidak ada yang berubah.");
                }
            },
            cancellationToken
        );

    /// <summary>What the rows of a file mean for the register as it is now. Nothing is stored.</summary>
    public Task<StaffPreview> PreviewAsync(ClaimsPrincipal user, IReadOnlyList<StaffRow> rows, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.EnterFund,
            async db =>
            {
                var register = await AllAsync(db, cancellationToken);
                return new StaffPreview(StaffImport.Judge(rows, register), RevisionOf(register));
            },
            cancellationToken
        );

    /// <summary>Stores every row of a file, each with an audit entry of its own.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="seen">The revision of the register that the preview was made of.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>How many people were entered or changed.</returns>
    /// <exception cref="FundRefusedException">A row is in error, none would change anything, or somebody changed the register
    /// meanwhile.</exception>
    public Task<int> StoreAsync(ClaimsPrincipal user, IReadOnlyList<StaffRow> rows, int seen, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var register = await step.Db.StaffMembers.ToListAsync(cancellationToken);
                FundWork.RequireSeen(seen, RevisionOf(register));
                var lines = StaffImport.Judge(rows, register);
                if (lines.FirstOrDefault(line => line.Verdict == StaffVerdict.Error) is { } wrong)
                {
                    throw new FundRefusedException($"Baris {wrong.Row.Line}: {wrong.Sentence}");
                }

                var known = register.ToDictionary(member => member.NumberKey);
                var stored = 0;
                foreach (var facts in lines.Where(line => line.Verdict != StaffVerdict.Same).Select(line => line.Facts!))
                {
                    if (known.GetValueOrDefault(StaffNumber.KeyOf(facts.Number)) is { } member)
                    {
                        Change(step, member, facts);
                    }
                    else
                    {
                        Enter(step, StaffMember.Enter(facts));
                    }

                    stored++;
                }

                return stored > 0 ? stored : throw new FundRefusedException("Semua baris sudah tercatat; tidak ada yang perlu disimpan.");
            },
            cancellationToken
        );

    private static Task<List<StaffMember>> AllAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.StaffMembers.AsNoTracking().ToListAsync(cancellationToken);

    // Rises with everybody who is entered and every change.
    private static int RevisionOf(IEnumerable<StaffMember> register) => register.Sum(member => 1 + member.Revision);

    private static void Enter(FundStep step, StaffMember member)
    {
        step.Db.StaffMembers.Add(member);
        step.Note(FundActions.StaffEntered, member.Id, CaptionOf(member), after: StaffKinds.NameOf(member.Kind));
    }

    private static bool Change(FundStep step, StaffMember member, StaffFacts facts)
    {
        var changes = member.Change(facts);
        if (changes.Length > 0)
        {
            step.Note(FundActions.StaffChanged, member.Id, CaptionOf(member), after: changes);
        }

        return changes.Length > 0;
    }

    private static string CaptionOf(StaffMember member) => $"pegawai {member.Name} ({member.Number})";
}

/// <summary>What a list means for the register.</summary>
/// <param name="Lines">Each row with its verdict.</param>
/// <param name="Revision">The revision of the register.</param>
public sealed record StaffPreview(IReadOnlyList<StaffLine> Lines, int Revision)
{
    /// <summary>Whether it can be stored and would change anything.</summary>
    public bool CanBeStored =>
        Lines.All(line => line.Verdict != StaffVerdict.Error) && Lines.Any(line => line.Verdict != StaffVerdict.Same);
}
