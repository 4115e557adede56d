using System.Text;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Xunit;

namespace Halton.Hub.Tests.Transport.Fhir;

/// <summary>What comes in wrong is refused, on the element; what is right is read.</summary>
public sealed class FhirJsonTests
{
    private const string Patient = """{"resourceType":"Patient","id":"a","gender":"female","birthDate":"1950-02-28","contact":[{"name":{"family":"Quill"}}]}""";

    [Theory]
    [InlineData(Patient)]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"reference":"Patient/1"},"occurrencePeriod":{"start":"2026-11-26T10:00:00Z","end":"2026-11-26T12:00:00Z"}}""")]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","for":{"identifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000018"}},"authoredOn":"2026-11-26T10:00:00Z","lastModified":"2026-11-26T10:00:00Z"}""")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"1","item":[{"linkId":"2","answer":[{"valueString":"x"}]}]}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"message","entry":[{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000001","resource":{"resourceType":"MessageHeader","eventUri":"https://one-halton.example/e","source":{"endpoint":"https://one-halton.example"},"focus":[{"reference":"urn:uuid:0193a000-0000-7000-8000-000000000002"}]}},{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000002","resource":{"resourceType":"Patient","active":true}}]}""")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"x"}],"managingOrganization":{"reference":"#o"}}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}""")]
    public void What_is_right_is_read(string text) => Assert.Equal(text.Split('"')[3], Read(text).TypeName);

    [Theory]
    // Shape.
    [InlineData("", "NOT_JSON")]
    [InlineData("[]", "NOT_FHIR")]
    [InlineData("3", "NOT_FHIR")]
    [InlineData("null", "*")]
    [InlineData("{}", "*")]
    [InlineData("""{"resourceType":"Person2"}""", "*")]
    [InlineData("""{"resourceType":"Patient","id":"a","id":"b"}""", "SAID_TWICE")]
    [InlineData("""{"resourceType":"Patient","nickname":"x"}""", "*")]
    [InlineData("""{"resourceType":"Patient","name":{"family":"x"}}""", "*")]
    [InlineData("""{"resourceType":"Patient","gender":["female"]}""", "*")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "*")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "*")]
    [InlineData("""{"resourceType":"Patient","name":[null]}""", "*")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "*")]
    [InlineData("""{"resourceType":"Patient","birthDate":19500228}""", "*")]
    [InlineData("""{"resourceType":"Patient","gender":""}""", "*")]
    [InlineData("""{"resourceType":"Patient","gender":" "}""", "*")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Nothing"}]}""", "*")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", "*")]
    // Values.
    [InlineData("""{"resourceType":"Patient","gender":"woman"}""", "*")]
    [InlineData("""{"resourceType":"Patient","gender":"Female"}""", "*")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-02-30"}""", "*")]
    [InlineData("""{"resourceType":"Patient","birthDate":"28/02/1950"}""", "*")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-13"}""", "*")]
    [InlineData("""{"resourceType":"Patient","meta":{"lastUpdated":"2026-11-26"}}""", "*")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2026-01-01"}""", "*")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1.5}""", "*")]
    [InlineData("""{"resourceType":"Patient","multipleBirthString":"one"}""", "*")]
    // Cardinality.
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan"}""", "*")]
    [InlineData("""{"resourceType":"ServiceRequest","intent":"plan","subject":{"reference":"Patient/1"}}""", "*")]
    [InlineData("""{"resourceType":"Patient","link":[{"type":"refer"}]}""", "*")]
    [InlineData("""{"resourceType":"Encounter","status":"finished"}""", "*")]
    // Targets.
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"reference":"Organization/1"}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"reference":"https://elsewhere.example/fhir/Organization/1/_history/2"}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"type":"Organization","identifier":{"value":"1"}}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"plan","subject":{"type":"Group","reference":"Patient/1"}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Medication","id":"o"}],"managingOrganization":{"reference":"#o"}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","status":"completed","author":{"reference":"Location/1"}}""", "REFERENCE_TARGET")]
    [InlineData("""{"resourceType":"Bundle","type":"message","entry":[{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000001","resource":{"resourceType":"MessageHeader","eventUri":"https://one-halton.example/e","source":{"endpoint":"https://one-halton.example"},"responsible":{"reference":"urn:uuid:0193a000-0000-7000-8000-000000000002"}}},{"fullUrl":"urn:uuid:0193a000-0000-7000-8000-000000000002","resource":{"resourceType":"Patient","active":true}}]}""", "REFERENCE_TARGET")]
    // Invariants.
    [InlineData("""{"resourceType":"Patient","contact":[{"gender":"male"}]}""", "pat-1")]
    [InlineData("""{"resourceType":"Patient","telecom":[{"value":"0151"}]}""", "cpt-2")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"period":{"start":"2026-02-01","end":"2026-01-01"}}]}""", "per-1")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"https://one-halton.example/x"}]}""", "ext-1")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"x"}]}""", "dom-3")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"x","meta":{"versionId":"1"}}],"managingOrganization":{"reference":"#o"}}""", "dom-4")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"#nobody"}}""", "ref-1")]
    [InlineData("""{"resourceType":"Organization","active":true}""", "org-1")]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","authoredOn":"2026-11-26T10:00:00Z","lastModified":"2026-11-25T10:00:00Z"}""", "inv-1")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"1","item":[{"linkId":"2","item":[{"linkId":"3"}],"answer":[{"valueString":"x"}]}]}]}""", "qrs-1")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueString":"y","dataAbsentReason":{"text":"z"}}""", "obs-6")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1,"code":"kg"}}""", "qty-3")]
    [InlineData("""{"resourceType":"Bundle","type":"message","total":1,"entry":[{"resource":{"resourceType":"Patient","active":true}}]}""", "bdl-1,bdl-12")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","contact":[{"gender":"male"}]}}]}""", "pat-1")]
    [InlineData("""{"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/1"},"activity":[{"reference":{"reference":"Task/1"},"detail":{"status":"scheduled"}}]}""", "cpl-3")]
    public void What_is_wrong_is_refused(string text, string reasons)
    {
        var fault = Assert.Throws<Fault>(() => Read(text));
        Assert.Equal(FaultKind.Invalid, fault.Kind);
        if (reasons != "*")
        {
            Assert.Equal(reasons.Split(','), fault.Fields.Select(f => f.Reason));
        }
    }

    [Fact]
    public void What_is_too_much_is_refused_before_it_is_read()
    {
        Assert.Equal("TOO_LONG", Reason("""{"resourceType":"Patient","id":" """ + new string('x', FhirJson.Longest)));
        Assert.Equal("TOO_MANY", Reason("[" + string.Join(',', Enumerable.Repeat("1", 200_000)) + "]"));
        Assert.Equal("NOT_JSON", Reason(string.Concat(Enumerable.Repeat("""{"a":""", 100_000))));
        var deep = string.Concat(Enumerable.Repeat("""{"url":"u","extension":[""", 60)) + string.Concat(Enumerable.Repeat("]}", 60));
        Assert.Equal("NOT_JSON", Reason("""{"resourceType":"Patient","extension":[""" + deep + "]}"));
    }

    [Fact]
    public void No_word_of_a_refusal_repeats_what_was_sent()
    {
        foreach (var text in new[]
        {
            """{"resourceType":"Patient","gender":"Zebedee"}""", """{"resourceType":"Patient","Zebedee":"x"}""", """{"resourceType":"Zebedee"}""", """{"resourceType":"Patient","birthDate":"Zebedee"}""",
            """{"resourceType":"Patient","id":"Zebedee Quill"}""", """{"resourceType":"Patient","managingOrganization":{"reference":"#Zebedee"}}""", """{"resourceType":"Patient","active":"Zebedee"}""",
        })
        {
            var fault = Assert.Throws<Fault>(() => Read(text));
            Assert.DoesNotContain("Zebedee", fault.Message + string.Concat(fault.Fields.Select(f => f.Field + f.Message + f.Reason)), StringComparison.Ordinal);
        }
    }

    private static string Reason(string text) => Assert.Throws<Fault>(() => Read(text)).Reason;

    private static Hl7.Fhir.Model.Resource Read(string text) => FhirJson.Read(Encoding.UTF8.GetBytes(text));
}
