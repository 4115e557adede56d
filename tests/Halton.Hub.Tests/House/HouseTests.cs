using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Halton.Hub.Data;
using Halton.Hub.Jobs;
using Xunit;

namespace Halton.Hub.Tests.House;

/// <summary>The walls of the house: who may know whom. Directions run doors → operations → state → Foundation, and never back.</summary>
public sealed class HouseTests
{
    private const string Root = "Halton.Hub.";
    private static readonly string[] Slices = ["Discharge", "CareHomes", "Placement", "Referrals", "Directory", "Insight", "Journeys"];

    /// <summary>Which slice may read which.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["CareHomes"] = [],
        ["Placement"] = ["CareHomes"],
        ["Discharge"] = ["CareHomes", "Placement", "Referrals"],
        ["Referrals"] = [],
        ["Directory"] = [],
        ["Insight"] = ["CareHomes", "Placement", "Discharge", "Referrals", "Directory"],
        ["Journeys"] = ["CareHomes", "Placement", "Discharge", "Referrals"],
    };

    private static readonly Architecture Built = new ArchLoader().LoadAssemblies(typeof(HubDb).Assembly, typeof(Schedule).Assembly).Build();

    private static IEnumerable<IType> Ours => Built.Types.Where(t => t.FullName.StartsWith(Root, StringComparison.Ordinal));

    [Fact]
    public void Foundation_knows_nobody() => Refuse(from => Room(from) == "Foundation", to => to.FullName.StartsWith(Root, StringComparison.Ordinal) && Room(to) != "Foundation");

    [Fact]
    public void Slices_know_only_the_slices_below_them() => Refuse(
        from => Slices.Contains(Room(from)),
        (from, to) => Slices.Contains(Room(to)) && Room(to) != Room(from) && !MayKnow[Room(from)].Contains(Room(to)));

    [Fact]
    public void State_and_operations_know_no_door() => Refuse(from => Slices.Contains(Room(from)) && !IsDoor(from) && !IsRegistration(from), to => IsDoor(to) || to.FullName.StartsWith("Grpc.", StringComparison.Ordinal));

    [Fact]
    public void Doors_and_jobs_know_operations_and_no_database() => Refuse(
        from => IsDoor(from) || from.FullName.StartsWith("Halton.Hub.Jobs.", StringComparison.Ordinal),
        to => to.FullName is "Halton.Hub.Data.HubDb" || to.FullName.StartsWith("Npgsql", StringComparison.Ordinal) || to.FullName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Wire_messages_stay_in_the_doors() => Refuse(
        from => !IsDoor(from) && Room(from) != "Transport" && Room(from) != "Contracts",
        to => to.FullName.StartsWith("Halton.Hub.Contracts.", StringComparison.Ordinal));

    [Theory]
    [InlineData("using Hl7.Fhir", "Fhir.cs", "Transport/Fhir")]
    [InlineData("using GraphQL", "Graph.cs", "Transport/GraphQL")]
    [InlineData("using Grpc.", "Grpc.cs", "Transport/Grpc")]
    public void An_engine_is_imported_in_its_own_rooms_only(string import, string ending, string room)
    {
        var source = Path.Combine(Repository(), "src", "Halton.Hub");
        var strays = System.IO.Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith(ending, StringComparison.Ordinal) && !file.Contains(room, StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith(import, StringComparison.Ordinal)));
        Assert.Empty(strays);
    }

    [Fact]
    public void A_job_is_short_and_speaks_no_SQL()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(Repository(), "jobs", "Halton.Hub.Jobs"), "*Job.cs"))
        {
            var text = File.ReadAllText(file);
            Assert.True(text.Split('\n').Length <= 40, file);
            Assert.DoesNotContain("select ", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_walls_see_what_they_should_see()
    {
        Assert.Contains(Ours, t => IsDoor(t) && t.Dependencies.Any(d => d.Target.FullName.StartsWith("Halton.Hub.Contracts.", StringComparison.Ordinal)));
        Assert.Contains(Ours, t => Room(t) == "Discharge" && !IsDoor(t) && t.Dependencies.Any(d => d.Target.FullName == "Halton.Hub.Data.HubDb"));
    }

    /// <summary>The folder of the checkout that this run was built from.</summary>
    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Halton.Hub.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static string Room(IType type) => type.FullName.StartsWith(Root, StringComparison.Ordinal) ? type.FullName[Root.Length..].Split('.', '+')[0] : "";

    private static bool IsDoor(IType type)
    {
        var name = type.FullName.Split('+')[0].Split('/')[0];
        return Slices.Contains(Room(type)) && new[] { "Grpc", "Graph", "Fhir", "Http", "Messages", "Requests" }.Any(end => name.EndsWith(end, StringComparison.Ordinal));
    }

    private static bool IsRegistration(IType type) => type.Name.EndsWith("Slice", StringComparison.Ordinal);

    private static void Refuse(Func<IType, bool> from, Func<IType, bool> to) => Refuse(from, (_, target) => to(target));

    private static void Refuse(Func<IType, bool> from, Func<IType, IType, bool> to)
    {
        var broken = Ours.Where(from).SelectMany(t => t.Dependencies.Where(d => d.Target.FullName != t.FullName && to(t, d.Target)).Select(d => $"{t.FullName} → {d.Target.FullName}")).Distinct();
        Assert.Empty(broken);
    }
}
