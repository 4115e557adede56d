using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;

namespace Halton.Hub.Discharge.Imports;

/// <summary>The part of the gRPC door that turns a feed into lines, and what became of them into answers.</summary>
internal static class ImportGrpc
{
    /// <summary>The feed's id, from its first message. Faults on start: REQUIRED.</summary>
    public static string Start(ImportUpdatesRequest first)
    {
        var check = new FieldChecks();
        check.That(first.MessageCase == ImportUpdatesRequest.MessageOneofCase.Start, "start", "REQUIRED", "The first message names the feed.");
        check.Settle();
        var feed = check.Text(first.Start?.FeedId, "start.feed_id", 100);
        check.Settle();
        return feed;
    }

    /// <summary>The lines that follow. Fault on item: REQUIRED.</summary>
    public static async IAsyncEnumerable<ImportItem> Lines(IAsyncStreamReader<ImportUpdatesRequest> stream)
    {
        while (await stream.MoveNext(CancellationToken.None))
        {
            yield return stream.Current.Item is { } item ? Line(item) : throw Fault.Invalid("item", "REQUIRED", "After the first message each is an item.");
        }
    }

    /// <summary>A line.</summary>
    public static ImportItem Line(Contracts.Discharge.V1.ImportItem item) => new(item.ItemKey, item.SpellIdentifier.Given(), item.DischargeId.Given(), () => Read(item));

    /// <summary>Tells an answer.</summary>
    public static ImportUpdatesResponse Tell(ImportAnswer answer) => answer.Refused is { } fault
        ? new ImportUpdatesResponse
        {
            ItemKey = answer.Key,
            Rejected = new ImportRejected
            {
                Code = RichStatus.Code(fault.Kind).ToString(),
                Reason = fault.Reason,
                Text = fault.Message,
                Fields = { fault.Fields.Select(f => new Warning { Field = f.Field, Reason = f.Reason, Text = f.Message }) },
                Retryable = fault.RetryAfter is not null,
            },
        }
        : new ImportUpdatesResponse { ItemKey = answer.Key, Accepted = new ImportAccepted { DischargeId = answer.DischargeId.ToString(), Etag = answer.Etag, AppliedBefore = answer.AppliedBefore } };

    private static object? Read(Contracts.Discharge.V1.ImportItem item) => item.UpdateCase switch
    {
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Admission => DischargeRequests.Read(item.Admission) with { SpellIdentifier = item.Admission.SpellIdentifier.Given() ?? item.SpellIdentifier },
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.CriteriaReview => DischargeRequests.Read(item.CriteriaReview),
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Pathway => DischargeRequests.Read(item.Pathway) with { Etag = item.Pathway.Etag.Given() },
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Worker => DischargeRequests.Read(item.Worker) with { Etag = item.Worker.Etag.Given() },
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.AssessmentStart => DischargeRequests.Read(item.AssessmentStart),
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Delay => DischargeRequests.Read(item.Delay),
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.WardMove => DischargeRequests.Read(item.WardMove),
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Discharge => DischargeRequests.Read(item.Discharge) with { Etag = item.Discharge.Etag.Given() },
        Contracts.Discharge.V1.ImportItem.UpdateOneofCase.Cancellation => DischargeRequests.Read(item.Cancellation) with { Etag = item.Cancellation.Etag.Given() },
        _ => null,
    };
}
