using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Something about one service of a document.</summary>
/// <param name="Severity">error or warning.</param>
/// <param name="Field">Where, as a path within the service: schedules[0].opens_at.</param>
/// <param name="Reason">Stable name of the reason.</param>
/// <param name="Message">What would be right, or what was done.</param>
public sealed record ImportIssue(string Severity, string Field, string Reason, string Message)
{
    /// <summary>Why the service was refused.</summary>
    internal static ImportIssue Error(FieldFault fault) => new("error", fault.Field, fault.Reason, fault.Message);

    /// <summary>What was left out or kept although the document says otherwise.</summary>
    internal static ImportIssue Warning(string field, string reason, string message) => new("warning", field, reason, message);
}
