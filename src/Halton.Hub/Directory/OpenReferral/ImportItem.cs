namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What became of one service of a document.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="Id">Its id as the document has it.</param>
/// <param name="Name">Its name as the document has it.</param>
/// <param name="Result">created, updated, unchanged or rejected.</param>
/// <param name="Issues">What is wrong with it or was left out; an error only where it was rejected.</param>
public sealed record ImportItem(int Index, string? Id, string? Name, string Result, IReadOnlyList<ImportIssue> Issues)
{
    /// <summary>The service is new.</summary>
    public const string WasCreated = "created";

    /// <summary>The service was changed.</summary>
    public const string WasUpdated = "updated";

    /// <summary>The hub has all of it already.</summary>
    public const string WasUnchanged = "unchanged";

    /// <summary>The service was refused, and nothing of it was taken.</summary>
    public const string WasRejected = "rejected";
}
