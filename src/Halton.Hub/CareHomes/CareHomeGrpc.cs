using Grpc.Core;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes;

/// <summary>The gRPC door of the care-home slice: each rpc is one operation; the words are turned in <see cref="CareHomeMessages"/> and its neighbours.</summary>
public sealed class CareHomeGrpc(
    GetCareHome getHome,
    ListCareHomes listHomes,
    DeclareBeds declareBeds,
    CareHomeMessages homes,
    ReportCapacity reportCapacity,
    ListCapacity listCapacity,
    ListCapacityHistory listHistory,
    WatchCapacity watchCapacity,
    CapacityMessages capacity) : CareHomeService.CareHomeServiceBase
{
    /// <inheritdoc />
    public override async Task<Wire.CareHome> GetCareHome(GetCareHomeRequest request, ServerCallContext context) =>
        homes.Tell(await getHome.Run(request.CareHome, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListCareHomesResponse> ListCareHomes(ListCareHomesRequest request, ServerCallContext context)
    {
        var page = await listHomes.Run(context.Call(), CareHomeRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListCareHomesResponse { CareHomes = { page.Homes.Select(homes.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Wire.CareHome> DeclareBeds(DeclareBedsRequest request, ServerCallContext context) =>
        homes.Tell(await declareBeds.Run(context.Call(), CareHomeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Capacity> ReportCapacity(ReportCapacityRequest request, ServerCallContext context) =>
        capacity.Tell(await reportCapacity.Run(context.Call(), CapacityRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListCapacityResponse> ListCapacity(ListCapacityRequest request, ServerCallContext context) =>
        capacity.Tell(await listCapacity.Run(context.Call(), CapacityRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListCapacityHistoryResponse> ListCapacityHistory(ListCapacityHistoryRequest request, ServerCallContext context) =>
        capacity.Tell(await listHistory.Run(context.Call(), CapacityRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override Task WatchCapacity(WatchCapacityRequest request, IServerStreamWriter<WatchCapacityResponse> responseStream, ServerCallContext context) =>
        context.Stream(watchCapacity.Run(context.Call(), CapacityRequests.Read(request), context.CancellationToken), responseStream, capacity.Tell);
}
