using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using Issue = Hl7.Fhir.Model.OperationOutcome.IssueType;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// Tells faults as OperationOutcome, with the HTTP status and the error code of the NHS Booking and Referral Standard. The hub's own reason
/// stands in details.text; diagnostics says what to do and carries no person's data.
/// </summary>
public static class FhirOutcome
{
    /// <summary>The error codes. Source: NHS England, Booking and Referral Standard; the small s is theirs.</summary>
    public const string Codes = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    /// <summary>Tells a fault; null stands for an error of ours, of which only the trace id is told.</summary>
    public static (int Status, OperationOutcome Outcome) Of(Fault? fault, string traceId)
    {
        if (fault is null)
        {
            return (500, Outcome([Told(Issue.Exception, "REC_SERVER_ERROR", "INTERNAL", $"The hub failed. Tell its operators: trace {traceId}.", "")]));
        }

        var (status, code, issue) = Answer(fault);
        return (status, Outcome(fault.Fields.Count == 0
            ? [Told(issue, code, fault.Reason, fault.Message, "")]
            : fault.Fields.Select(f => Told(IssueOf(f.Reason), code, f.Reason, f.Message, f.Field))));
    }

    /// <summary>Tells something about the request as such.</summary>
    public static OperationOutcome Of(string code, Issue issue, string reason, string message) => Outcome([Told(issue, code, reason, message, "")]);

    private static (int Status, string Code, Issue Issue) Answer(Fault fault) => fault.Kind switch
    {
        FaultKind.Invalid => (400, "REC_BAD_REQUEST", Issue.Invalid),
        FaultKind.NotFound => (404, "REC_NOT_FOUND", Issue.NotFound),
        FaultKind.AlreadyExists => (409, "REC_CONFLICT", Issue.Duplicate),
        FaultKind.FailedPrecondition => (400, "REC_BAD_REQUEST", Issue.Invariant),
        FaultKind.Aborted => (409, "REC_CONFLICT", Issue.Conflict),
        FaultKind.OutOfRange => (400, "REC_BAD_REQUEST", Issue.Value),
        FaultKind.Unauthenticated => (401, "REC_UNAUTHORIZED", Issue.Login),
        FaultKind.PermissionDenied => (403, "REC_FORBIDDEN", Issue.Forbidden),
        FaultKind.ResourceExhausted => (429, "REC_TOO_MANY_REQUESTS", Issue.Throttled),
        FaultKind.Unavailable => (503, "REC_SERVICE_UNAVAILABLE", Issue.Transient),
        _ => (500, "REC_SERVER_ERROR", Issue.Exception),
    };

    // Invariants of FHIR are known by keys such as pat-1; the parser's own codes by letters and three digits.
    private static Issue IssueOf(string reason) => reason switch
    {
        "REQUIRED" => Issue.Required,
        "CODE_UNKNOWN" or "CODE_SYSTEM_UNKNOWN" or "CODE_NOT_VALID_THEN" => Issue.CodeInvalid,
        "NOT_JSON" or "NOT_FHIR" or "SAID_TWICE" => Issue.Structure,
        "TOO_LONG" or "TOO_MANY" => Issue.TooLong,
        _ when reason.StartsWith("JSON", StringComparison.Ordinal) || reason.StartsWith("PVAL", StringComparison.Ordinal) => Issue.Structure,
        _ when reason.Contains('-', StringComparison.Ordinal) => Issue.Invariant,
        _ => Issue.Value,
    };

    private static OperationOutcome Outcome(IEnumerable<OperationOutcome.IssueComponent> issues) => new() { Issue = [.. issues] };

    private static OperationOutcome.IssueComponent Told(Issue issue, string code, string reason, string message, string field) => new()
    {
        Severity = OperationOutcome.IssueSeverity.Error,
        Code = issue,
        Details = new CodeableConcept { Coding = [new Hl7.Fhir.Model.Coding(Codes, code)], Text = reason },
        Diagnostics = message,
        Expression = field.Length > 0 ? [field] : [],
    };
}
