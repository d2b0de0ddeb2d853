using KerjaBhakti.Web.Commands;

return await PortalCommands.RunAsync(args);
