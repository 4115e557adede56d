using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;

namespace Halton.Hub.Faults.Imports;

/// <summary>A night's feed of a trust: stays from admission to discharge, five items each, and now and then an item that is wrong. The same each time that it is asked for.</summary>
/// <param name="name">Tells this feed's spells from those of others.</param>
/// <param name="count">How many items.</param>
internal sealed class Nightly(string name, int count)
{
    /// <summary>Items of a stay.</summary>
    public const int OfAStay = 5;

    private const int BadEvery = 100;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    /// <summary>How many items.</summary>
    public int Count => count;

    /// <summary>Whole stays among the good items.</summary>
    public int Stays => (count - Bad) / OfAStay;

    /// <summary>How many are wrong.</summary>
    public int Bad => count / BadEvery;

    /// <summary>Begins the feed's spells.</summary>
    public string Spells => $"{name}-";

    /// <summary>Whether an item is wrong.</summary>
    public static bool IsBad(int item) => item % BadEvery == BadEvery - 1;

    /// <summary>One item.</summary>
    public ImportItem Item(int item)
    {
        var good = item - ((item + 1) / BadEvery);
        var told = new ImportItem { ItemKey = $"i{item}", SpellIdentifier = $"{Spells}{(IsBad(item) ? good - 1 : good) / OfAStay}" };
        if (IsBad(item))
        {
            told.CriteriaReview = new ReviewCriteriaToResideRequest { ReviewedAt = Ago(1), ReviewerRole = "consultant", Criteria = { new Coding { Code = "99" } } };
            return told;
        }

        switch (good % OfAStay)
        {
            case 0:
                told.Admission = new RecordAdmissionRequest
                {
                    NhsNumberStatus = new Coding { Code = "03" },
                    Site = "RWWWH",
                    Ward = "A1",
                    AdmittedAt = Ago(100),
                    Patient = new Patient { Name = new HumanName { Family = "Faultley", Given = { "Ada" } }, LocalAuthority = "E06000006" },
                };
                break;
            case 1:
                told.CriteriaReview = new ReviewCriteriaToResideRequest { ReviewedAt = Ago(80), ReviewerRole = "consultant", Criteria = { new Coding { Code = "02" } } };
                break;
            case 2:
                told.CriteriaReview = new ReviewCriteriaToResideRequest { ReviewedAt = Ago(50), ReviewerRole = "consultant" };
                break;
            case 3:
                told.Pathway = new AssignPathwayRequest { Pathway = new Coding { Code = "P1" }, DecidedAt = Ago(40), DecidedByRole = "ward", CareTransferHubReferred = true };
                break;
            default:
                told.Discharge = new ConfirmDischargeRequest { DischargedAt = Ago(1), DischargeMethod = new Coding { Code = "1" }, DischargeDestination = new Coding { Code = "19" } };
                break;
        }

        return told;
    }

    private Timestamp Ago(int hours) => now.AddHours(-hours).ToTimestamp();
}
