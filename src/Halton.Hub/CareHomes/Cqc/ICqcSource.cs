namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Where what CQC says is read: its syndication API, or files of the same shape. Faults: CQC_UNAVAILABLE, CQC_REFUSED, CQC_INVALID_DOCUMENT, CQC_ANSWER_TOO_LARGE.</summary>
internal interface ICqcSource
{
    /// <summary>Which source it is: the base address, or "files".</summary>
    string Name { get; }

    /// <summary>A page of the ids of locations that changed between two moments.</summary>
    Task<CqcPage> Changes(DateTimeOffset from, DateTimeOffset until, int page, CancellationToken ct);

    /// <summary>A page of the ids of care homes in a local authority, by its name.</summary>
    Task<CqcPage> CareHomes(string localAuthority, int page, CancellationToken ct);

    /// <summary>What is said of a location.</summary>
    Task<CqcAnswer<CqcLocation>> Location(string id, CancellationToken ct);

    /// <summary>What is said of a provider.</summary>
    Task<CqcAnswer<CqcProvider>> Provider(string id, CancellationToken ct);
}
