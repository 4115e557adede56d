using System.Globalization;
using Halton.Hub.Foundation;
using Halton.Hub.Patients;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// The synthetic people: one for each NHS number of the range 999, which is never issued. A person is worked out from its place in the
/// range and never stored, so that a returning person is the same person.
/// </summary>
internal sealed class People
{
    private const int Range = 1_000_000;

    // Shares no factor with the range, so that neighbours in time are not neighbours in number.
    private const long Stride = 617_293;
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private readonly int[] numbers = [.. Enumerable.Range(0, Range).Select(i => (int)(i * Stride % Range)).Where(n => NhsNumber.CheckDigit(FirstNine(n)) != 10)];
    private readonly IReadOnlyList<string> families = SeedFile.Read("family_names", row => row[0]);
    private readonly IReadOnlyList<(string Name, string Gender)> givenNames = SeedFile.Read("given_names", row => (row[0], row[1]));
    private readonly IReadOnlyList<string> streets = SeedFile.Read("streets", row => row[0]);
    private readonly IReadOnlyList<string> practices = SeedFile.Read("practices", row => row[0]);
    private readonly (Residence Place, int Weight)[] residences =
        [.. SeedFile.Read("outward_postcodes", row => (new Residence(row[0], row[1], row[2]), int.Parse(row[3], CultureInfo.InvariantCulture)))];

    /// <summary>How many people there are.</summary>
    public int Count => numbers.Length;

    /// <summary>A person's NHS number.</summary>
    public string Number(int person)
    {
        var digits = FirstNine(numbers[person]);
        return $"{digits}{NhsNumber.CheckDigit(digits)}";
    }

    /// <summary>A person as the trust of a stay tells of them.</summary>
    public Patient Of(int person, DateOnly anchor)
    {
        var draw = new Draw("person", person);
        var (first, gender) = draw.Of(givenNames);
        var second = draw.Of(givenNames);
        var place = draw.Weighted<Residence>(residences);
        var age = draw.Weighted<int>([(0, 1), (18, 5), (30, 6), (45, 10), (60, 14), (70, 22), (80, 28), (88, 14)]) + draw.Below(10);
        var born = anchor.AddYears(-age).AddDays(-draw.Below(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Patient
        {
            Family = draw.Of(families),
            Given = second.Gender == gender && second.Name != first ? [first, second.Name] : [first],
            Gender = draw.Thousandth(995) ? gender : "unknown",
            BirthDate = draw.Thousandth(5) ? born[..4] : born,
            AddressLines = [$"{1 + draw.Below(180)} {draw.Of(streets)}"],
            City = place.Town,
            PostalCode = $"{place.Outward} {draw.Below(10)}{InwardLetters[draw.Below(20)]}{InwardLetters[draw.Below(20)]}",
            LocalAuthority = place.LocalAuthority,
            // Numbers that Ofcom keeps for fiction.
            Phones = draw.Thousandth(900) ? [string.Create(CultureInfo.InvariantCulture, $"07700 900{draw.Below(1000):D3}")] : [],
            Emails = draw.Thousandth(200) ? [$"person{person}@example.org"] : [],
            GeneralPractice = draw.Of(practices),
            Restricted = draw.Thousandth(20),
        };
    }

    private static string FirstNine(int number) => string.Create(CultureInfo.InvariantCulture, $"999{number:D6}");
}
