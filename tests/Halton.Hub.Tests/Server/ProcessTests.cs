using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Server;

/// <summary>The server as an operator meets it: a process, its words and its exit codes.</summary>
public sealed partial class ProcessTests(ServingProcess one) : IClassFixture<ServingProcess>
{
    private const int NotStarted = 2;

    [Fact]
    public async Task On_a_fresh_folder_the_hub_says_where_it_serves_and_is_ready_there()
    {
        var ready = ReadyLine().Match(one.Server.Ready);
        Assert.True(ready.Success, one.Server.Ready);
        using var http = new HttpClient();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri($"{ready.Groups["http"]}/health/ready")));
    }

    [Fact]
    public async Task A_second_hub_on_the_same_folder_is_refused_and_told_which_process_holds_it()
    {
        var (code, output, errors) = await ServerProcess.Command("run", "--data", one.Folder, "--http", "127.0.0.1:0", "--grpc", "127.0.0.1:0");
        Assert.Equal((NotStarted, ""), (code, output));
        Assert.Equal($"hub: The data folder {one.Folder} is in use by process {one.Server.Id}.", errors);
    }

    [Fact]
    public async Task Behind_a_proxy_tokens_are_issued_and_asked_for_under_the_public_address()
    {
        var folder = ServerProcess.Folder();
        await using (var server = await ServerProcess.Run(folder, "demo", "--public-url", "https://hub.example/"))
        {
            var (code, token, errors) = await ServerProcess.Command("token", "rww", "--data", folder);
            Assert.Equal((0, ""), (code, errors));
            Assert.Equal("https://hub.example", new JsonWebToken(token).Issuer);
            using var http = new HttpClient();
            var discovery = await http.GetStringAsync(new Uri($"{ReadyLine().Match(server.Ready).Groups["http"]}/.well-known/smart-configuration"));
            Assert.Contains("\"token_endpoint\":\"https://hub.example/oauth2/token\"", discovery, StringComparison.Ordinal);
        }

        await ServerProcess.Clean(folder);
    }

    [Theory]
    [InlineData("http://hub.example")]
    [InlineData("https://hub.example/path")]
    [InlineData("hub.example")]
    public async Task A_public_address_is_one_that_partners_can_trust(string url)
    {
        var (code, _, errors) = await ServerProcess.Command("run", "--data", one.Folder, "--public-url", url);
        Assert.Equal(NotStarted, code);
        Assert.Contains("--public-url", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is no address", "--cqc-url", "http://cqc.example/public/v1")]
    [InlineData("is no address", "--cqc-url", "https://key@cqc.example/public/v1")]
    [InlineData("HUB_CQC_KEY", "--cqc-url", "https://cqc.example/public/v1")]
    [InlineData("There is no file", "--cqc-url", "https://cqc.example/public/v1", "--cqc-key-file", "/nowhere/key")]
    [InlineData("There is no folder", "--cqc-files", "/nowhere")]
    [InlineData("not both", "--cqc-files", "/tmp", "--cqc-url", "https://cqc.example/public/v1")]
    public async Task Where_CQC_is_read_is_checked_before_anything_starts(string says, params string[] options)
    {
        foreach (var command in new[] { new[] { "run" }, ["jobs", "run", "CqcDirectorySync"] })
        {
            var (code, _, errors) = await ServerProcess.Command([.. command, "--data", one.Folder, .. options]);
            Assert.Equal(NotStarted, code);
            Assert.Contains(says, errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--http")]
    [InlineData("--grpc")]
    public async Task Plain_text_is_served_on_loopback_only(string port)
    {
        var folder = ServerProcess.Folder();
        var (code, _, errors) = await ServerProcess.Command("run", "--data", folder, port, "0.0.0.0:5999");
        Assert.Equal(NotStarted, code);
        Assert.Contains("needs TLS", errors, StringComparison.Ordinal);
        await ServerProcess.Clean(folder);
    }

    [Fact]
    public async Task The_token_command_prints_a_token_of_a_partner_and_refuses_by_name()
    {
        var (code, token, _) = await ServerProcess.Command("token", "rww", "--data", one.Folder, "--scope", "system/Encounter.r");
        var read = new JsonWebToken(token);
        Assert.Equal((0, "rww", "system/Encounter.r"), (code, read.Subject, read.GetClaim("scope").Value));
        var (refused, nothing, why) = await ServerProcess.Command("token", "nobody", "--data", one.Folder);
        Assert.Equal((1, ""), (refused, nothing));
        Assert.StartsWith("hub: NO_PRIVATE_KEY", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_is_added_listed_rotated_and_revoked_while_the_hub_runs()
    {
        string[] place = ["--data", one.Folder];
        var added = await ServerProcess.Command(["partner", "add", "round-trip", "--organization", "RBN", "--scope", "system/Encounter.rs", "--purpose", "TREAT", "--generate", .. place]);
        Assert.Equal((0, ""), (added.Code, added.Errors));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        await Hosts.Poll.Until(async () => (await ServerProcess.Command(["token", "round-trip", .. place])).Code == 0, "a new partner gets no token");
        var first = Kid();
        Assert.Matches($"round-trip +RBN +active .*{first}.*system/Encounter.rs", (await ServerProcess.Command(["partner", "list", .. place])).Output);
        Assert.Equal(1, (await ServerProcess.Command(["partner", "add", "round-trip", "--organization", "RBN", "--scope", "system/Encounter.rs", "--purpose", "TREAT", "--generate", .. place])).Code);
        Assert.Equal(first, Kid());

        Assert.Equal(0, (await ServerProcess.Command(["partner", "rotate", "round-trip", "--generate", .. place])).Code);
        Assert.NotEqual(first, Kid());
        await Hosts.Poll.Until(async () => (await ServerProcess.Command(["token", "round-trip", .. place])).Code == 0, "a new key gets no token");

        Assert.Equal(0, (await ServerProcess.Command(["partner", "revoke", "round-trip", .. place])).Code);
        Assert.Matches("round-trip +RBN +revoked ", (await ServerProcess.Command(["partner", "list", .. place])).Output);
        await Hosts.Poll.Until(async () => (await ServerProcess.Command(["token", "round-trip", .. place])).Code == 1, "a revoked partner gets tokens");
    }

    [Fact]
    public async Task A_killed_hub_starts_again_a_tampered_audit_is_found_and_a_signal_ends_everything()
    {
        var folder = ServerProcess.Folder();
        await using (var killed = await ServerProcess.Run(folder, "none"))
        {
            await killed.Kill();
        }

        await using var server = await ServerProcess.Run(folder, "none");
        Assert.Matches(ReadyLine(), server.Ready);
        var owner = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(Path.Combine(folder, "hub.json"))).GetProperty("OwnerConnection").GetString()!;
        await using (var database = NpgsqlDataSource.Create(owner))
        {
            await Execute(database, """
                insert into audit.entry (recorded_at, partner, organization, purpose, operation, interaction, outcome, records, trace_id)
                values (now(), 'rww', 'RWW', 'TREAT', 'ListDischarges', 's', 'success', '{}', 'x')
                """);
            await Hosts.Poll.Until(async () => await Sealed(database), "the audit is not sealed");
            var clean = await ServerProcess.Command("audit", "verify", "--data", folder);
            Assert.Equal(0, clean.Code);

            // Jobs look too while the test does.
            Assert.Matches(@"\Aaudit clean: [1-9][0-9]* rows in [1-9][0-9]* blocks", clean.Output);
            await Execute(database, "alter table audit.entry disable trigger all; update audit.entry set partner = 'rbn'; alter table audit.entry enable trigger all");
            var tampered = await ServerProcess.Command("audit", "verify", "--data", folder);
            Assert.Equal(3, tampered.Code);
            Assert.Contains("A row of block 1 was changed.", tampered.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, await server.Terminate());
        Assert.Empty(ServerProcess.Left(folder));
        Assert.False(File.Exists(Path.Combine(folder, "hub.json")));
        var offline = await ServerProcess.Command("audit", "verify", "--data", folder);
        Assert.Equal(3, offline.Code);
        Assert.Empty(ServerProcess.Left(folder));
        await ServerProcess.Clean(folder);
    }

    private string KeyFile => Path.Combine(one.Folder, "keys", "round-trip.json");

    private static async Task<int> Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> Sealed(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select exists (select 1 from audit.seal)");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private string Kid() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(KeyFile)).GetProperty("kid").GetString()!;

    [GeneratedRegex(@"\Ahub ready http=(?<http>http://127\.0\.0\.1:[0-9]+) grpc=http://127\.0\.0\.1:[0-9]+ data=/.* in [0-9.]+ s\z")]
    private static partial Regex ReadyLine();
}
