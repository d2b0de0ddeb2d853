using System.Buffers.Text;
using System.Net.Mime;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Passkeys (WebAuthn): taken in, used, taken away. The framework's handler looks at what a device answers; what is stored, counted and
/// told is done here (decision 70).
/// </summary>
public sealed partial class Passkeys(
    AccountWork work,
    Sessions sessions,
    PasskeyChallenges challenges,
    IPasskeyHandler<PortalUser> handler,
    SecondFactorSettings settings,
    IDbContextFactory<PortalDbContext> contexts,
    ILogger<Passkeys> log
)
{
    /// <summary>Where a browser asks for a challenge to sign in with.</summary>
    public const string SignInPath = "/masuk/kunci";

    /// <summary>Where a browser asks for a challenge to take a key in with.</summary>
    public const string RegistrationPath = "/akun/kunci";

    // What devices send takes one or two thousand characters, with a certificate of theirs some more.
    private const int LongestAnswer = 20_000;

    // Of a reason for the log, in characters.
    private const int MostQuoted = 200;

    // Each view of the sign-in page asks for one, where the browser offers passkeys in the field of the address.
    private static readonly RequestLimit Limit = new("passkey", OfAddress: 120, OverAll: 600);

    /// <summary>Adds the two addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(SignInPath, async (HttpContext http, Passkeys keys) => Json(await keys.AskAsync(http)))
            .AllowAnonymous()
            .WithMetadata(Limit)
            .ExcludeFromDescription();
        routes
            .MapPost(RegistrationPath, async (HttpContext http, Passkeys keys) => await keys.OfferAsync(http))
            .RequireAuthorization()
            .ExcludeFromDescription();
    }

    /// <summary>The passkeys of the user, the oldest first.</summary>
    public async Task<IReadOnlyList<Passkey>> OwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(user.ToActor().Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .Passkeys.AsNoTracking()
            .Where(key => key.AccountId == id)
            .OrderBy(key => key.CreatedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes a passkey of the user in: what a device answered to the challenge that this browser has.</summary>
    /// <exception cref="AccountRefusedException">It cannot be taken in; the message says why.</exception>
    /// <exception cref="ConfirmationNeededException">The password has to be given again first.</exception>
    public async Task AddAsync(HttpContext http, string? name, string? answer)
    {
        var actor = OwnActor(http.User);
        var called = (name ?? string.Empty).Trim();
        if (called.Length is 0 or > Passkey.NameLength || called.Any(char.IsControl))
        {
            throw new AccountRefusedException($"Nama kunci harus diisi, paling panjang {Passkey.NameLength} karakter.");
        }

        if (challenges.Take(http, PasskeyUse.Registration) is not { } state)
        {
            throw new AccountRefusedException("Pendaftaran kunci sandi tadi sudah terlalu lama. Mulai lagi.");
        }

        var made = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = Bounded(answer),
                AttestationState = state,
            }
        );
        if (!made.Succeeded || made.UserEntity.Id != actor.Id || !made.Passkey.IsUserVerified)
        {
            Refused(Quoted(made.Failure?.Message ?? "not for this account"));
            throw new AccountRefusedException("Kunci sandi dari perangkat itu tidak dapat dipakai di portal ini. Coba perangkat lain.");
        }

        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(Guid.Parse(actor.Id));
            await settings.RequireShownAsync(work.Db, account.Id, actor.Right!.Session);
            if (await work.Db.Passkeys.CountAsync(key => key.AccountId == account.Id) >= Passkey.Most)
            {
                throw new AccountRefusedException($"Paling banyak {Passkey.Most} kunci sandi. Hapus dahulu yang tidak dipakai lagi.");
            }

            if (await work.Db.Passkeys.AnyAsync(key => key.CredentialId == made.Passkey.CredentialId))
            {
                throw new AccountRefusedException("Kunci sandi itu sudah terdaftar.");
            }

            work.Db.Passkeys.Add(
                new Passkey(
                    account.Id,
                    called,
                    Sessions.Now,
                    made.Passkey.CredentialId,
                    made.Passkey.PublicKey,
                    made.Passkey.SignCount,
                    made.Passkey.IsBackupEligible
                )
            );
            SignInDesk.Note(work.Db, SignInKind.MoreAdded, account, http);
            await work.RecordAsync(actor, AccountActions.PasskeyAdded, account, string.Empty, called);
        });
        await sessions.NoteMoreAsync(Guid.Parse(actor.Id), actor.Right!.Session, CancellationToken.None);
    }

    /// <summary>Takes a passkey of the user away, and ends every other sign-in: what was opened with it must not stay open.</summary>
    /// <exception cref="AccountRefusedException">There is none.</exception>
    /// <exception cref="ConfirmationNeededException">The password has to be given again first.</exception>
    public async Task RemoveAsync(HttpContext http, Guid id)
    {
        var actor = OwnActor(http.User);
        var own = Guid.Parse(actor.Id);
        await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(own);
            await settings.RequireShownAsync(work.Db, own, actor.Right!.Session);
            var key = await work.Db.Passkeys.SingleOrDefaultAsync(key => key.Id == id && key.AccountId == own)
                ?? throw new AccountRefusedException("Kunci sandi itu sudah tidak ada.");
            work.Db.Passkeys.Remove(key);
            SignInDesk.Note(work.Db, SignInKind.MoreRemoved, account, http);
            await work.RecordAsync(actor, AccountActions.PasskeyRemoved, account, key.Name);
        });
        await sessions.EndOthersAsync(own, actor.Right!.Session, SessionEnd.Owner, CancellationToken.None);
        sessions.ReadAgain(actor.Right.Session);
    }

    /// <summary>Looks at an answer to the challenge that this browser has. Nothing is stored yet.</summary>
    /// <returns>What was found; null where the browser has no challenge, or its time is over.</returns>
    internal async Task<PasskeyAnswer?> ReadAsync(HttpContext http, string? answer)
    {
        if (challenges.Take(http, PasskeyUse.SignIn) is not { } state)
        {
            return null;
        }

        var text = Bounded(answer);
        var found = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = text,
                AssertionState = state,
            }
        );
        if (!found.Succeeded)
        {
            Refused(Quoted(found.Failure.Message));
        }

        var id = CredentialIdOf(text);
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        var owner = await db
            .Passkeys.Where(key => key.CredentialId == id)
            .Join(db.Users, key => key.AccountId, account => account.Id, (_, account) => account)
            .AsNoTracking()
            .SingleOrDefaultAsync(http.RequestAborted);
        return new PasskeyAnswer(
            PasskeyChallenges.DigestOf(state),
            owner,
            // Attempts with a key that is nobody's are counted by what it calls itself.
            owner?.UserName ?? $"kunci sandi {Convert.ToHexStringLower(id)}",
            found.Succeeded && found.User.Id == owner?.Id ? found.Passkey : null
        );
    }

    /// <summary>Notes the use of a passkey whose answer was right, before somebody is signed in by it.</summary>
    /// <returns>
    /// Whether it may be used: it is there, its account is open, its counter went on, the challenge was not answered before.
    /// </returns>
    internal Task<bool> UseAsync(PasskeyAnswer answer) =>
        answer.Shown is not { } shown || answer.Owner is not { ClosedAt: null, IsEmptied: false } owner
            ? Task.FromResult(false)
            : work.DoAsync(async () =>
            {
                var account = await work.FindAsync(owner.Id);
                var key = await work.Db.Passkeys.SingleOrDefaultAsync(key =>
                    key.AccountId == account.Id && key.CredentialId == shown.CredentialId
                );
                if (
                    key is null
                    || account.ClosedAt is not null
                    || await work.Db.SignInSessions.AnyAsync(session => session.Challenge == answer.Challenge)
                )
                {
                    return false;
                }

                // By the key the owner has shown who it is, and is signed in only afterwards.
                var actor = new Actor(account.Id.ToString(), account.DisplayName);
                var goesOn = key.TryUse(Sessions.Now, shown.SignCount);
                await work.RecordAsync(
                    actor,
                    goesOn ? AccountActions.PasskeyUsed : AccountActions.PasskeyCopied,
                    account,
                    string.Empty,
                    key.Name
                );
                return goesOn;
            });

    private async Task<string> AskAsync(HttpContext http)
    {
        // Without an account: whoever asks is not told which keys somebody has, and the device offers those it knows for this address.
        var question = await handler.MakeRequestOptionsAsync(user: null, http);
        challenges.Give(http, PasskeyUse.SignIn, question.AssertionState!);
        return question.RequestOptionsJson;
    }

    private async Task<IResult> OfferAsync(HttpContext http)
    {
        var actor = http.User.ToActor();
        if (!await sessions.IsConfirmedAsync(http.User.SessionId() ?? Guid.Empty, http.RequestAborted))
        {
            // Before the device makes a key, not after: it would keep one that the portal does not know.
            return TypedResults.Json(
                new ConfirmFirst(ReturnPath.AddTo(ConfirmationNeededException.Page, "/akun/keamanan")),
                statusCode: StatusCodes.Status409Conflict
            );
        }

        var name = http.User.Identity!.Name!;
        var offer = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = actor.Id,
                Name = name,
                DisplayName = actor.Name,
            },
            http
        );
        challenges.Give(http, PasskeyUse.Registration, offer.AttestationState!);
        return Json(offer.CreationOptionsJson);
    }

    private static ContentHttpResult Json(string text) => TypedResults.Text(text, MediaTypeNames.Application.Json);

    private static Actor OwnActor(ClaimsPrincipal user) =>
        user.ToActor() with
        {
            Right = new ActingRight(user.SessionId() ?? throw new AccessDeniedException("no sign-in"), PortalRoles.All)
            {
                IsConfirmed = true,
            },
        };

    private static string Bounded(string? answer) => answer is { Length: > 0 and <= LongestAnswer } ? answer : "{}";

    // The handler quotes what a stranger sent: cut, and without what a console or a log would obey.
    private static string Quoted(string reason) =>
        JavaScriptEncoder.Default.Encode(reason.Length > MostQuoted ? reason[..MostQuoted] : reason);

    private static byte[] CredentialIdOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                ? Base64Url.DecodeFromChars(id.GetString())
                : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Kunci sandi ditolak: {Reason}")]
    private partial void Refused(string reason);

    private sealed record ConfirmFirst(string Konfirmasi);
}

/// <summary>What a passkey answered.</summary>
/// <param name="Challenge">By what the challenge is known.</param>
/// <param name="Owner">Whose key it is; null where it is nobody's.</param>
/// <param name="Name">The name the attempt is counted by.</param>
/// <param name="Shown">The key as it was shown; null where the answer is not right.</param>
internal sealed record PasskeyAnswer(string Challenge, PortalUser? Owner, string Name, UserPasskeyInfo? Shown);
