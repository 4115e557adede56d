using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Somebody of the service was in touch with the person.</summary>
/// <param name="contact">The contact.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ContactGraph(Contact contact, ReferralWordsGraph words)
{
    /// <summary>Moment of the contact.</summary>
    public DateTimeOffset ContactedAt => contact.ContactedAt;

    /// <summary>Hub code system contact-kind; only face-to-face stops the clocks.</summary>
    public CodingGraph Kind => words.Code(ReferralCodes.ContactKind, contact.Kind)!;

    /// <summary>Of what discipline, hub code system care-discipline; absent when a message did not say.</summary>
    public CodingGraph? Discipline => words.Code(ReferralCodes.Discipline, contact.Discipline);

    /// <summary>What came of it, in words.</summary>
    public string? Note => contact.Note;
}
