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
    /// <summary>A message that was processed before.</summary>
    public const string AlreadyProcessed = "MESSAGE_ALREADY_PROCESSED";

    /// <summary>A message that is being processed.</summary>
    public const string StillProcessing = "MESSAGE_STILL_PROCESSING";

    /// <summary>What took too long.</summary>
    public const string TimedOut = "TIMED_OUT";

    /// <summary>A version of the standard that the hub does not speak.</summary>
    public const string VersionNotSupported = "VERSION_NOT_SUPPORTED";

    /// <summary>The error codes. Source: NHS England, Booking and Referral Standard; the small s is theirs.</summary>
    public const string Codes = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    /// <summary>An example of each row of the standard's error table that the hub answers with: the HTTP status, and the outcome.</summary>
    public static IReadOnlyList<(int Status, OperationOutcome Outcome)> Examples { get; } =
    [
        .. new Fault?[]
        {
            Fault.Invalid("", "NOT_FHIR", "The text cannot be read as a FHIR resource."),
            Fault.Invalid("Bundle.timestamp", "REQUIRED", "A moment is required."),
            Fault.Invalid("MessageHeader.reason", "CODE_UNKNOWN", $"One of new, update, delete of {FhirMessage.Reasons}."),
            Fault.Invalid("ServiceRequest.status", "bars-workflow", "The status does not fit the message."),
            new(FaultKind.Unauthenticated, "TOKEN_EXPIRED", "The access token has ended. Fetch another."),
            new(FaultKind.PermissionDenied, "KIND_NOT_ALLOWED", "This call is not for your kind of organisation."),
            new(FaultKind.NotFound, "REFERRAL_NOT_FOUND", "There is no such referral that you may see."),
            Fault.Retry(FaultKind.Unavailable, TimedOut, "The message took longer than 5 seconds. Send it again with the same ids.", TimeSpan.FromSeconds(1)),
            Fault.StaleEtag("r3"),
            new(FaultKind.AlreadyExists, AlreadyProcessed, "This message was processed before. Take it for success."),
            new(FaultKind.OutOfRange, VersionNotSupported, "The hub speaks version 1 of the standard."),
            Fault.Invalid("", "TOO_LONG", $"At most {FhirJson.Longest} bytes are taken."),
            Fault.Retry(FaultKind.Unavailable, StillProcessing, "This message is being processed. Ask again.", TimeSpan.FromSeconds(1)),
            new(FaultKind.ResourceExhausted, "RATE_EXCEEDED", "Too many calls. Slow down."),
            null,
            new(FaultKind.Unimplemented, "MESSAGE_NOT_SUPPORTED", "The hub takes referrals and answers to them, no bookings."),
            Fault.Retry(FaultKind.Unavailable, "DATABASE_UNAVAILABLE", "The hub cannot reach its database. Send the same request, with the same request_id, again.", TimeSpan.FromSeconds(1)),
        }.Select(fault => Of(fault, "0af7651916cd43dd8448eb211c80319c")),
        (405, Of("SEND_METHOD_NOT_ALLOWED", Issue.NotSupported, "METHOD_NOT_ALLOWED", "Use POST.")),
        (406, Of("REC_NOT_ACCEPTABLE", Issue.Processing, "MEDIA_NOT_SERVED", $"Accept {FhirJson.MediaType}.")),
    ];

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
            : fault.Fields.Select(f => Told(status == 400 ? IssueOf(f.Reason) : issue, code, f.Reason, f.Message, f.Field))));
    }

    /// <summary>Tells something about the request as such.</summary>
    public static OperationOutcome Of(string code, Issue issue, string reason, string message) => Outcome([Told(issue, code, reason, message, "")]);

    private static (int Status, string Code, Issue Issue) Answer(Fault fault) => fault.Reason switch
    {
        // A client takes this answer for success, so that no other may look like it.
        AlreadyProcessed => (409, "REC_CONFLICT", Issue.Duplicate),
        StillProcessing => (425, "REC_TOO_EARLY", Issue.Transient),
        TimedOut => (408, "REC_TIMEOUT", Issue.Timeout),
        VersionNotSupported => (422, "REC_UNPROCESSABLE_ENTITY", Issue.NotSupported),
        "TOO_LONG" or "TOO_MANY" when fault.Fields is [{ Field: "" }] => (422, "REC_UNPROCESSABLE_ENTITY", Issue.TooCostly),
        _ => AnswerOf(fault),
    };

    private static (int Status, string Code, Issue Issue) AnswerOf(Fault fault) => fault.Kind switch
    {
        FaultKind.Invalid => (400, "REC_BAD_REQUEST", Issue.Invalid),
        FaultKind.NotFound => (404, "REC_NOT_FOUND", Issue.NotFound),
        FaultKind.AlreadyExists => (409, "REC_CONFLICT", Issue.Conflict),
        FaultKind.FailedPrecondition => (400, "REC_BAD_REQUEST", Issue.Invariant),
        FaultKind.Aborted => (409, "REC_CONFLICT", Issue.Conflict),
        FaultKind.OutOfRange => (400, "REC_BAD_REQUEST", Issue.Value),
        FaultKind.Unauthenticated => (401, "REC_UNAUTHORIZED", Issue.Forbidden),
        FaultKind.PermissionDenied => (403, "REC_FORBIDDEN", Issue.Forbidden),
        FaultKind.ResourceExhausted => (429, "SEND_TOO_MANY_REQUESTS", Issue.Throttled),
        FaultKind.Unavailable => (503, "REC_SERVICE_UNAVAILABLE", Issue.Transient),
        FaultKind.Unimplemented => (501, "REC_NOT_IMPLEMENTED", Issue.NotSupported),
        _ => (500, "REC_SERVER_ERROR", Issue.Exception),
    };

    // Invariants of FHIR are known by keys such as pat-1; the parser's own codes by letters and three digits.
    private static Issue IssueOf(string reason) => reason switch
    {
        "REQUIRED" => Issue.Required,
        "NOT_JSON" or "NOT_FHIR" or "SAID_TWICE" => Issue.Invalid,
        _ when reason.StartsWith("JSON", StringComparison.Ordinal) || reason.StartsWith("PVAL", StringComparison.Ordinal) => Issue.Invalid,
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
