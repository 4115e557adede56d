using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Patients;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Transport.Grpc;

/// <summary>A person as the services speak of one.</summary>
internal static class WirePatient
{
    /// <summary>A given person; null when none is given.</summary>
    public static PatientField.Request? Read(Wire.Patient? p) => p is null
        ? null
        : new(
            p.Name?.Family ?? "",
            p.Name?.Given.ToArray() ?? [],
            p.BirthDate,
            p.Gender,
            p.Address?.Line.ToArray() ?? [],
            p.Address?.City,
            p.Address?.PostalCode,
            [.. p.Telecom.Where(t => t.System != "email").Select(t => t.Value)],
            [.. p.Telecom.Where(t => t.System == "email").Select(t => t.Value)],
            p.GeneralPractice,
            p.LocalAuthority,
            p.Confidentiality);

    /// <summary>Tells of a person, as far as the listener may see.</summary>
    public static Wire.Patient Tell(Patient patient)
    {
        var address = patient.AddressLines.Count > 0 || patient.City is not null || patient.PostalCode is not null
            ? new Address { Line = { patient.AddressLines }, City = patient.City ?? "", PostalCode = patient.PostalCode ?? "" }
            : null;
        return new Wire.Patient
        {
            Name = new HumanName { Family = patient.Family, Given = { patient.Given } },
            BirthDate = patient.BirthDate ?? "",
            Gender = patient.Gender ?? "",
            Address = address,
            Telecom =
            {
                patient.Phones.Select(phone => new ContactPoint { System = "phone", Value = phone }),
                patient.Emails.Select(email => new ContactPoint { System = "email", Value = email }),
            },
            GeneralPractice = patient.GeneralPractice ?? "",
            LocalAuthority = patient.LocalAuthority ?? "",
            Confidentiality = patient.Restricted ? "R" : "U",
        };
    }
}
