using System.Diagnostics.CodeAnalysis;
using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Root fields that only tests have: they echo, fail and load in batches.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Root fields are instance methods.")]
public sealed class ProbeGraph
{
    /// <summary>What a careless programmer might put into an exception.</summary>
    public const string Secret = "row for 999 054 8609 not found";

    /// <summary>Sizes of the batches that were loaded.</summary>
    internal List<int> Batches { get; } = [];

    /// <summary>The access rules of the fields on both schemas.</summary>
    internal static IEnumerable<AccessRule> Rules =>
        from schema in new[] { HubSchemas.Care, HubSchemas.Directory }
        from door in new[] { "Query.echo", "Query.fail", "Query.trees", "Query.purposeful", "Mutation.change" }
        select new AccessRule(
            "Probe",
            [$"{schema}/{door}"],
            schema == HubSchemas.Care ? "Encounter" : "HealthcareService",
            'r',
            schema == HubSchemas.Care ? Trusts : Enum.GetValues<OrganizationKind>().ToHashSet(),
            schema == HubSchemas.Care && door is "Query.fail" or "Query.purposeful" ? Care : [],
            "tests");

    private static readonly HashSet<OrganizationKind> Trusts = [OrganizationKind.AcuteTrust];
    private static readonly HashSet<string> Care = ["TREAT"];

    /// <summary>Says it again.</summary>
    /// <param name="text">What to say.</param>
    /// <param name="first">Nothing.</param>
    public string Echo(string text = "echo", int? first = null) => text + first;

    /// <summary>Fails.</summary>
    /// <param name="named">With a fault.</param>
    public string? Fail(bool named = false) => throw (named ? new Fault(FaultKind.FailedPrecondition, "PROBE_FAILED", "As asked.") : new InvalidOperationException(Secret));

    /// <summary>Is about a person.</summary>
    public string Purposeful(IResolveFieldContext context) => context.Call().Purpose;

    /// <summary>Many of them.</summary>
    /// <param name="first">How many.</param>
    public IEnumerable<Tree> Trees(int first = 20) => Enumerable.Range(0, first).Select(i => new Tree(i, this));

    /// <summary>One of many.</summary>
    public sealed class Tree(int number, ProbeGraph probe)
    {
        /// <summary>Which one.</summary>
        public int Number => number;

        /// <summary>Its neighbour, loaded in a batch.</summary>
        public IDataLoaderResult<Tree?> Neighbour(IResolveFieldContext context) => context.Loads().For<int, Tree>("trees", keys =>
        {
            probe.Batches.Add(keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, Tree>>(keys.ToDictionary(key => key, key => new Tree(key, probe)));
        }).Load((number + 1) / 2);
    }
}
