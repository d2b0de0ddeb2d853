using System.CommandLine;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>simulate-fees</c>: distributes a pool of service fees under a decree, from files to a file. Touches no database.</summary>
internal static class SimulateFeesCommand
{
    public static Command Create()
    {
        var pool = new Option<string>("--pool") { Required = true, Description = "Jumlah yang dibagikan, dalam rupiah bulat." };
        var decree = new Option<FileInfo>("--decree") { Required = true, Description = "Keputusan Direktur sebagai JSON." };
        var staff = new Option<FileInfo>("--staff")
        {
            Required = true,
            Description = "Pegawai dan poinnya sebagai CSV: staff_id,name,component,points.",
        };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Berkas CSV yang ditulis." };
        var command = new Command("simulate-fees", "Menghitung pembagian jasa pelayanan menurut keputusan Direktur.")
        {
            pool,
            decree,
            staff,
            output,
        };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                var calculation = Calculate(
                    result.GetValue(pool)!,
                    await ReadAsync(result.GetValue(decree)!, cancellationToken),
                    await ReadAsync(result.GetValue(staff)!, cancellationToken)
                );
                await OutputFile.SaveAsync(result.GetValue(output)!, FeeCalculationCsv.Write(calculation), cancellationToken);
                Print(calculation);
                return 0;
            }
        );
        return command;
    }

    private static FeeCalculation Calculate(string pool, byte[] decree, byte[] staff)
    {
        try
        {
            var list = StaffPointsFile.ReadCsv(staff);
            foreach (var remark in list.Remarks)
            {
                Console.Error.WriteLine(remark);
            }

            return FeeCalculation.Of(Rupiah.Parse(pool), FeeDecreeJson.Read(decree), list.Staff);
        }
        catch (FundRefusedException refused)
        {
            throw new PortalStartException(refused.Message, refused);
        }
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {file.FullName} tidak dapat dibaca: {failure.Message}", failure);
        }
    }

    private static void Print(FeeCalculation calculation)
    {
        foreach (var component in calculation.Components)
        {
            Console.WriteLine(
                $"{component.Component.Code}: {component.Component.Share.ToIndonesian()} = {component.Pool.Amount} untuk {component.Staff} pegawai"
            );
        }

        Console.WriteLine($"Jumlah: {calculation.Lines.Sum(line => line.Part.Amount)} dalam {calculation.Lines.Count} baris.");
    }
}
