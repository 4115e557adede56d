using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Records that the council and a host authority tell one another what they know of providers. Validations tell of it from their next look
/// on. Faults: OWN_AREA, ENDS_BEFORE_IT_BEGINS, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class RecordSharingAgreement(OneSave saves, CodeSystems codes)
{
    /// <summary>Runs it once.</summary>
    public Task<SharingAgreement> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var (from, to) = AgreementPeriod.Check(check, request.ValidFrom, request.ValidTo);
        var host = codes.Check(check, "host_authority", CareHomeCodes.LocalAuthority, new Coding("", request.HostAuthority), from, required: true)?.Code;
        var reference = check.Text(request.Reference, "reference", 60);
        PersonTrace.RefuseInReference(check, reference, "reference");
        check.Settle();
        return saves.Run(call, requestId, request, Record, a => a.Id, ct);

        async Task<SharingAgreement> Record(Save save)
        {
            if (await save.Db.Area(call.Organization, ct) == host)
            {
                throw Fault.Invalid("host_authority", "OWN_AREA", "This is your own area. Host authorities are others.");
            }

            var agreement = new SharingAgreement
            {
                Id = Guid.CreateVersion7(save.Now),
                Council = call.Organization,
                HostAuthority = host!,
                Reference = reference,
                ValidFrom = from,
                ValidTo = to,
                RecordedAt = save.Now,
            };
            save.Db.Add(agreement);
            return agreement;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string HostAuthority, string Reference, string ValidFrom, string? ValidTo);
}
