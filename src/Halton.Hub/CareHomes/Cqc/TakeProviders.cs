using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Takes in what CQC says of providers, several in one save. Nobody is told: what is told of is homes.</summary>
public sealed class TakeProviders(OneSave saves)
{
    /// <summary>Takes them in, on the word of a source.</summary>
    internal Task Run(ClockCaller clock, IReadOnlyDictionary<string, CqcAnswer<CqcProvider>> answers, CancellationToken ct) => saves.Run(
        clock.Call,
        clock.RequestId($"providers {CqcFingerprint.Of(answers)}"),
        answers,
        async save =>
        {
            var known = await save.Db.Set<Provider>().Where(provider => answers.Keys.Contains(provider.ProviderId)).ToDictionaryAsync(provider => provider.ProviderId, ct);
            foreach (var (id, answer) in answers)
            {
                Take(save.Db, known.GetValueOrDefault(id), id, answer, save.Now);
            }

            return new Taken(clock.RequestId("providers"), answers.Count);
        },
        taken => taken.Id,
        ct);

    /// <summary>Takes one in; one of which nothing is said is known by its id alone.</summary>
    internal static void Take(HubDb db, Provider? known, string id, CqcAnswer<CqcProvider> answer, DateTimeOffset at)
    {
        var provider = known ?? db.Add(new Provider { ProviderId = id, Name = id, RegistrationStatus = "Unknown", SyncedAt = at }).Entity;
        if (answer.Said is { } said)
        {
            (provider.Name, provider.RegistrationStatus, provider.OwnershipType) = (said.Name, said.RegistrationStatus, said.OwnershipType);
            (provider.CompaniesHouseNumber, provider.CharityNumber, provider.SyncedAt) = (said.CompaniesHouseNumber, said.CharityNumber, at);
        }
        else if (answer.Gone)
        {
            (provider.RegistrationStatus, provider.SyncedAt) = ("Removed", at);
        }
    }

    private sealed record Taken(Guid Id, int Providers);
}
