using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>
/// A device that keeps one passkey, as WebAuthn level 3 describes it: real ES256 signatures over real authenticator data. What it says of
/// itself can be bent, for tests of what must be refused.
/// </summary>
internal sealed class SoftwareAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string user = string.Empty;

    /// <summary>The address of the page, as a browser names it.</summary>
    public required string Origin { get; set; }

    /// <summary>What its counter stands at; 0 where it keeps none.</summary>
    public uint Count { get; set; }

    /// <summary>Whether its user unlocked it.</summary>
    public bool IsUnlocked { get; set; } = true;

    /// <summary>The name the page is said to be of; null for what the portal asks for.</summary>
    public string? Domain { get; set; }

    /// <summary>Whether it signs something else than it is asked to.</summary>
    public bool SignsWrongly { get; set; }

    public void Dispose() => pair.Dispose();

    /// <summary>Makes the passkey that the portal offers to take in.</summary>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        user = (string)asked["user"]!["id"]!;
        var client = ClientData("webauthn.create", asked);
        var key = pair.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. Data((string)asked["rp"]!["id"]!, HasKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation =
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            0x58,
            checked((byte)data.Length),
            .. data,
        ];
        return Answer(new JsonObject { ["clientDataJSON"] = Of(client), ["attestationObject"] = Of(attestation) });
    }

    /// <summary>Answers the challenge of a sign-in.</summary>
    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", asked);
        var data = Data((string)asked["rpId"]!, 0);
        byte[] signed = [.. data, .. SHA256.HashData(SignsWrongly ? [] : client)];
        return Answer(
            new JsonObject
            {
                ["clientDataJSON"] = Of(client),
                ["authenticatorData"] = Of(data),
                ["signature"] = Of(pair.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
                ["userHandle"] = user,
            }
        );
    }

    private byte[] Data(string domain, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        flags |= (byte)(UserPresent | (IsUnlocked ? UserVerified : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain ?? domain)), flags, .. count];
    }

    private byte[] ClientData(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = Origin, ["crossOrigin"] = false }
        );

    private string Answer(JsonObject response) =>
        new JsonObject
        {
            ["id"] = Of(id),
            ["rawId"] = Of(id),
            ["type"] = "public-key",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();

    private static string Of(byte[] bytes) => Base64Url.EncodeToString(bytes);

    // A text of CBOR, shorter than 24 bytes.
    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];
}
