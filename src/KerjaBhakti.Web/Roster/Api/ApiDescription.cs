using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Searching;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KerjaBhakti.Web.Roster.Api;

/// <summary>
/// What <c>/openapi/v1.json</c> says beyond what the endpoints do: of what form a parameter is that is read as text, so that a wrong one is
/// answered in words, and that whoever asks wrongly is answered with problem details.
/// </summary>
internal static class ApiDescription
{
    // 3.0 and not 3.1: more of the generators that offices use read it.
    private const OpenApiSpecVersion Version = OpenApiSpecVersion.OpenApi3_0;

    private static readonly string[] Folders = ["/api/", "/kalender/"];

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = Version;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "KerjaBhakti";
                document.Info.Description =
                    "The annexes of the Instructions on community clean-ups: who serves which kecamatan. Reading needs no sign-in, "
                    + "and pages of other sites may read it too. Whatever cannot be answered is told as problem details (RFC 9457), in Indonesian.";
                document.Info.Version = "v1";

                // Pages are for people.
                foreach (var path in document.Paths.Keys.Where(path => !Folders.Any(path.StartsWith)).ToList())
                {
                    document.Paths.Remove(path);
                }

                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var district = context.ApplicationServices.GetRequiredService<Gazetteer>().Example.Code;
                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                {
                    Complete(parameter, district);
                }

                return Task.CompletedTask;
            }
        );
    }

    private static void Complete(OpenApiParameter parameter, KecamatanCode district)
    {
        if (parameter.Schema is not OpenApiSchema schema)
        {
            return;
        }

        switch (parameter.Name)
        {
            case "date":
                parameter.Required = true;
                schema.Format = "date";
                var duty = Served.Institution.DutyDay.OnOrAfter(new DateOnly(2015, 6, 1));
                parameter.Example = duty.ToString("O", CultureInfo.InvariantCulture);
                break;
            case "district":
                schema.Pattern = @"^\d{2}\.\d{2}\.\d{2}$";
                parameter.Example = $"{district}";
                break;
            case "q":
                schema.MaxLength = SearchTerms.MaxLength;
                break;
            case "year":
                parameter.Description ??= "The year the annex is of.";
                break;
            case "number":
                parameter.Description ??= "The number of the Instruction.";
                break;
        }
    }
}
