using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Referrals;

/// <summary>What was done about a referral, as it stands in the Task: each triage, each team, each contact an extension of its own.</summary>
internal static class ReferralHistoryFhir
{
    /// <summary>One look at how urgent it is; the first is version 1.</summary>
    public static readonly HubExtension Triage = new("referral-triage", "", "One look at how urgent a referral is, the latest last.", "Task")
    {
        Parts =
        [
            new("tier", "CodeableConcept", "How fast the service is to answer.", Required: true),
            new("condition", "CodeableConcept", "A condition of urgent community response.", Repeats: true),
            new("exclusion", "CodeableConcept", "What stands against a response at home.", Repeats: true),
            new("discipline", "CodeableConcept", "Who is needed.", Repeats: true),
            new("triaged-at", "dateTime", "When.", Required: true),
            new("triaged-by-role", "string", "Role of who triaged.", Required: true),
            new("note", "string", "Why, in words."),
        ],
    };

    /// <summary>A team that is to respond.</summary>
    public static readonly HubExtension Allocation = new("referral-allocation", "", "A team that is to respond, the latest last.", "Task")
    {
        Parts =
        [
            new("team-type", "CodeableConcept", "Team type of the Community Services Data Set.", Required: true),
            new("discipline", "CodeableConcept", "Who goes.", Repeats: true),
            new("allocated-at", "dateTime", "When.", Required: true),
            new("allocated-by-role", "string", "Role of who allocated.", Required: true),
        ],
    };

    /// <summary>Somebody was in touch.</summary>
    public static readonly HubExtension Contact = new("referral-contact", "", "Somebody of the service was in touch with the person, in order.", "Task")
    {
        Parts =
        [
            new("contacted-at", "dateTime", "When.", Required: true),
            new("kind", "CodeableConcept", "How.", Required: true),
            new("discipline", "CodeableConcept", "Who it was."),
            new("note", "string", "What came of it."),
        ],
    };

    /// <summary>Tells it.</summary>
    public static void Put(FhirTask told, ReferralHistory history, FhirWords words)
    {
        foreach (var t in history.Triages)
        {
            Triage.PutParts(told, [Code("tier", ReferralCodes.Tier, t.Tier), .. Codes("condition", ReferralCodes.Condition, t.Conditions), .. Codes("exclusion", ReferralCodes.Exclusion, t.Exclusions), .. Codes("discipline", ReferralCodes.Discipline, t.Disciplines), ("triaged-at", FhirWords.Moment(t.TriagedAt)), Text("triaged-by-role", t.TriagedByRole), Text("note", t.Note)]);
        }

        foreach (var a in history.Allocations)
        {
            Allocation.PutParts(told, [Code("team-type", ReferralCodes.TeamType, a.TeamType), .. Codes("discipline", ReferralCodes.Discipline, a.Disciplines), ("allocated-at", FhirWords.Moment(a.AllocatedAt)), Text("allocated-by-role", a.AllocatedByRole)]);
        }

        foreach (var c in history.Contacts)
        {
            Contact.PutParts(told, [("contacted-at", FhirWords.Moment(c.ContactedAt)), Code("kind", ReferralCodes.ContactKind, c.Kind), Code("discipline", ReferralCodes.Discipline, c.Discipline), Text("note", c.Note)]);
        }

        (string, DataType?) Code(string name, string system, string? code) => (name, words.Concept(system, code));

        IEnumerable<(string, DataType?)> Codes(string name, string system, IEnumerable<string> codes) => codes.Select(code => Code(name, system, code));

        static (string, DataType?) Text(string name, string? text) => (name, text is null ? null : new FhirString(text));
    }

    /// <summary>Reads it back.</summary>
    public static ReferralHistory Take(FhirTask from, FhirTaking taking)
    {
        return new(
            [.. Triage.All(from).Select((t, i) => new Triage(
                i + 1,
                Code(t, Triage, i, "tier", ReferralCodes.Tier, required: true)!,
                Codes(t, Triage, i, "condition", ReferralCodes.Condition),
                Codes(t, Triage, i, "exclusion", ReferralCodes.Exclusion),
                Codes(t, Triage, i, "discipline", ReferralCodes.Discipline),
                Moment(t, Triage, i, "triaged-at"),
                taking.Check.Text(HubExtension.Part<FhirString>(t, "triaged-by-role")?.Value, At(Triage, i, "triaged-by-role"), 60),
                taking.Check.OptionalText(HubExtension.Part<FhirString>(t, "note")?.Value, At(Triage, i, "note"), 1000, lines: true)))],
            [.. Allocation.All(from).Select((a, i) => new Allocation(
                Code(a, Allocation, i, "team-type", ReferralCodes.TeamType, required: true)!,
                Codes(a, Allocation, i, "discipline", ReferralCodes.Discipline),
                Moment(a, Allocation, i, "allocated-at"),
                taking.Check.Text(HubExtension.Part<FhirString>(a, "allocated-by-role")?.Value, At(Allocation, i, "allocated-by-role"), 60)))],
            [.. Contact.All(from).Select((c, i) => new Contact(
                Moment(c, Contact, i, "contacted-at"),
                Code(c, Contact, i, "kind", ReferralCodes.ContactKind, required: true)!,
                Code(c, Contact, i, "discipline", ReferralCodes.Discipline, required: false),
                taking.Check.OptionalText(HubExtension.Part<FhirString>(c, "note")?.Value, At(Contact, i, "note"), 1000, lines: true)))]);

        string? Code(Extension of, HubExtension kind, int i, string name, string system, bool required) => taking.Code(HubExtension.Part<CodeableConcept>(of, name), system, At(kind, i, name), required);

        List<string> Codes(Extension of, HubExtension kind, int i, string name, string system) =>
            [.. of.Extension.Where(e => e.Url == name).Select(e => taking.Code(e.Value as CodeableConcept, system, At(kind, i, name), required: true)).OfType<string>()];

        DateTimeOffset Moment(Extension of, HubExtension kind, int i, string name) => taking.Moment(HubExtension.Part<FhirDateTime>(of, name), At(kind, i, name), required: true) ?? default;
    }

    private static string At(HubExtension kind, int i, string name) => $"extension({kind.Name})[{i}].extension({name})";
}
