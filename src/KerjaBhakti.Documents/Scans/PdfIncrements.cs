using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Documents.Scans;

/// <summary>
/// What was added to a PDF after a signature (ISO 32000-1, 7.5.6 and 12.8.2.2). The file as it was signed is its beginning; it is read once
/// more and compared, object by object, with the whole. Only additions that show nothing are harmless.
/// </summary>
internal sealed class PdfIncrements(byte[] file, IReadOnlyList<PdfObject> objects)
{
    // Deeper than any dictionary of a real file.
    private const int MostDepth = 40;

    // What a catalog may gain without anything being shown differently: data for long-term validation, the list of signature fields,
    // metadata.
    private static readonly HashSet<string> HarmlessInCatalog = ["/DSS", "/AcroForm", "/Extensions", "/Metadata", "/Version", "/Perms"];
    private static readonly HashSet<string> HarmlessInForm = ["/Fields", "/SigFlags", "/DR", "/DA"];

    /// <summary>What the bytes after a place mean for a signature that holds up to it.</summary>
    /// <param name="end">Where the signed part of the file ends, in bytes.</param>
    public SignatureStanding After(int end)
    {
        if (end == file.Length)
        {
            return SignatureStanding.Holds;
        }

        if (file.AsSpan(end).IndexOfAnyExcept(" \r\n\0"u8) < 0)
        {
            return SignatureStanding.Supplemented;
        }

        try
        {
            using var signed = PdfReader.Open(new MemoryStream(file, 0, end, writable: false), PdfDocumentOpenMode.Import);
            var before = new Dictionary<int, PdfObject>();
            foreach (var item in signed.Internals.GetAllObjects())
            {
                before.TryAdd(NumberOf(item), item);
            }

            return Judge(before);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What cannot be compared may be anything.
            return SignatureStanding.Changed;
        }
    }

    private SignatureStanding Judge(Dictionary<int, PdfObject> before)
    {
        var signedAgain = false;
        var numbers = objects.Select(item => NumberOf(item)).ToHashSet();
        if (before.Keys.Any(number => !numbers.Contains(number)))
        {
            return SignatureStanding.Changed;
        }

        foreach (var now in objects)
        {
            if (!before.TryGetValue(NumberOf(now), out var then))
            {
                // An object nobody refers to shows nothing; what refers to it is an object that changed.
                signedAgain |= now is PdfDictionary added && IsSignature(added);
            }
            else if (!Same(then, now, depth: 0) && !(now is PdfDictionary after && then is PdfDictionary old && IsHarmless(old, after)))
            {
                return SignatureStanding.Changed;
            }
            else if (
                now is PdfDictionary { } field
                && IsSignatureField(field)
                && field.Elements.ContainsKey("/V")
                && then is PdfDictionary empty
                && !empty.Elements.ContainsKey("/V")
            )
            {
                signedAgain = true;
            }
        }

        return signedAgain ? SignatureStanding.SignedAgain : SignatureStanding.Supplemented;
    }

    private bool IsHarmless(PdfDictionary then, PdfDictionary now)
    {
        var changed = then
            .Elements.Keys.Union(now.Elements.Keys)
            .Where(key =>
                !Same(
                    then.Elements.ContainsKey(key) ? then.Elements[key] : null,
                    now.Elements.ContainsKey(key) ? now.Elements[key] : null,
                    depth: 0
                )
            )
            .ToList();
        return NameOf(now, "/Type") switch
        {
            "/Catalog" => changed.TrueForAll(key =>
                HarmlessInCatalog.Contains(key)
                && (
                    key != "/AcroForm"
                    || IsHarmlessForm(Resolve(then.Elements[key]) as PdfDictionary, Resolve(now.Elements[key]) as PdfDictionary)
                )
            ),
            "/Page" => changed.TrueForAll(key =>
                key == "/Annots" && AddsOnlySignatures(Resolve(then.Elements[key]) as PdfArray, Resolve(now.Elements[key]) as PdfArray)
            ),
            _ when IsSignatureField(now) => changed.TrueForAll(key => key is "/V" or "/Lock") && !then.Elements.ContainsKey("/V"),
            _ when now.Elements.ContainsKey("/Fields") => IsHarmlessForm(then, now),

            // Who made the file and when, which no page shows.
            _ => changed.TrueForAll(key => key is "/ModDate" or "/Producer" or "/Creator" or "/CreationDate"),
        };
    }

    private bool IsHarmlessForm(PdfDictionary? then, PdfDictionary? now) =>
        now is not null
        && now.Elements.Keys.Union(then?.Elements.Keys ?? [])
            .All(key => HarmlessInForm.Contains(key) || Same(then?.Elements[key], now.Elements[key], depth: 0))
        && AddsOnlySignatures(Resolve(then?.Elements["/Fields"]) as PdfArray, Resolve(now.Elements["/Fields"]) as PdfArray);

    /// <summary>Whether a list of fields or annotations only gained fields of signatures.</summary>
    private bool AddsOnlySignatures(PdfArray? then, PdfArray? now)
    {
        var old = (then?.Elements ?? Enumerable.Empty<PdfItem>()).ToList();
        var current = (now?.Elements ?? Enumerable.Empty<PdfItem>()).ToList();
        return old.TrueForAll(item => current.Exists(other => Same(item, other, depth: 0)))
            && current
                .Where(item => !old.Exists(other => Same(other, item, depth: 0)))
                .All(item => Resolve(item) is PdfDictionary field && IsSignatureField(field));
    }

    private PdfItem? Resolve(PdfItem? item) =>
        item is PdfReference reference
            ? objects.FirstOrDefault(other => NumberOf(other) == reference.ObjectNumber) ?? reference.Value
            : item;

    private static int NumberOf(PdfObject item) => item.Reference?.ObjectNumber ?? 0;

    private static bool IsSignatureField(PdfDictionary dictionary) => NameOf(dictionary, "/FT") == "/Sig";

    // A time stamp over the document is a signature of nobody.
    private static bool IsSignature(PdfDictionary dictionary) =>
        dictionary.Elements.ContainsKey("/ByteRange")
        && NameOf(dictionary, "/Type") != "/DocTimeStamp"
        && NameOf(dictionary, "/SubFilter") != "/ETSI.RFC3161";

    private static string? NameOf(PdfDictionary dictionary, string key) => (dictionary.Elements[key] as PdfName)?.Value;

    private static bool Same(PdfItem? left, PdfItem? right, int depth) =>
        (left, right) switch
        {
            _ when depth > MostDepth => false,
            (null, null) => true,
            (PdfReference one, PdfReference other) => one.ObjectNumber == other.ObjectNumber
                && one.GenerationNumber == other.GenerationNumber,
            (PdfDictionary one, PdfDictionary other) => one.Elements.Count == other.Elements.Count
                && one.Elements.All(pair => other.Elements.ContainsKey(pair.Key) && Same(pair.Value, other.Elements[pair.Key], depth + 1))
                && (one.Stream?.Value ?? []).AsSpan().SequenceEqual(other.Stream?.Value ?? []),
            (PdfArray one, PdfArray other) => one.Elements.Count == other.Elements.Count
                && one.Elements.Zip(other.Elements).All(pair => Same(pair.First, pair.Second, depth + 1)),
            (null, _) or (_, null) => false,
            _ => left!.GetType() == right!.GetType() && string.Equals(left.ToString(), right.ToString(), StringComparison.Ordinal),
        };
}
