using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Records a contract with a home, and how long the provider is insured. The council's validation of the home is decided anew. Faults:
/// CARE_HOME_NOT_FOUND, CONTRACT_ALREADY_RECORDED, ENDS_BEFORE_IT_BEGINS, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class RecordContract(OneSave saves, CodeSystems codes)
{
    /// <summary>Runs it once.</summary>
    public Task<Contract> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var home = HomeReference.Check(check, request.CareHome);
        var (from, to) = AgreementPeriod.Check(check, request.ValidFrom, request.ValidTo);
        var route = codes.Check(check, "route", CareHomeCodes.ContractRoute, request.Route, from, required: true)?.Code;
        var insured = check.OptionalDay(request.InsuredUntil, "insured_until");
        var reference = check.Text(request.Reference, "reference", 60);
        PersonTrace.RefuseInReference(check, reference, "reference");
        check.Settle();
        return saves.Run(call, requestId, request, Record, c => c.Id, ct);

        async Task<Contract> Record(Save save)
        {
            var with = await save.Db.Home(home, ct);
            var contract = new Contract
            {
                Id = Guid.CreateVersion7(save.Now),
                HomeId = with.Id,
                Council = call.Organization,
                Route = route!,
                Reference = reference,
                ValidFrom = from,
                ValidTo = to,
                InsuredUntil = insured,
                RecordedAt = save.Now,
            };
            save.Db.Add(contract);
            await RevalidateHome.Run(save, call.Organization, with, ValidationAct.None, ct);
            return contract;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string CareHome, Coding? Route, string Reference, string ValidFrom, string? ValidTo, string? InsuredUntil);
}
