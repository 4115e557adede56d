using Grpc.Core;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
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
    GetValidation getValidation,
    ListValidations listValidations,
    RecordHostReply recordHostReply,
    RecordQualityAssessment recordQualityAssessment,
    RecordContract recordContract,
    RecordAssessorAgreement recordAssessorAgreement,
    RecordSharingAgreement recordSharingAgreement,
    OverrideValidation overrideValidation,
    ListSanctions listSanctions,
    ImposeSanction imposeSanction,
    LiftSanction liftSanction,
    ValidationMessages validations,
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

    /// <inheritdoc />
    public override async Task<Wire.Validation> GetValidation(GetValidationRequest request, ServerCallContext context) =>
        validations.Tell(await getValidation.Run(context.Call(), request.CareHome, request.Council, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListValidationsResponse> ListValidations(ListValidationsRequest request, ServerCallContext context)
    {
        var page = await listValidations.Run(context.Call(), ValidationRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListValidationsResponse { Validations = { page.Validations.Select(validations.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Wire.Validation> RecordHostReply(RecordHostReplyRequest request, ServerCallContext context) =>
        validations.Tell(await recordHostReply.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<RecordQualityAssessmentResponse> RecordQualityAssessment(RecordQualityAssessmentRequest request, ServerCallContext context) =>
        validations.Tell(await recordQualityAssessment.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Contract> RecordContract(RecordContractRequest request, ServerCallContext context) =>
        validations.Tell(await recordContract.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.AssessorAgreement> RecordAssessorAgreement(RecordAssessorAgreementRequest request, ServerCallContext context) =>
        AgreementMessages.Tell(await recordAssessorAgreement.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.SharingAgreement> RecordSharingAgreement(RecordSharingAgreementRequest request, ServerCallContext context) =>
        AgreementMessages.Tell(await recordSharingAgreement.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Validation> OverrideValidation(OverrideValidationRequest request, ServerCallContext context) =>
        validations.Tell(await overrideValidation.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListSanctionsResponse> ListSanctions(ListSanctionsRequest request, ServerCallContext context)
    {
        var page = await listSanctions.Run(context.Call(), request.CareHome, request.IncludeLifted, request.PageSize, request.PageToken, context.CancellationToken);
        return new ListSanctionsResponse { Sanctions = { page.Sanctions.Select(validations.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Wire.Sanction> ImposeSanction(ImposeSanctionRequest request, ServerCallContext context) =>
        validations.Tell(await imposeSanction.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Sanction> LiftSanction(LiftSanctionRequest request, ServerCallContext context) =>
        validations.Tell(await liftSanction.Run(context.Call(), ValidationRequests.Read(request), context.CancellationToken));
}
