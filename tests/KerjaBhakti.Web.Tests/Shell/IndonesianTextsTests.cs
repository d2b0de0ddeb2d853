using System.Collections;
using System.Resources;
using KerjaBhakti.Web.Shell.Theme;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace KerjaBhakti.Web.Tests.Shell;

public class IndonesianTextsTests(PortalFixture fixture)
{
    [Fact]
    public void Texts_EveryKeyOfTheLibrary_HasOneOfItsOwn()
    {
        var english = English();

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), IndonesianTexts.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_EveryOne_HasThePlacesOfTheEnglishOne() =>
        Assert.All(English(), text => Assert.Equal(Places(text.Value), Places(IndonesianTexts.All[text.Key])));

    [Fact]
    public void Portal_AsksTheIndonesianTexts_WhateverTheSystemSpeaks()
    {
        var texts = fixture.Portal.Services.GetRequiredService<ILocalizationInterceptor>();

        Assert.Equal("Berkas 'a.pdf' lebih besar dari batas 9 bita.", texts.Handle("MudFileUpload_FileSizeError", "a.pdf", 9).Value);
    }

    private static Dictionary<string, string> English()
    {
        using var reader = new ResourceReader(
            typeof(MudButton).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!
        );
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static int Places(string text) =>
        Enumerable.Range(0, 4).Count(place => text.Contains($"{{{place}}}", StringComparison.Ordinal));
}
