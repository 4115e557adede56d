using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Whose capacity a list shows; all that are given must hold.</summary>
public sealed class CapacityFilterInputGraph
{
    /// <summary>GSS code of the local authority where the homes lie.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>Only homes with this kind of bed, a code of bed-type.</summary>
    public string? BedType { get; init; }

    /// <summary>Only homes with at least one available bed (of the kind, when one is named) that take people in, in numbers that are not stale.</summary>
    public bool? AvailableOnly { get; init; }

    /// <summary>Only homes whose numbers are one of these.</summary>
    public IReadOnlyList<Freshness>? Freshness { get; init; }

    /// <summary>Full postcode or outward code: the nearest come first.</summary>
    public string? Near { get; init; }

    /// <summary>With near: at most this many metres away, up to 200,000.</summary>
    public int? WithinMetres { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal CapacityFilter Read()
    {
        var check = new FieldChecks();
        check.That(Freshness is not { Count: > 4 }, "freshness", "TOO_MANY", "At most 4.");
        check.Settle();
        return new CapacityFilter
        {
            LocalAuthority = LocalAuthority,
            BedType = BedType,
            AvailableOnly = AvailableOnly == true,
            Freshness = Freshness ?? [],
            Near = Near,
            WithinMetres = WithinMetres ?? 0,
        };
    }
}
