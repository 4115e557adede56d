using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>One home, with what CQC publishes of it and what it declares. Fault: CARE_HOME_NOT_FOUND.</summary>
public sealed class GetCareHome(PublicAccount account)
{
    /// <summary>Answers it.</summary>
    /// <param name="careHome">The hub's id, or CQC location id.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<CareHomeView> Run(string careHome, CancellationToken ct)
    {
        var check = new FieldChecks();
        var reference = HomeReference.Check(check, careHome);
        check.Settle();
        return account.Read(db => CareHomeParts.Read(db, reference, ct), ct);
    }

    /// <summary>Answers those of the homes that there are, by their ids.</summary>
    public Task<Dictionary<Guid, CareHomeView>> Run(IReadOnlyCollection<Guid> ids, CancellationToken ct) => account.Read(db => CareHomeParts.Read(db, ids, ct), ct);
}
