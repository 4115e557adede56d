namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What became of a document, service by service.</summary>
/// <param name="DryRun">Whether nothing was saved, and this is what would have become of it.</param>
/// <param name="Items">Each service, in the order of the document.</param>
public sealed record ImportReport(bool DryRun, IReadOnlyList<ImportItem> Items)
{
    /// <summary>How many services the document holds.</summary>
    public int Received => Items.Count;

    /// <summary>How many were new.</summary>
    public int Created => Count(ImportItem.WasCreated);

    /// <summary>How many were changed.</summary>
    public int Updated => Count(ImportItem.WasUpdated);

    /// <summary>How many were as the hub has them.</summary>
    public int Unchanged => Count(ImportItem.WasUnchanged);

    /// <summary>How many were refused.</summary>
    public int Rejected => Count(ImportItem.WasRejected);

    private int Count(string result) => Items.Count(i => i.Result == result);
}
