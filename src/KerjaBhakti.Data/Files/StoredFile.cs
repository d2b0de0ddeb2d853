using System.Security.Cryptography;

namespace KerjaBhakti.Data.Files;

/// <summary>
/// A file that somebody uploaded, byte for byte. It is kept in the database, so that it is saved in one transaction with what refers to it
/// and every backup holds it.
/// </summary>
public sealed class StoredFile
{
    private StoredFile() { }

    /// <summary>A file as it came.</summary>
    public StoredFile(byte[] content, string contentType)
    {
        Content = content;
        ContentType = contentType;
        Length = content.Length;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What it is, as found by looking into it: "application/pdf".</summary>
    public string ContentType { get; private set; } = string.Empty;

    /// <summary>How many bytes it has.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 over the bytes, as 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>The bytes. Select the other properties where they are not needed.</summary>
    public byte[] Content { get; private set; } = [];
}
