using System.Text;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Xunit;

namespace Halton.Hub.Tests.Transport.Fhir;

/// <summary>
/// Resources that were right, with elements dropped, doubled, retyped, moved, blown up and nested: each is read, or refused with a fault that
/// becomes a right OperationOutcome. Nothing else comes out, and memory does not grow with what came in.
/// </summary>
public sealed class FhirFuzzTests
{
    private const int Texts = 10_000;

    [Fact]
    public void Ten_thousand_spoiled_texts_are_read_or_refused_by_name()
    {
        var random = new Random(20261126);
        var right = System.IO.Directory.EnumerateFiles(Path.Combine(HouseTests.Repository(), "schema", "fhir"), "*.json").Select(File.ReadAllText).Concat(Samples).ToArray();
        var (read, refused, before) = (0, new Dictionary<string, int>(), Memory());
        for (var i = 0; i < Texts; i++)
        {
            var text = SpoiledText.Of(right[random.Next(right.Length)], random);
            try
            {
                FhirJson.Read(Encoding.UTF8.GetBytes(text));
                read++;
            }
            catch (Fault fault)
            {
                Assert.Equal(FaultKind.Invalid, fault.Kind);
                Assert.InRange(fault.Fields.Count, 1, FhirJson.MostTold + 1);
                var (status, outcome) = FhirOutcome.Of(fault, "trace");
                Assert.Contains(status, new[] { 400, 422 });
                if (refused.TryAdd(fault.Reason, 1))
                {
                    Assert.IsType<OperationOutcome>(FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(outcome))));
                }
            }
        }

        // What is spoiled is mostly wrong; what is not, is read.
        Assert.InRange(read, 1, Texts / 2);
        Assert.True(refused.Count > 15, string.Join(", ", refused.Keys));
        Assert.True(Memory() - before < 64 * 1024 * 1024, "memory grew");
    }

    private static readonly string[] Samples =
    [
        """{"resourceType":"Task","id":"1","status":"requested","intent":"order","code":{"coding":[{"system":"https://one-halton.example/fhir/CodeSystem/task-kind","code":"placement-offer"}]},"for":{"identifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000018"}},"authoredOn":"2026-11-26T10:00:00Z","lastModified":"2026-11-26T10:00:00Z","restriction":{"period":{"end":"2026-11-27T10:00:00Z"}},"input":[{"type":{"text":"x"},"valueDate":"2026-11-28"}]}""",
        """{"resourceType":"Encounter","id":"1","status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},"period":{"start":"2026-11-20T10:00:00Z"},"location":[{"location":{"display":"A1"}}]}""",
        """{"resourceType":"Bundle","type":"message","timestamp":"2026-11-26T10:00:00Z","entry":[{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000001","resource":{"resourceType":"MessageHeader","eventCoding":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"source":{"endpoint":"https://one-halton.example"},"focus":[{"reference":"urn:uuid:0193a000-0000-7000-8000-000000000002"}]}},{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000002","resource":{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"reference":"urn:uuid:0193a000-0000-7000-8000-000000000003"}}},{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000003","resource":{"resourceType":"Patient","name":[{"family":"Quill","given":["Orla"]}],"contact":[{"name":{"family":"Quill"}}]}}]}""",
    ];

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
