using System.CommandLine;
using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>check-institution</c>: says what is missing or wrong in the folder of an institution, each with file and line. Touches no database.
/// Exit status 1 where the portal would not start with it.
/// </summary>
internal static class CheckInstitutionCommand
{
    public static Command Create()
    {
        var folder = InstitutionArgument.Folder();
        var command = new Command("check-institution", "Memeriksa folder instansi dan menyebut yang salah, dengan berkas dan barisnya.")
        {
            folder,
        };
        command.SetAction(result =>
        {
            var path = InstitutionFolder.Find(result.GetValue(folder));
            if (InstitutionFolder.Check(path) is { Count: > 0 } mistakes)
            {
                throw new PortalStartException(new InstitutionFolderException(path, mistakes).Message);
            }

            var read = InstitutionFolder.Read(path);
            var name = read.Institution.NameOn(read.Institution.Time.DayOf(TimeProvider.System.GetUtcNow()));
            Console.WriteLine(
                $"{name.FullName}: {read.Gazetteer.Kecamatan.Count} kecamatan, {read.Units.Count} satuan kerja, "
                    + $"{read.Aliases.Count} singkatan, {read.Holidays.Count} hari libur, {read.Instructions.Count} Instruksi sebelumnya. "
                    + $"Kerja bhakti setiap hari {read.Institution.DutyDay.Name}, jam {read.Institution.Time.Abbreviation}."
            );
            Console.WriteLine("Folder ini dapat dipakai.");
            return 0;
        });
        return command;
    }
}
