namespace Halton.Hub.Patients;

/// <summary>
/// A person as one record's maker told of them. Each stay and each referral keeps its own: an unverified number never joins two records, and a
/// later admission cannot rewrite what an earlier one said. FHIR: Patient.
/// </summary>
public sealed class Patient
{
    /// <summary>Family name.</summary>
    public required string Family { get; init; }

    /// <summary>Given names in order.</summary>
    public required List<string> Given { get; init; }

    /// <summary>YYYY, YYYY-MM or YYYY-MM-DD.</summary>
    public string? BirthDate { get; init; }

    /// <summary>FHIR AdministrativeGender.</summary>
    public string? Gender { get; init; }

    /// <summary>Address lines.</summary>
    public List<string> AddressLines { get; init; } = [];

    /// <summary>Town or city.</summary>
    public string? City { get; init; }

    /// <summary>Full postcode.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Telephone numbers.</summary>
    public List<string> Phones { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public List<string> Emails { get; init; } = [];

    /// <summary>ODS code of the general practice.</summary>
    public string? GeneralPractice { get; init; }

    /// <summary>GSS code of the local authority of residence.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Whether PDS marks the person restricted (R): then no address, telephone or practice leaves those who must know them.</summary>
    public bool Restricted { get; init; }

    /// <summary>What an organisation may see of the person.</summary>
    /// <param name="organization">The one that looks.</param>
    /// <param name="keepers">Those who know where a restricted person is.</param>
    public Patient SeenFrom(string organization, params ReadOnlySpan<string> keepers) => !Restricted || keepers.Contains(organization) ? this : AsRestricted();

    /// <summary>The person as a restricted one is told to those who need not know where they are.</summary>
    public Patient AsRestricted() => new() { Family = Family, Given = Given, BirthDate = BirthDate, Gender = Gender, LocalAuthority = LocalAuthority, Restricted = true };
}
