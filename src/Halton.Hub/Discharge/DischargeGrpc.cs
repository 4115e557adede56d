using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge.Imports;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Discharge.Rounds;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Discharge;

/// <summary>The gRPC door of the discharge slice: each rpc is one operation; the words are turned in <see cref="DischargeMessages"/>.</summary>
public sealed class DischargeGrpc(
    RecordAdmission recordAdmission,
    ReviewCriteriaToReside reviewCriteria,
    AssignPathway assignPathway,
    AllocateWorker allocateWorker,
    StartAssessment startAssessment,
    RecordDelay recordDelay,
    MoveToWard moveToWard,
    ConfirmDischarge confirmDischarge,
    CancelDischarge cancelDischarge,
    GetDischargeStatus getStatus,
    ListDischarges list,
    GetBoardRound boardRound,
    WatchDischarges watch,
    HoldCarePackage holdPackage,
    ListCarePackages listPackages,
    WatchCarePackages watchPackages,
    ImportUpdates import,
    BoardRoundMessages rounds,
    DischargeMessages messages) : DischargeService.DischargeServiceBase
{
    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> RecordAdmission(RecordAdmissionRequest request, ServerCallContext context) =>
        messages.Tell(await recordAdmission.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> ReviewCriteriaToReside(ReviewCriteriaToResideRequest request, ServerCallContext context) =>
        messages.Tell(await reviewCriteria.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> AssignPathway(AssignPathwayRequest request, ServerCallContext context) =>
        messages.Tell(await assignPathway.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> AllocateWorker(AllocateWorkerRequest request, ServerCallContext context) =>
        messages.Tell(await allocateWorker.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> StartAssessment(StartAssessmentRequest request, ServerCallContext context) =>
        messages.Tell(await startAssessment.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> RecordDelay(RecordDelayRequest request, ServerCallContext context) =>
        messages.Tell(await recordDelay.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> MoveToWard(MoveToWardRequest request, ServerCallContext context) =>
        messages.Tell(await moveToWard.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> ConfirmDischarge(ConfirmDischargeRequest request, ServerCallContext context) =>
        messages.Tell(await confirmDischarge.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> CancelDischarge(CancelDischargeRequest request, ServerCallContext context) =>
        messages.Tell(await cancelDischarge.Run(context.Call(), DischargeRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.DischargeStatus> GetDischargeStatus(GetDischargeStatusRequest request, ServerCallContext context) =>
        messages.Tell(await getStatus.Run(
            context.Call(),
            request.HasNhsNumber ? request.NhsNumber : null,
            request.DischargeId,
            request.View == DischargeView.Full,
            context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListDischargesResponse> ListDischarges(ListDischargesRequest request, ServerCallContext context)
    {
        var page = await list.Run(context.Call(), DischargeRequests.Read(request), request.PageSize, request.PageToken, full: false, context.CancellationToken);
        var response = new ListDischargesResponse { NextPageToken = page.NextPageToken, ResumeToken = page.ResumeToken };
        response.Discharges.AddRange(page.Discharges.Select(messages.Tell));
        return response;
    }

    /// <inheritdoc />
    public override async Task<Wire.BoardRound> GetBoardRound(GetBoardRoundRequest request, ServerCallContext context) =>
        rounds.Tell(await boardRound.Run(context.Call(), request.Site, request.Ward.Given(), request.Date.Given(), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.CarePackage> HoldCarePackage(HoldCarePackageRequest request, ServerCallContext context) => CarePackageMessages.Tell(
        await holdPackage.Run(context.Call(), new(request.RequestId, request.DischargeId, request.Provider, request.Reference.Given()), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListCarePackagesResponse> ListCarePackages(ListCarePackagesRequest request, ServerCallContext context) =>
        CarePackageMessages.Tell(await listPackages.Run(context.Call(), request.States, request.PageSize, request.PageToken, context.CancellationToken));

    /// <inheritdoc />
    public override Task WatchCarePackages(WatchCarePackagesRequest request, IServerStreamWriter<WatchCarePackagesResponse> responseStream, ServerCallContext context) =>
        context.Stream(watchPackages.Run(context.Call(), request.ResumeToken, context.CancellationToken), responseStream, CarePackageMessages.Tell);

    /// <inheritdoc />
    public override async Task ImportUpdates(IAsyncStreamReader<ImportUpdatesRequest> requestStream, IServerStreamWriter<ImportUpdatesResponse> responseStream, ServerCallContext context)
    {
        var feed = ImportGrpc.Start(await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current : new ImportUpdatesRequest());
        await foreach (var answer in import.Run(context.Call(), feed, ImportGrpc.Lines(requestStream), context.CancellationToken))
        {
            await responseStream.WriteAsync(ImportGrpc.Tell(answer), context.CancellationToken);
        }
    }

    /// <inheritdoc />
    public override Task WatchDischarges(WatchDischargesRequest request, IServerStreamWriter<WatchDischargesResponse> responseStream, ServerCallContext context) =>
        context.Stream(
            watch.Run(context.Call(), request.Site.Given(), request.Ward.Given(), request.ResumeToken, context.CancellationToken),
            responseStream,
            messages.Tell);
}
