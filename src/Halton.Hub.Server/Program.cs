using System.CommandLine;
using System.CommandLine.Help;
using Halton.Hub.Server;
using Halton.Hub.Server.Commands;

// The table of contents: every command the process knows. test, bench and faults live in the launcher, ./hub.
var commands = new Command("./hub", "The integration hub of the One Halton partners.")
{
    new HelpOption(),
    RunCommand.Create(),
    TokenCommand.Create(),
    PartnerCommand.Create(),
    MigrateCommand.Create(),
    SeedCommand.Create(),
    PostcodesCommand.Create(),
    AuditCommand.Create(),
    JobsCommand.Create(),
    NoticesCommand.Create(),
    SchemaCommand.Create(),
};

return await ExitCode.Of(commands.Parse(args));
