using System.CommandLine;
using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>new-institution</c>: writes an empty folder of an institution, with explanations beside the fields, which
/// <c>check-institution</c> then leads through. Writes nothing where the folder holds anything.
/// </summary>
internal static class NewInstitutionCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder yang akan dibuat." };
        var command = new Command("new-institution", "Membuat folder instansi kosong dengan penjelasan di samping isiannya.") { folder };
        command.SetAction(result =>
        {
            var path = Path.GetFullPath(result.GetValue(folder)!);
            try
            {
                if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
                {
                    throw new PortalStartException($"{path} sudah ada dan tidak kosong; pilih nama lain.");
                }

                foreach (var (name, text) in InstitutionTemplate.Files)
                {
                    var file = Path.Combine(path, name);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    File.WriteAllText(file, text);
                }

                CopyHolidays(path);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new PortalStartException($"Folder {path} tidak dapat dibuat: {failure.Message}", failure);
            }

            Console.WriteLine($"Folder {path} dibuat. Isi berkasnya, lalu periksa dengan: check-institution {result.GetValue(folder)}");
            return 0;
        });
        return command;
    }

    /// <summary>National holidays are everybody's: those of the latest year that the program brings.</summary>
    private static void CopyHolidays(string path)
    {
        var holidays = Path.Combine(InstitutionFolder.Shipped, InstitutionFolder.Default, "holidays");
        if (Directory.Exists(holidays) && Directory.GetFiles(holidays, "*.csv").Max(StringComparer.Ordinal) is { } latest)
        {
            var target = Path.Combine(path, "holidays", Path.GetFileName(latest));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(latest, target);
        }
    }
}
