using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>All that is known about a home when a council's checks are run. The checks are pure functions of it.</summary>
internal sealed record Evidence
{
    /// <summary>The home, with its successions and declared beds.</summary>
    public required CareHome Home { get; init; }

    /// <summary>What the council's standing placements there are for.</summary>
    public PlacedThere Placed { get; init; } = PlacedThere.Nobody;

    /// <summary>The council's contracts with the home.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>The latest contact with the host authority, answered or not.</summary>
    public HostReply? Contact { get; init; }

    /// <summary>The latest contact that was answered.</summary>
    public HostReply? Reply { get; init; }

    /// <summary>The sharing agreement with the host authority that holds today.</summary>
    public SharingAgreement? Sharing { get; init; }

    /// <summary>The latest quality assessment by any council.</summary>
    public PammsAssessment? Assessment { get; init; }

    /// <summary>Sanctions by any council that hold today.</summary>
    public IReadOnlyList<Sanction> Sanctions { get; init; } = [];

    /// <summary>What the council has decided; null when it goes by the defaults, and nobody knows where its middle is.</summary>
    public CouncilPolicy? Decided { get; init; }

    /// <summary>The moment of the checks.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The council's numbers, or the defaults.</summary>
    public CouncilPolicy Policy => Decided ?? new CouncilPolicy { Council = "" };

    /// <summary>The day of the checks.</summary>
    public DateOnly Today => LondonTime.Day(Now);

    /// <summary>The contracts that hold today, the latest recorded first.</summary>
    public IEnumerable<Contract> Current => Contracts.Where(c => c.ValidFrom <= Today && (c.ValidTo is null || c.ValidTo >= Today)).OrderByDescending(c => c.RecordedAt);

    /// <summary>The evidence round is the host authority's answer: a validation that rests on it holds for so many months.</summary>
    public DateOnly? Expiry => Reply?.RepliedOn?.AddMonths(Policy.ValidForMonths);

    /// <summary>Whether the host authority's answer is too old to go by.</summary>
    public bool ReplyIsOld => Reply?.RepliedOn?.AddMonths(Policy.HostReplyMonths) < Today;

    /// <summary>Whether the host authority was asked and has not answered since.</summary>
    public bool AwaitsReply => Contact is { RepliedOn: null } && !(Reply?.RepliedOn >= Contact.ContactedOn);

    /// <summary>The day by which a host authority that was asked should have answered.</summary>
    public DateOnly ReplyDue => (AwaitsReply ? Contact!.ContactedOn : Today).AddDays(Policy.HostReplyDays);
}
