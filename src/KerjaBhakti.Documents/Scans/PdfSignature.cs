using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PdfSharp.Pdf;

namespace KerjaBhakti.Documents.Scans;

/// <summary>
/// What a digital signature in a PDF says (ISO 32000-1, 12.8), as far as the file alone can tell: whether its signer is whom it names is
/// not looked up.
/// </summary>
/// <param name="SignedBy">The name in the signer's certificate; null where there is none to read.</param>
/// <param name="IssuedBy">The name of the authority that issued the certificate; null where there is none to read.</param>
/// <param name="At">When, as the signer's computer said; null where it said nothing.</param>
/// <param name="Standing">Whether the bytes still hold.</param>
public sealed record PdfSignature(string? SignedBy, string? IssuedBy, DateTimeOffset? At, SignatureStanding Standing)
{
    // Each asks for the file as it was then to be read once more.
    private const int MostSignatures = 20;

    private const string SigningTime = "1.2.840.113549.1.9.5";

    /// <summary>Every signature among a document's objects.</summary>
    internal static IReadOnlyList<PdfSignature> AllIn(byte[] file, IReadOnlyList<PdfObject> objects)
    {
        var later = new PdfIncrements(file, objects);
        return
        [
            .. objects
                .OfType<PdfDictionary>()
                .SelectMany(WithParts)
                .Where(dictionary => dictionary.Elements.ContainsKey("/ByteRange") && dictionary.Elements.ContainsKey("/Contents"))
                .Select(dictionary => (Dictionary: dictionary, Range: RangeOf(dictionary)))
                .OrderBy(signature => signature.Range is [_, var length, ..] ? length : int.MaxValue)
                .Take(MostSignatures)
                .Select(signature => Read(file, signature.Range, (signature.Dictionary.Elements["/SubFilter"] as PdfName)?.Value, later)),
        ];
    }

    private static IEnumerable<PdfDictionary> WithParts(PdfDictionary dictionary) =>
        dictionary.Elements.Values.OfType<PdfDictionary>().SelectMany(WithParts).Prepend(dictionary);

    private static int[] RangeOf(PdfDictionary dictionary) =>
        dictionary.Elements["/ByteRange"] is PdfArray { Elements.Count: 4 } range
            ? [.. range.Elements.OfType<PdfInteger>().Select(place => place.Value)]
            : [];

    private static PdfSignature Read(byte[] file, int[] range, string? kind, PdfIncrements later)
    {
        // Everything but the signature itself is signed; the signature stands between the two parts as <hexadecimal digits>.
        if (
            range is not [0, var first, var second, var last]
            || first <= 0
            || second <= first + 1
            || last < 0
            || (long)second + last > file.Length
            || file[first] != '<'
            || file[second - 1] != '>'
        )
        {
            return new PdfSignature(null, null, null, SignatureStanding.Broken);
        }

        if (kind is not ("/adbe.pkcs7.detached" or "/ETSI.CAdES.detached"))
        {
            return new PdfSignature(null, null, null, SignatureStanding.Unknown);
        }

        try
        {
            var padded = Convert.FromHexString(System.Text.Encoding.Latin1.GetString(file, first + 1, second - first - 2));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            byte[] signed = [.. file.AsSpan(0, first), .. file.AsSpan(second, last)];
            var message = new SignedCms(new ContentInfo(signed), detached: true);
            message.Decode(padded.AsSpan(0, length));
            return message.SignerInfos is [var signer, ..]
                ? new PdfSignature(
                    signer.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                    signer.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
                    TimeOf(signer),
                    StandingOf(message, () => later.After(second + last))
                )
                : new PdfSignature(null, null, null, SignatureStanding.Broken);
        }
        catch (Exception failure) when (failure is FormatException or AsnContentException or CryptographicException)
        {
            return new PdfSignature(null, null, null, SignatureStanding.Broken);
        }
    }

    private static SignatureStanding StandingOf(SignedCms message, Func<SignatureStanding> after)
    {
        try
        {
            message.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return SignatureStanding.Broken;
        }

        return after();
    }

    private static DateTimeOffset? TimeOf(SignerInfo signer) =>
        signer
            .SignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(attribute => attribute.Oid.Value == SigningTime)
            .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
            .Select(value =>
                (DateTimeOffset?)new DateTimeOffset(new Pkcs9SigningTime(value.RawData).SigningTime.ToUniversalTime(), TimeSpan.Zero)
            )
            .FirstOrDefault();
}

/// <summary>Whether what was signed is what is there.</summary>
public enum SignatureStanding
{
    /// <summary>The whole file is as it was signed.</summary>
    Holds,

    /// <summary>
    /// What was signed is unchanged; after it stands only what supports signatures and shows nothing: certificates, revocation data, a time
    /// stamp, line ends.
    /// </summary>
    Supplemented,

    /// <summary>What was signed is unchanged, and somebody signed it again later.</summary>
    SignedAgain,

    /// <summary>What was signed is in the file, but what is shown was changed after: a page, its content, a field, a note.</summary>
    Changed,

    /// <summary>What was signed is not what is there.</summary>
    Broken,

    /// <summary>It is of a kind this program does not check.</summary>
    Unknown,
}
