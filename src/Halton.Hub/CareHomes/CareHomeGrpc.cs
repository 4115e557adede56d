using Grpc.Core;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes;

/// <summary>The gRPC door of the care-home slice: each rpc is one operation; the words are turned in <see cref="CareHomeMessages"/> and its neighbours.</summary>
public sealed class CareHomeGrpc(GetCareHome getHome, ListCareHomes listHomes, DeclareBeds declareBeds, CareHomeMessages homes) : CareHomeService.CareHomeServiceBase
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
}
