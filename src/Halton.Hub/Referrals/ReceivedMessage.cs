using Halton.Hub.Data;

namespace Halton.Hub.Referrals;

/// <summary>A message about a referral, as it was taken: what joins later messages to it.</summary>
public sealed class ReceivedMessage
{
    /// <summary>Code of the organisation that sent it.</summary>
    public required string Org { get; init; }

    /// <summary>The sender's id of the request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The id that all messages of one matter share.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>The sender's id of the bundle.</summary>
    public required string BundleId { get; init; }

    /// <summary>What it was: new-referral, new-validation, update, cancel, interim, final or rejected.</summary>
    public required string Kind { get; init; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Whether it was taken just now; a repeat is not.</summary>
    public bool Kept { get; private set; }

    /// <summary>Keeps it with what it did.</summary>
    internal void Keep(Save save, Guid referral)
    {
        (ReferralId, ReceivedAt, Kept) = (referral, save.Now, true);
        save.Db.Add(this);
    }
}
