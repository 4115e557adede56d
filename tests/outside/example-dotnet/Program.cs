using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Client;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;

string Setting(string name, string otherwise) => Environment.GetEnvironmentVariable(name) ?? otherwise;
var http = new Uri(Setting("HUB_HTTP", "http://127.0.0.1:5080"));
var grpc = new Uri(Setting("HUB_GRPC", "http://127.0.0.1:5081"));

// The channel fetches and renews its access tokens by itself.
var trust = HubPartner.FromFile("rww", Path.Combine(Setting("HUB_DATA", ".hub"), "keys", "rww.json"), "TREAT");
using var channel = HubChannel.Open(grpc, http, trust);
var hub = new DischargeService.DischargeServiceClient(channel);

var stay = await hub.RecordAdmissionAsync(new RecordAdmissionRequest
{
    RequestId = Guid.NewGuid().ToString(),
    NhsNumber = args[0],
    NhsNumberStatus = new Coding { Code = "01" },
    Patient = new Patient { Name = new HumanName { Family = "Example", Given = { "Edgar" } }, BirthDate = "1938", LocalAuthority = "E06000006" },
    SpellIdentifier = Guid.NewGuid().ToString(),
    Site = "RWWWH",
    Ward = "A1",
    AdmittedAt = DateTime.UtcNow.AddDays(-2).ToTimestamp(),
});
Console.WriteLine($"{stay.State}, next: {stay.NextAction.Text}");

// No criterion to reside is met any more.
stay = await hub.ReviewCriteriaToResideAsync(new ReviewCriteriaToResideRequest
{
    RequestId = Guid.NewGuid().ToString(),
    DischargeId = stay.DischargeId,
    ReviewedAt = DateTime.UtcNow.AddHours(-1).ToTimestamp(),
    ReviewerRole = "consultant",
});
Console.WriteLine($"{stay.State} since {stay.DischargeReadyDate}, next: {stay.NextAction.Text}");
