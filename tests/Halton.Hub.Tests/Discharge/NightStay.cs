using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;
using WireItem = Halton.Hub.Contracts.Discharge.V1.ImportItem;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A stay as a feed tells of it.</summary>
internal sealed class NightStay(string name, DateTimeOffset now, string? dischargeId = null, string? spell = null)
{
    /// <summary>The trust's number of it.</summary>
    public string Spell { get; } = spell ?? $"N-{name}-{RequestId()}";

    public WireItem Admit(int key, string? number = null, string site = "RWWWH") => new()
    {
        ItemKey = $"{name} {key}",
        SpellIdentifier = Spell,
        Admission = Admission(a =>
        {
            (a.RequestId, a.SpellIdentifier, a.Site, a.AdmittedAt, a.NhsNumber) = ("", "", site, Ago(120), number ?? "");
            a.NhsNumberStatus = new Coding { Code = number is null ? "03" : "01" };
        }),
    };

    public WireItem Review(int key, double hoursAgo, params string[] criteria) =>
        Item(key, i => i.CriteriaReview = new() { ReviewedAt = Ago(hoursAgo), ReviewerRole = "consultant", Criteria = { criteria.Select(c => new Coding { Code = c }) } });

    public WireItem Assign(int key, string pathway, double hoursAgo = 40) =>
        Item(key, i => i.Pathway = new() { Pathway = new Coding { Code = pathway }, DecidedAt = Ago(hoursAgo), DecidedByRole = "ward", CareTransferHubReferred = pathway != "P0" });

    public WireItem Allocate(int key) => Item(key, i => i.Worker = new() { AllocatedAt = Ago(30), Role = "social worker" });

    public WireItem Start(int key) => Item(key, i => i.AssessmentStart = new() { StartedAt = Ago(29), StartedByRole = "social worker" });

    public WireItem Delay(int key) => Item(key, i => i.Delay = new() { Reason = new Coding { Code = "CAP-home-care" }, RecordedByRole = "coordinator" });

    public WireItem Leave(int key) => Item(key, i => i.Discharge = new() { DischargedAt = Ago(0), DischargeMethod = new Coding { Code = "1" }, DischargeDestination = new Coding { Code = "19" } });

    public WireItem Cancel(int key) => Item(key, i => i.Cancellation = new() { Reason = new Coding { Code = "12" } });

    private WireItem Item(int key, Action<WireItem> change)
    {
        var item = dischargeId is null ? new WireItem { ItemKey = $"{name} {key}", SpellIdentifier = Spell } : new WireItem { ItemKey = $"{name} {key}", DischargeId = dischargeId };
        change(item);
        return item;
    }

    private Timestamp Ago(double hours) => now.AddHours(-hours).ToTimestamp();
}
