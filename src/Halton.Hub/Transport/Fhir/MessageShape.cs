using Halton.Hub.Foundation;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>How many resources of each type a kind of message carries: the cardinalities of the NHS Booking and Referral Standard's message definitions.</summary>
internal static class MessageShape
{
    /// <summary>The rule's name in a refusal.</summary>
    public const string Cardinality = "bars-cardinality";

    private const int Many = 50;

    private static readonly (int, int) One = (1, 1);
    private static readonly (int, int) Any = (0, Many);
    private static readonly (int, int) Some = (1, Many);
    private static readonly (int, int) Two = (2, Many);
    private static readonly (int, int) Perhaps = (0, 1);

    // In the order of the kinds below; what a kind does not carry is absent.
    private static readonly (string Type, (int Least, int Most)?[] Of)[] Table =
    [
        ("MessageHeader", [One, One, One, One, One, One]),
        ("ServiceRequest", [One, One, One, One, One, One]),
        ("Patient", [One, One, One, One, One, One]),
        ("Encounter", [One, One, null, (2, 2), (0, 3), (2, 2)]),
        ("CarePlan", [One, One, null, null, Perhaps, null]),
        ("HealthcareService", [Some, One, null, Any, One, Any]),
        ("Location", [Any, One, null, null, Perhaps, null]),
        ("Organization", [Two, Two, Two, Some, Two, Two]),
        ("Practitioner", [Some, Some, null, Some, Some, Some]),
        ("PractitionerRole", [Some, Some, null, Some, Some, Some]),
        ("Consent", [Some, Some, null, null, Some, null]),
        ("Flag", [Any, Any, null, null, Any, null]),
        ("Observation", [Any, Any, null, null, Any, null]),
        ("MedicationStatement", [Any, Any, null, null, Any, null]),
        ("AllergyIntolerance", [Any, Any, null, null, Any, null]),
        ("Questionnaire", [Any, null, null, null, Any, null]),
        ("QuestionnaireResponse", [Any, null, null, null, Any, null]),
        ("Condition", [Any, null, null, null, Any, null]),
        ("Task", [Any, null, null, null, Any, null]),
        ("Communication", [Any, null, null, null, Any, null]),
        ("Procedure", [Any, null, null, null, Any, null]),
        ("RelatedPerson", [Any, null, null, null, Any, null]),
    ];

    /// <summary>Notes what there is too much or too little of.</summary>
    public static void Check(FieldChecks check, Bundle bundle, MessageKind kind, bool validation)
    {
        var column = kind switch
        {
            MessageKind.NewReferral => 0,
            MessageKind.NewValidation => 1,
            MessageKind.Update => validation ? 1 : 0,
            MessageKind.Cancel => 2,
            MessageKind.Interim => 3,
            MessageKind.Final => 4,
            _ => 5,
        };
        var counts = bundle.Entry.CountBy(e => e.Resource!.TypeName).ToDictionary();
        foreach (var (type, of) in Table)
        {
            var (least, most) = of[column] ?? (0, 0);
            var count = counts.GetValueOrDefault(type);
            check.That(count >= least && count <= most, $"Bundle.entry({type})", Cardinality, most == Many ? $"At least {least}." : $"From {least} to {most}.");
            counts.Remove(type);
        }

        foreach (var type in counts.Keys)
        {
            check.That(false, $"Bundle.entry({type})", Cardinality, "This message carries none.");
        }
    }
}
