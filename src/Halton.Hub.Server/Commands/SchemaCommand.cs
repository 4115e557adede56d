using System.CommandLine;
using System.Net;
using Halton.Hub.Transport.Fhir;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Server.Commands;

/// <summary><c>schema print</c>: writes the GraphQL schemas and the FHIR extensions as files. They are committed; a difference fails the tests.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var to = new Option<DirectoryInfo>("--to") { Description = "The folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo("schema") };
        var print = new Command("print", "Write the GraphQL schemas and the FHIR extensions as files.") { to };
        print.SetAction(async (asked, ct) =>
        {
            var folder = asked.GetRequiredValue(to);
            folder.Create();
            await using var app = HubHost.Build(NoDatabase());
            var schemas = app.Services.GetRequiredService<HubSchemas>();
            foreach (var schema in schemas.Served)
            {
                var file = Path.Combine(folder.FullName, schema + ".graphql");
                await File.WriteAllTextAsync(file, schemas.Print(schema), ct);
                Console.WriteLine(file);
            }

            var fhir = folder.CreateSubdirectory("fhir");
            foreach (var (name, text) in FhirDefinitions.Files(app.Services.GetServices<FhirSource>()))
            {
                await File.WriteAllTextAsync(Path.Combine(fhir.FullName, name), text, ct);
            }
        });
        return new Command("schema", "Look after what is promised to partners.") { print };
    }

    /// <summary>A node that is put together and never started.</summary>
    private static HubOptions NoDatabase() => new()
    {
        Http = new IPEndPoint(IPAddress.Loopback, 0),
        Grpc = new IPEndPoint(IPAddress.Loopback, 0),
        AppConnection = "Host=localhost",
        OwnerConnection = "Host=localhost",
        DirectoryConnection = "Host=localhost",
    };
}
