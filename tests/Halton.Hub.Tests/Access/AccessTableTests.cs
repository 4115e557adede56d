using CsCheck;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.CareHomes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Insight;
using Halton.Hub.Journeys;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.Fhir;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Halton.Hub.Tests.Access;

/// <summary>Everything that can be called has its line in the access table, and the lines are kept.</summary>
public sealed class AccessTableTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public void Every_rpc_of_the_contracts_and_of_the_running_node_has_a_rule_and_no_rule_is_without_an_rpc()
    {
        var ruled = hub.Services.GetRequiredService<AccessTable>().Doors.Keys.Where(door => door.StartsWith("halton.hub.", StringComparison.Ordinal)).Order().ToList();
        var promised = typeof(DischargeService).Assembly.GetTypes()
            .Select(t => t.GetProperty("Descriptor")?.GetMethod is { IsStatic: true } get && get.ReturnType == typeof(ServiceDescriptor) ? (ServiceDescriptor)get.Invoke(null, null)! : null)
            .OfType<ServiceDescriptor>().SelectMany(s => s.Methods).Select(m => $"{m.Service.FullName}/{m.Name}").Order().ToList();
        var served = hub.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName[1..]).OfType<string>().Distinct()
            .Where(m => !m.StartsWith("grpc.health.", StringComparison.Ordinal) && !m.StartsWith("grpc.reflection.", StringComparison.Ordinal)).Order().ToList();
        Assert.Contains("halton.hub.discharge.v1.DischargeService/WatchDischarges", served);
        Assert.Equal(promised, ruled);
        Assert.Equal(served, ruled);
    }

    [Fact]
    public void Every_rule_says_everything() => Assert.All(hub.Services.GetRequiredService<AccessTable>().Doors, door =>
    {
        var rule = door.Value;
        var eachItsOwn = ExchangePolicy.Rules.Contains(rule) || JourneyPolicy.Rules.Contains(rule);
        Assert.True(rule.Resource == AccessRule.OfEachResource ? eachItsOwn : char.IsAsciiLetterUpper(rule.Resource[0]), rule.Name);
        Assert.True("cruds".Contains(rule.Interaction, StringComparison.Ordinal), rule.Name);
        // A query's field is named after what it answers and an address after what is there, everything else after the operation.
        Assert.All(rule.Doors.Where(d => !eachItsOwn && !d.StartsWith("http/", StringComparison.Ordinal) && !d.StartsWith("fhir/", StringComparison.Ordinal) && !d.Contains("/Query.", StringComparison.Ordinal) && !d.Contains("/Subscription.", StringComparison.Ordinal)), d => Assert.Equal(rule.Name, d.Split('/', '.')[^1], ignoreCase: true));
        Assert.NotEmpty(rule.Kinds);
        Assert.NotEmpty(rule.Relationship);
        // What is about nobody: the directory, and care homes, whose tables say so of themselves.
        Assert.True(rule.AboutPerson || eachItsOwn || door.Key.StartsWith("directory/", StringComparison.Ordinal) || door.Key.StartsWith("http/openreferral.", StringComparison.Ordinal) || CareHomePolicy.Rules.Contains(rule) || InsightPolicy.Rules.Contains(rule) || rule.Resource == "HealthcareService", door.Key);
    });

    [Fact]
    public void Each_resource_of_the_FHIR_door_is_open_where_its_own_operations_are()
    {
        var table = hub.Services.GetRequiredService<AccessTable>();
        var doors = hub.Services.GetServices<FhirSource>().SelectMany(source => new[] { (source, "read", 'r'), (source, "search", 's') }).ToList();
        foreach (var (source, interaction, letter) in doors)
        {
            var rule = table.Find(source.Door(interaction));
            Assert.Equal((source.Type, letter), (rule.Resource, rule.Interaction));
            Assert.True(rule.AboutPerson);
            Assert.Contains(table.Doors, d => d.Value.Name == rule.Name && d.Key.StartsWith("halton.hub.", StringComparison.Ordinal));
            Assert.Superset(rule.Kinds.ToHashSet(), ExchangePolicy.Rules[0].Kinds.ToHashSet());
        }

        Assert.Equal(doors.Select(d => d.source.Door(d.Item2)).Order(), table.Doors.Keys.Where(d => d.StartsWith("fhir/", StringComparison.Ordinal) && !d.Contains('$', StringComparison.Ordinal)).Order());
        var messages = hub.Services.GetServices<MessageTaker>().SelectMany(taker => Enum.GetValues<MessageKind>().Select(taker.Door)).Distinct().Order();
        Assert.Equal(messages, table.Doors.Keys.Where(d => d.StartsWith("fhir/$", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_call_names_its_purpose()
    {
        var token = await hub.Token("rww");
        await hub.Bare(("authorization", "Bearer " + token)).GetDischargeStatusAsync(ByNumber(NhsNumber())).NamesField("purpose-of-use", "PURPOSE_REQUIRED");
        await hub.With(token, "").GetDischargeStatusAsync(ByNumber(NhsNumber())).NamesField("purpose-of-use", "PURPOSE_REQUIRED");
        foreach (var purpose in new[] { "HMARKT", "ETREAT", "treat", "TREAT,HOPERAT", new string('T', 21) })
        {
            await hub.With(token, purpose).GetDischargeStatusAsync(ByNumber(NhsNumber())).Refused(StatusCode.PermissionDenied, "PURPOSE_NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task A_token_asked_with_a_smaller_scope_opens_only_that()
    {
        var reader = hub.With(await hub.Token("rww", "system/Encounter.rs"));
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        Assert.Equal(admitted.DischargeId, (await reader.GetDischargeStatusAsync(ById(admitted.DischargeId))).DischargeId);
        await reader.RecordAdmissionAsync(Admission()).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        await reader.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 1)).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        await reader.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", admitted.Etag)).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        await reader.ConfirmDischargeAsync(Confirm(admitted.DischargeId, admitted.Etag)).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        await reader.CancelDischargeAsync(Cancel(admitted.DischargeId, admitted.Etag)).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        var finder = hub.With(await hub.Token("rww", "system/Encounter.r"));
        await finder.ListDischargesAsync(new ListDischargesRequest()).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
        await finder.WatchDischarges(new WatchDischargesRequest()).ResponseStream.MoveNext(default).Refused(StatusCode.PermissionDenied, "SCOPE_MISSING");
    }

    [Theory]
    [InlineData("system/Encounter.r")]
    [InlineData("system/Encounter.cruds system/Observation.rs")]
    [InlineData("  system/Encounter.rs  ")]
    public void A_strict_scope_is_read(string text) => Assert.True(ScopeSet.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("system/Encounter")]
    [InlineData("system/Encounter.")]
    [InlineData("system/.rs")]
    [InlineData("system/encounter.rs")]
    [InlineData("system/Encounter2.rs")]
    [InlineData("system/Encounter.sr")]
    [InlineData("system/Encounter.rr")]
    [InlineData("system/Encounter.x")]
    [InlineData("system/Encounter.read")]
    [InlineData("system/Encounter.write")]
    [InlineData("system/Encounter.*")]
    [InlineData("system/*.rs")]
    [InlineData("system/Encounter.rs?status=x")]
    [InlineData("system/Encounter?status=x.rs")]
    [InlineData("system/Encounter.rs?")]
    [InlineData("System/Encounter.rs")]
    [InlineData("patient/Encounter.rs")]
    [InlineData("system/Encounter.rs\tsystem/Patient.r")]
    [InlineData("system/Encounter.rs,system/Patient.r")]
    [InlineData("system/Encounter.rs launch")]
    public void Any_other_scope_is_refused_and_never_in_part(string text) => Assert.False(ScopeSet.TryParse(text, out _));

    [Fact]
    public void Whatever_text_is_read_as_scopes_means_exactly_what_it_says()
    {
        string[] words = ["system/", "system/Encounter.", "Observation", ".", "c", "r", "u", "d", "s", "?", " ", "*", "read", "\t", "user/"];
        var piece = Gen.OneOf(Gen.Int[0, words.Length - 1].Select(i => words[i]), Gen.String[0, 3]);
        piece.Array[0, 14].Select(string.Concat).Sample(
            text =>
            {
                if (ScopeSet.TryParse(text, out var set))
                {
                    Assert.All(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), scope => Assert.Matches(@"\Asystem/[A-Z][A-Za-z]*\.(?=.)c?r?u?d?s?\z", scope));
                    Assert.All("cruds", letter => Assert.Equal(text.Split(' ').Any(s => s.StartsWith("system/Encounter.", StringComparison.Ordinal) && s[17..].Contains(letter)), set.Allows("Encounter", letter)));
                }
            },
            iter: 100_000);
    }
}
