using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;

namespace Halton.Hub.Tests.Restricted;

/// <summary>Marked values of a restricted person: wherever one of them turns up, an address, a telephone or a practice has come along.</summary>
internal static class Canary
{
    /// <summary>The marks.</summary>
    public static readonly string[] Marks = ["77 Canaryquill Lane", "Canaryquillton", "ZQ77 7ZQ", "01632 960777", "canary@quill.example", "Y99777"];

    /// <summary>Gives a person the marks and the restriction.</summary>
    public static void Restrict(Patient patient)
    {
        patient.Address = new Address { Line = { Marks[0] }, City = Marks[1], PostalCode = Marks[2] };
        patient.Telecom.Clear();
        patient.Telecom.AddRange([new ContactPoint { System = "phone", Value = Marks[3] }, new ContactPoint { System = "email", Value = Marks[4] }]);
        (patient.GeneralPractice, patient.Confidentiality) = (Marks[5], "R");
    }

    /// <summary>The marks that a text carries.</summary>
    public static IEnumerable<string> In(string text) => Marks.Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
