using System.Text;

namespace KerjaBhakti.Documents.Calendar;

/// <summary>The lines an iCalendar file is made of (RFC 5545, 3.1).</summary>
internal static class ContentLine
{
    /// <summary>The most bytes of a line, without its end.</summary>
    private const int MostBytes = 75;

    /// <summary>
    /// Adds a line, folded where it is longer than 75 bytes and never within a character, ended as on every system: CR LF.
    /// </summary>
    public static void Append(StringBuilder file, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > MostBytes)
            {
                file.Append("\r\n ");
                used = 1;
            }

            file.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    /// <summary>
    /// A text as the value of a property (3.3.11): what means something else is escaped, and control characters, which may not stand there,
    /// go.
    /// </summary>
    public static string Text(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            value.Append(
                character switch
                {
                    '\\' => "\\\\",
                    ';' => "\\;",
                    ',' => "\\,",
                    '\n' => "\\n",
                    _ when char.IsControl(character) => string.Empty,
                    _ => character.ToString(),
                }
            );
        }

        return value.ToString();
    }
}
