using GraphQL;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>What a maintainer can change. Every change takes a requestId, so that a repeat happens once; nobody changes another's entry (NOT_YOURS).</summary>
public sealed class DirectoryMutationsGraph(
    CreateService createService,
    UpdateService updateService,
    PauseService pauseService,
    ResumeService resumeService,
    RetireService retireService,
    AssureService assureService,
    SetIntake setIntake,
    CreateOrganization createOrganization,
    UpdateOrganization updateOrganization,
    CreateLocation createLocation,
    UpdateLocation updateLocation,
    DirectoryTalkGraph talk)
{
    /// <summary>Takes a service up: active from now on, assured today. INVALID_ARGUMENT on the entry's fields. Needs scope system/HealthcareService.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The service.</param>
    public async Task<ServiceAnswerGraph> CreateService(IResolveFieldContext context, CreateService.Request input) =>
        new(await createService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>
    /// Says a service's whole entry again: what is left out is gone. INVALID_ARGUMENT on the entry's fields. ABORTED: ETAG_MISMATCH.
    /// FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The whole entry.</param>
    public async Task<ServiceAnswerGraph> UpdateService(IResolveFieldContext context, UpdateService.Request input) =>
        new(await updateService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Pauses a service: it shows as temporarily closed. ABORTED: ETAG_MISMATCH. FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The pause.</param>
    public async Task<ServiceAnswerGraph> PauseService(IResolveFieldContext context, PauseService.Request input) =>
        new(await pauseService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>A paused or inactive service runs again. ABORTED: ETAG_MISMATCH. FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">Which service.</param>
    public async Task<ServiceAnswerGraph> ResumeService(IResolveFieldContext context, ResumeService.Request input) =>
        new(await resumeService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Ends a service for good; its entry stays as defunct. ABORTED: ETAG_MISMATCH. FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">Which service.</param>
    public async Task<ServiceAnswerGraph> RetireService(IResolveFieldContext context, RetireService.Request input) =>
        new(await retireService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Confirms today that a service's entry is right. ABORTED: ETAG_MISMATCH. FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">Which service.</param>
    public async Task<ServiceAnswerGraph> AssureService(IResolveFieldContext context, AssureService.Request input) =>
        new(await assureService.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Says whether a service takes people now. ABORTED: ETAG_MISMATCH. FAILED_PRECONDITION: SERVICE_RETIRED. Needs scope system/HealthcareService.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The intake.</param>
    public async Task<ServiceAnswerGraph> SetIntake(IResolveFieldContext context, SetIntake.Request input) =>
        new(await setIntake.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Takes an organisation up, kept by the caller from then on. INVALID_ARGUMENT on the entry's fields. Needs scope system/Organization.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The organisation.</param>
    public async Task<OrganizationAnswerGraph> CreateOrganization(IResolveFieldContext context, CreateOrganization.Request input) =>
        new(await createOrganization.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Says an organisation's whole entry again. ABORTED: ETAG_MISMATCH. Needs scope system/Organization.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The whole entry.</param>
    public async Task<OrganizationAnswerGraph> UpdateOrganization(IResolveFieldContext context, UpdateOrganization.Request input) =>
        new(await updateOrganization.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Takes a place up. INVALID_ARGUMENT on the entry's fields, POSTCODE_UNKNOWN among them. Needs scope system/Location.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The place.</param>
    public async Task<LocationAnswerGraph> CreateLocation(IResolveFieldContext context, CreateLocation.Request input) =>
        new(await createLocation.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>Says a place's whole entry again. ABORTED: ETAG_MISMATCH. Needs scope system/Location.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The whole entry.</param>
    public async Task<LocationAnswerGraph> UpdateLocation(IResolveFieldContext context, UpdateLocation.Request input) =>
        new(await updateLocation.Run(context.Call(), input, context.CancellationToken), talk);
}
