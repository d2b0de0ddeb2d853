namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is stored: by the server's own layout or by the type's own code.</summary>
public enum Format
{
    /// <summary>The format is not known.</summary>
    Unknown = 0,

    /// <summary>The server serialises the fields in the order they are declared.</summary>
    Native = 1,

    /// <summary>The type serialises itself through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>Custom serialisation of a user-defined type.</summary>
public interface IBinarySerialize
{
    /// <summary>Restores the value from its stored form.</summary>
    /// <param name="r">Where the stored form is read from.</param>
    void Read(BinaryReader r);

    /// <summary>Writes the stored form of the value.</summary>
    /// <param name="w">Where the stored form goes.</param>
    void Write(BinaryWriter w);
}

/// <summary>Marks a class or struct as a SQL Server user-defined type.</summary>
/// <param name="format">How values of the type are stored.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How values of the type are stored.</summary>
    public Format Format { get; } = format;

    /// <summary>The greatest size of a stored value, in bytes; -1 where it has no limit below the server's own.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every stored value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether stored forms sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that validates a value, or null.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name on the server, or null.</summary>
    public string? Name { get; set; }
}
