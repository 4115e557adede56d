using Halton.Hub.Patients;

namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A person in hospital. FHIR: Patient.</summary>
public sealed class PatientInputGraph
{
    /// <summary>Official name. FHIR: Patient.name.</summary>
    public required HumanNameInputGraph Name { get; init; }

    /// <summary>YYYY, YYYY-MM or YYYY-MM-DD, kept as precise as it is given. FHIR: Patient.birthDate.</summary>
    public string? BirthDate { get; init; }

    /// <summary>"male", "female", "other" or "unknown". FHIR: Patient.gender.</summary>
    public string? Gender { get; init; }

    /// <summary>Home address. FHIR: Patient.address.</summary>
    public AddressInputGraph? Address { get; init; }

    /// <summary>Telephone and e-mail, at most 5. FHIR: Patient.telecom.</summary>
    public IReadOnlyList<ContactPointInputGraph>? Telecom { get; init; }

    /// <summary>ODS code of the general practice. FHIR: Patient.generalPractitioner.</summary>
    public string? GeneralPractice { get; init; }

    /// <summary>GSS code of the local authority where the person lives, for example E06000006. The council of that area sees the discharge.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Confidentiality as PDS gives it: "U" unrestricted or "R" restricted. Absent means U. FHIR: Patient.meta.security.</summary>
    public string? Confidentiality { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal PatientField.Request Read() => new(
        Name.Family,
        Name.Given,
        BirthDate ?? "",
        Gender ?? "",
        Address?.Line ?? [],
        Address is null ? null : Address.City ?? "",
        Address is null ? null : Address.PostalCode ?? "",
        [.. Contacts.Where(contact => contact.System != "email").Select(contact => contact.Value)],
        [.. Contacts.Where(contact => contact.System == "email").Select(contact => contact.Value)],
        GeneralPractice ?? "",
        LocalAuthority ?? "",
        Confidentiality ?? "");

    private IReadOnlyList<ContactPointInputGraph> Contacts => Telecom ?? [];
}
