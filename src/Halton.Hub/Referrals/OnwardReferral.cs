namespace Halton.Hub.Referrals;

/// <summary>Where a referral from a stay in hospital stands.</summary>
public sealed record OnwardReferral
{
    /// <summary>The latest referral of a stay <c>s</c>, as JSON; null when there is none that the caller may see.</summary>
    internal const string Column = """
        (select json_build_object('Id', r.id, 'Service', r.service, 'State', r.state, 'Tier', r.tier, 'BreachAt', r.breach_at, 'FirstContactAt', r.first_contact_at, 'ChangedAt', r.changed_at)
            from referrals.referral r where r.stay_id = s.id order by r.requested_at desc limit 1)::text
        """;

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the service that it is with.</summary>
    public required string Service { get; init; }

    /// <summary>One of <see cref="Referral.States"/>.</summary>
    public required string State { get; init; }

    /// <summary>Code of the tier.</summary>
    public required string Tier { get; init; }

    /// <summary>By when somebody is to see the person.</summary>
    public required DateTimeOffset BreachAt { get; init; }

    /// <summary>When somebody of the service first saw the person.</summary>
    public DateTimeOffset? FirstContactAt { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
