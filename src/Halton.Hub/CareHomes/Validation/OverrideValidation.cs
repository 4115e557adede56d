using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Lets people be placed although the checks say otherwise, on the word of a named senior officer, until a day or until something new
/// reopens the validation. The checks are run first. Faults: CARE_HOME_NOT_FOUND, VALIDATION_NOT_FOUND, ETAG_MISMATCH, NOTHING_TO_OVERRIDE,
/// CANNOT_BE_OVERRIDDEN, TOO_SHORT, UNTIL_INVALID, TOO_MANY, LOOKS_LIKE_A_PERSON.
/// </summary>
public sealed class OverrideValidation(OneSave saves, TimeProvider clock)
{
    private const int LongestMonths = 6;
    private const int ShortestReason = 20;
    private const int MostConditions = 10;

    /// <summary>Runs it once.</summary>
    public Task<ValidationState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var today = clock.Today();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var authoriser = check.Text(request.Authoriser, "authoriser", 100);
        var role = check.Text(request.Role, "role", 60);
        var reason = check.Text(request.Reason, "reason", 1000);
        check.That(reason.Length is 0 or >= ShortestReason, "reason", "TOO_SHORT", $"At least {ShortestReason} characters.");
        PersonTrace.Refuse(check, reason, "reason");
        check.That(request.Conditions.Count <= MostConditions, "conditions", "TOO_MANY", $"At most {MostConditions}.");
        List<string> conditions = [.. request.Conditions.Take(MostConditions).Select((condition, i) => Condition(condition, $"conditions[{i}]"))];
        var until = check.Day(request.Until, "until");
        check.That(until == default || (until >= today && until <= today.AddMonths(LongestMonths)), "until", "UNTIL_INVALID", $"From today to {LongestMonths} months from now.");
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return saves.Run(call, requestId, request, Change, v => v.Id, ct);

        async Task<ValidationState> Change(Save save)
        {
            var home = await save.Db.Home(reference, ct);
            var act = new ValidationAct
            {
                Override = (new ValidationOverride(authoriser, role, reason, save.Now, until), conditions),
                Demand = validation => Demand(validation, etag),
            };
            return await RevalidateHome.Run(save, call.Organization, home, act, ct) ?? throw CareHomeFaults.ValidationNotFound();
        }

        string Condition(string text, string field)
        {
            var kept = check.Text(text, field, 200);
            PersonTrace.Refuse(check, kept, field);
            return kept;
        }
    }

    private static void Demand(ProviderValidation validation, string etag)
    {
        if (validation.Etag != etag)
        {
            throw Fault.StaleEtag(validation.Etag);
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId, string CareHome, string Authoriser, string Role, string Reason, IReadOnlyList<string> Conditions, string Until, string Etag);
}
