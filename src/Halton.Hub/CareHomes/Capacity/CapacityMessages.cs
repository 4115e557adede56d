using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Tells capacity in the words of the care-home service; codes get their wording here.</summary>
public sealed class CapacityMessages(CodeSystems codes)
{
    // An event is put into words once for all who watch, and forgotten with it.
    private readonly ConditionalWeakTable<HubEvent, CapacityEvent> told = [];

    /// <summary>Tells what is known of a home.</summary>
    public Wire.Capacity Tell(CapacityState state)
    {
        var message = new Wire.Capacity
        {
            CareHomeId = state.HomeId.ToString(),
            LocationId = state.LocationId,
            Name = state.Name,
            LocalAuthority = state.LocalAuthority ?? "",
            Freshness = (Wire.Freshness)((int)state.Freshness + 1),
            AsOf = state.AsOf?.ToTimestamp(),
            ReceivedAt = state.ReceivedAt?.ToTimestamp(),
            Source = state.Source ?? "",
            ClosureReason = state.ClosureReason is { } reason ? Code(CareHomeCodes.ClosureReason, reason) : null,
            ClosedFrom = WrittenDay.Of(state.ClosedFrom),
            ClosedUntil = WrittenDay.Of(state.ClosedUntil),
            Etag = state.Etag,
            Beds = { state.Beds.Select(Tell) },
        };
        if (state.AcceptingAdmissions is { } accepting)
        {
            message.AcceptingAdmissions = accepting;
        }

        if (state.ReturnedInWindow is { } returned)
        {
            message.ReturnedInWindow = returned;
        }

        return message;
    }

    /// <summary>Tells a page.</summary>
    public ListCapacityResponse Tell(CapacityPage page) =>
        new() { Capacity = { page.Capacity.Select(Tell) }, NextPageToken = page.NextPageToken, ResumeToken = page.ResumeToken };

    /// <summary>Tells a page of returns.</summary>
    public ListCapacityHistoryResponse Tell(CapacityHistoryPage page) => new()
    {
        NextPageToken = page.NextPageToken,
        Records =
        {
            page.Records.Select(record => new Wire.CapacityRecord
            {
                AsOf = record.AsOf.ToTimestamp(),
                ReceivedAt = record.ReceivedAt.ToTimestamp(),
                Source = record.Source,
                Beds = Tell(new BedState(record.BedType, record.Maximum, record.Occupied, record.Reserved, record.Available)),
                AcceptingAdmissions = record.AcceptingAdmissions,
            }),
        },
    };

    /// <summary>Tells one message of a watch.</summary>
    public WatchCapacityResponse Tell(WatchBatch batch) => new() { ResumeToken = batch.ResumeToken, Events = { batch.Events.Select(e => told.GetValue(e, Tell)) } };

    private CapacityEvent Tell(HubEvent happened) => new()
    {
        EventId = happened.Id.ToString(),
        Kind = happened.Kind,
        OccurredAt = happened.OccurredAt.ToTimestamp(),
        Capacity = Tell((CapacityState)happened.Payload),
    };

    private Wire.BedCapacity Tell(BedState beds) => new()
    {
        BedType = Code(CareHomeCodes.BedType, beds.BedType),
        Maximum = beds.Maximum,
        Occupied = beds.Occupied,
        Reserved = beds.Reserved,
        Available = beds.Available,
    };

    private Contracts.Fhir.V1.Coding Code(string system, string code) => WireCoding.Tell(codes, system, code)!;
}
