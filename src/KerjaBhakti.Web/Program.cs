using KerjaBhakti.Web.Components;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Public;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.Services.AddPortalClock(builder.Configuration, builder.Environment);
builder.Services.AddSingleton(SeedFiles.Gazetteer());
builder.Services.AddSingleton<PublishedSchedules>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddPublicPages();

var app = builder.Build();
app.UseExceptionHandler("/galat", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/tidak-ditemukan", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
