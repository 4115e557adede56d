using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Npgsql;

namespace Halton.Hub.Placement.Matching;

/// <summary>Puts together what homes are compared with.</summary>
public sealed class WantedFor(Postcodes postcodes, FreshnessPolicies policies, NpgsqlDataSource source, TimeProvider clock)
{
    private const string AreaOf = "select local_authority from access.organization where code = $1";

    /// <summary>What is wanted.</summary>
    /// <param name="content">What an assessor found.</param>
    /// <param name="council">Code of the council that would place.</param>
    /// <param name="area">GSS code of the council's area.</param>
    /// <param name="assessor">Code of the assessors who need an agreement; null where none are involved, and then only homes in the council's area are wanted.</param>
    /// <param name="ct">Ends it early.</param>
    internal async Task<Wanted> Put(AssessmentContent content, string? council, string? area, string? assessor, CancellationToken ct)
    {
        var middle = content.Preferences.Near is { } near ? await postcodes.Find(near, ct) : null;
        return new Wanted
        {
            Needs = content.Needs,
            Preferences = content.Preferences,
            WeeklyLimitPence = content.WeeklyLimitPence,
            Near = middle is null ? null : Globe.Point(middle.Latitude, middle.Longitude),
            Council = council,
            Area = area,
            Assessor = assessor,
            Today = clock.Today(),
            Now = clock.GetUtcNow(),
            Freshness = await policies.Now(ct),
            Competencies = AgreementCover.Asked(content.Needs),
            InsideOnly = assessor is null,
        };
    }

    /// <summary>GSS code of a council's area; null when it has none, or there is no council.</summary>
    internal async Task<string?> Area(string? council, CancellationToken ct)
    {
        if (council is null)
        {
            return null;
        }

        await using var command = source.CreateCommand(AreaOf);
        command.Parameters.Add(new() { Value = council });
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
