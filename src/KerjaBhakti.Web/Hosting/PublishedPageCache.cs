using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// How long the answer to an anonymous visitor is kept in memory. What is shown depends on the address and on today's date alone; a signed-in visitor's page
/// differs and is never kept (the framework's own rule).
/// </summary>
public static class PublishedPageCache
{
    /// <summary>The policy's name, for <c>[OutputCache]</c>.</summary>
    public const string Name = "published";

    /// <summary>The tag under which all of it is forgotten at once.</summary>
    public const string Tag = "published";

    internal static void Configure(OutputCachePolicyBuilder policy) => policy
        .Tag(Tag)
        .Expire(TimeSpan.FromMinutes(1))
        .SetVaryByHeader("Accept-Encoding")
        .SetVaryByQuery("tanggal", "bulan", "date", "district", "row")
        .VaryByValue(context => new("hari", context.RequestServices.GetRequiredService<PortalClock>().Today.ToString("O", CultureInfo.InvariantCulture)))
        .With(context => !context.HttpContext.Request.Query.ContainsKey("q") && !context.HttpContext.Request.Query.ContainsKey("kode"));
}
