using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Events;

/// <summary>Resume tokens: a place in the log of this database, for one partner and one filter, good for 72 hours.</summary>
/// <param name="seal">Seals them.</param>
/// <param name="database">Tells the database's identity once the node knows it.</param>
/// <param name="clock">Tells their age.</param>
public sealed class ResumeTokens(SealedTokens seal, Func<DatabaseIdentity> database, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(72);

    /// <summary>Makes one.</summary>
    public string Seal(Caller caller, string filter, EventPosition at) =>
        seal.Seal("resume", $"{caller.Partner}\n{filter}", new Place(database().Epoch, at.Xid, at.Position, clock.GetUtcNow()));

    /// <summary>Opens one, or says by name why not.</summary>
    public EventPosition Open(Caller caller, string filter, string token)
    {
        if (!seal.TryOpen<Place>("resume", $"{caller.Partner}\n{filter}", token, out var place) || place is null)
        {
            throw Fault.Invalid("resume_token", "RESUME_TOKEN_INVALID", "The token was made for another caller or another filter, or was changed.");
        }

        // After a failover to another timeline, events that were delivered may never have happened.
        return place.Epoch == database().Epoch && clock.GetUtcNow() - place.MadeAt <= GoodFor
            ? new EventPosition(place.Xid, place.Position)
            : throw new Fault(FaultKind.OutOfRange, "RESYNC_REQUIRED", "The token is too old, or the database was replaced. List again and watch from the list's resume_token.");
    }

    private sealed record Place(string Epoch, ulong Xid, long Position, DateTimeOffset MadeAt);
}
