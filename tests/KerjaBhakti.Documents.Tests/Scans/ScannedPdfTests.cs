using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Tests;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Signatures;

namespace KerjaBhakti.Documents.Tests.Scans;

public class ScannedPdfTests
{
    private static readonly byte[] Plain = InstructionPdf.Write(new InstructionPrint(Seed.Instruction));

    [Fact]
    public void Read_APlainScan_HasItsPagesAndNoSignature()
    {
        var scan = ScannedPdf.Read(Plain);

        Assert.Equal(1, scan.Pages);
        Assert.Empty(scan.Signatures);
    }

    [Theory]
    [InlineData("", ScanProblem.NotPdf)]
    [InlineData("GIF89a", ScanProblem.NotPdf)]
    [InlineData("%PDF-1.7", ScanProblem.Damaged)]
    [InlineData("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF", ScanProblem.Damaged)]
    public void Read_NoScan_IsRefused(string text, ScanProblem problem) => Assert.Equal(problem, ProblemOf(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Read_AnyCutOff_IsReadOrRefusedButNeverMore()
    {
        for (var length = 0; length < Plain.Length; length += 997)
        {
            Assert.Contains(ProblemOf(Plain[..length]), (ScanProblem?[])[ScanProblem.NotPdf, ScanProblem.Damaged, null]);
        }
    }

    [Theory]
    [InlineData("/OpenAction", "/JavaScript")]
    [InlineData("/AA", "/Launch")]
    [InlineData("/Perms", "/SubmitForm")]
    public void Read_WhatActs_IsRefused(string key, string action) =>
        Assert.Equal(
            ScanProblem.Active,
            ProblemOf(
                Changed(document =>
                {
                    var dictionary = new PdfDictionary(document);
                    dictionary.Elements.SetName("/S", action);
                    var outer = new PdfDictionary(document);
                    outer.Elements.Add("/Next", dictionary);
                    document.Internals.Catalog.Elements.Add(key, outer);
                })
            )
        );

    [Fact]
    public void Read_WhatCarriesAFile_IsRefused() =>
        Assert.Equal(
            ScanProblem.Active,
            ProblemOf(Changed(document => document.AddEmbeddedFile("program.exe", new MemoryStream([1, 2, 3]))))
        );

    [Fact]
    public void Read_APassword_IsRefused() =>
        Assert.Equal(ScanProblem.Encrypted, ProblemOf(Changed(document => document.SecuritySettings.UserPassword = "rahasia")));

    [Theory]
    [InlineData("/URI", "javascript:app.alert(1)", true)]
    [InlineData("/URI", @"\\evil.example\share\a.pdf", true)]
    [InlineData("/URI", "file:///etc/passwd", true)]
    [InlineData("/GoToR", "lain.pdf", true)]
    [InlineData("/URI", "https://bsre.bssn.go.id/", false)]
    [InlineData("/URI", "mailto:tu@jakarta.go.id", false)]
    public void Read_WhatLeadsOutwards_IsRefused(string action, string target, bool isRefused) =>
        Assert.Equal(
            isRefused ? ScanProblem.Outward : null,
            ProblemOf(
                Changed(document =>
                {
                    var link = new PdfDictionary(document);
                    link.Elements.SetName("/S", action);
                    link.Elements.SetString(action == "/URI" ? "/URI" : "/F", target);
                    var outer = new PdfDictionary(document);
                    outer.Elements.Add("/A", link);
                    document.Internals.Catalog.Elements.Add("/Odd", outer);
                })
            )
        );

    [Theory]
    [InlineData("7")]
    [InlineData("0 /a 1 2")]
    [InlineData("0 -5 2147483647 2")]
    public void Read_ASignatureThatIsNone_DoesNotHold(string range) =>
        Assert.Equal(
            SignatureStanding.Broken,
            Assert
                .Single(
                    ScannedPdf
                        .Read(
                            Changed(document =>
                            {
                                var signature = new PdfDictionary(document);
                                signature.Elements.Add("/ByteRange", new PdfArray(document, [.. range.Split(' ').Select(ItemOf)]));
                                signature.Elements.SetString("/Contents", "x");
                                signature.Elements.SetString("/SubFilter", "x");
                                document.Internals.Catalog.Elements.Add("/Odd", signature);
                            })
                        )
                        .Signatures
                )
                .Standing
        );

    [Fact]
    public void Read_ASignedFile_SaysWhoSignedWhenAndThatItHolds()
    {
        var signature = Assert.Single(ScannedPdf.Read(Signed()).Signatures);

        Assert.Equal(("Saefullah", "Saefullah", SignatureStanding.Holds), (signature.SignedBy, signature.IssuedBy, signature.Standing));
        Assert.Equal(new DateTimeOffset(2015, 6, 1, 3, 0, 0, TimeSpan.Zero), signature.At);
    }

    [Fact]
    public void Read_ASignedFileThatGrew_SaysThatSomethingWasAdded() =>
        Assert.Equal(SignatureStanding.Supplemented, Assert.Single(ScannedPdf.Read([.. Signed(), .. "\n% after\n"u8]).Signatures).Standing);

    [Fact]
    public void Read_ASignedFileThatWasChanged_SaysThatItDoesNotHold()
    {
        var file = Signed();
        var place = file.AsSpan().IndexOf("118"u8);
        file[place] = (byte)'9';

        Assert.Equal(SignatureStanding.Broken, Assert.Single(ScannedPdf.Read(file).Signatures).Standing);
    }

    private static PdfItem ItemOf(string word) =>
        int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new PdfInteger(number) : new PdfName(word);

    private static ScanProblem? ProblemOf(byte[] file)
    {
        try
        {
            ScannedPdf.Read(file);
            return null;
        }
        catch (ScanRefusedException refusal)
        {
            return refusal.Problem;
        }
    }

    private static byte[] Changed(Action<PdfDocument> change)
    {
        using var document = PdfReader.Open(new MemoryStream(Plain), PdfDocumentOpenMode.Modify);
        change(document);
        using var saved = new MemoryStream();
        document.Save(saved);
        return saved.ToArray();
    }

    private static byte[] Signed() =>
        Changed(document => DigitalSignatureHandler.ForDocument(document, new Signer(), new DigitalSignatureOptions()));

    private sealed class Signer : IDigitalSigner
    {
        private static readonly DateTimeOffset At = new(2015, 6, 1, 3, 0, 0, TimeSpan.Zero);

        public string CertificateName => "Saefullah";

        public Task<int> GetSignatureSizeAsync() => Task.FromResult(8000);

        public Task<byte[]> GetSignatureAsync(Stream stream)
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest(
                "CN=Saefullah",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ).CreateSelfSigned(At.AddYears(-1), At.AddYears(1));
            // The library's stream of both parts knows its length and how to read, nothing else.
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var message = new SignedCms(new ContentInfo(content), detached: true);
            var signer = new CmsSigner(certificate) { SignedAttributes = { new Pkcs9SigningTime(At.UtcDateTime) } };
            message.ComputeSignature(signer);
            return Task.FromResult(message.Encode());
        }
    }
}
