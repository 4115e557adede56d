using Halton.Hub.Patients;

namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A person in hospital, as the stay's own trust told of them. FHIR: Patient.</summary>
/// <param name="patient">The person.</param>
public sealed class PatientGraph(Patient patient)
{
    /// <summary>Official name. FHIR: Patient.name.</summary>
    public HumanNameGraph Name => new(patient.Family, patient.Given);

    /// <summary>YYYY, YYYY-MM or YYYY-MM-DD, as precise as it was given. FHIR: Patient.birthDate.</summary>
    public string? BirthDate => patient.BirthDate;

    /// <summary>"male", "female", "other" or "unknown". FHIR: Patient.gender.</summary>
    public string? Gender => patient.Gender;

    /// <summary>Home address. Absent to other organisations when the person is restricted. FHIR: Patient.address.</summary>
    public AddressGraph? Address => patient is { AddressLines.Count: 0, City: null, PostalCode: null } ? null : new(patient.AddressLines, patient.City, patient.PostalCode);

    /// <summary>Telephone and e-mail. Absent to other organisations when the person is restricted. FHIR: Patient.telecom.</summary>
    public IEnumerable<ContactPointGraph> Telecom =>
        [.. patient.Phones.Select(phone => new ContactPointGraph("phone", phone)), .. patient.Emails.Select(email => new ContactPointGraph("email", email))];

    /// <summary>ODS code of the general practice. Absent to other organisations when the person is restricted. FHIR: Patient.generalPractitioner.</summary>
    public string? GeneralPractice => patient.GeneralPractice;

    /// <summary>GSS code of the local authority where the person lives. The council of that area sees the discharge.</summary>
    public string? LocalAuthority => patient.LocalAuthority;

    /// <summary>Confidentiality as PDS gives it: "U" unrestricted or "R" restricted. FHIR: Patient.meta.security.</summary>
    public string Confidentiality => patient.Restricted ? "R" : "U";
}
