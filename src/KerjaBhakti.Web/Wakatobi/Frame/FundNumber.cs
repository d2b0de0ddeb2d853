using System.Linq.Expressions;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>Numbers of papers as they are compared: one is the same in small letters and with other blanks.</summary>
public static class FundNumber
{
    /// <summary>The number in capitals, without blanks.</summary>
    public static string Of(string number) => number.Trim().ToUpperInvariant().Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>What a query asks a row whose column is the same number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">The number, in whatever letters.</param>
    /// <remarks>Built by hand: the database's <c>UPPER</c> is what is meant, and the method that stands for it in a query asks for a
    /// culture anywhere else.</remarks>
    public static Expression<Func<T, bool>> Is<T>(Expression<Func<T, string>> column, string number)
    {
        var wanted = Of(number);
        Expression<Func<string>> key = () => wanted;
        var capitals = Expression.Call(column.Body, nameof(string.ToUpper), Type.EmptyTypes);
        var bare = Expression.Call(
            capitals,
            nameof(string.Replace),
            Type.EmptyTypes,
            Expression.Constant(" "),
            Expression.Constant(string.Empty)
        );
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(bare, key.Body), column.Parameters);
    }
}
