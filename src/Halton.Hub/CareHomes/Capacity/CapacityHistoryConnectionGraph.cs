using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>A page of the returns of one home, what was true last first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapacityHistoryConnectionGraph(CapacityHistoryPage page, CareHomeWordsGraph words)
    : Connection<CapacityRecordGraph>([.. page.Records.Select(record => new Edge<CapacityRecordGraph>(new CapacityRecordGraph(record, words), () => page.Cursor(record)))], page.NextPageToken.Length > 0);
