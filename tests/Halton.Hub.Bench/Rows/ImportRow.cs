using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Faults.Imports;

namespace Halton.Hub.Bench.Rows;

/// <summary>A trust's feed in one stream, against the same updates made call by call over as many callers as the feed has lanes.</summary>
internal static class ImportRow
{
    private const int Items = 10_000;
    private const int Callers = 16;
    private const double Aim = 10_000;

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "import", 1, ct), ct);
        await hub.Database.RaiseRate(ct);
        using var tokens = hub.TokensOf(HubProcess.Partner, "TREAT");
        using var channel = GrpcChannel.ForAddress(hub.Grpc);
        var client = new DischargeService.DischargeServiceClient(channel);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(
            options,
            new Side("feed", (time, end) => Feeds(client, tokens.Get, time, end), hub.Pid, hub.Database, postmaster),
            new Side("calls", (time, end) => Calls(client, tokens.Get, time, end), hub.Pid, hub.Database, postmaster),
            ct);
        var (fed, called, _) = duel.Median(round => round.Calls.PerSecond);
        return new RowResult(
            "call by call",
            [
                duel.Line("updates a second", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("CPU an update, server, µs", round => round.ServerPerCall, Show.Whole),
                duel.Line("CPU an update, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
            ],
            [
                new Promise("aim: 10,000 updates a second", Show.Whole(fed), fed >= Aim),
                new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0),
            ],
            [duel.Note(), $"Call by call is what the same operations give to {Callers} callers: {Show.Whole(called)} a second."]);
    }

    // One feed after another, until the time is over.
    private static async Task<Calls> Feeds(DischargeService.DischargeServiceClient client, Func<CancellationToken, ValueTask<string>> token, TimeSpan time, CancellationToken ct)
    {
        var (began, took, errors) = (System.Diagnostics.Stopwatch.GetTimestamp(), new List<long>(Items), 0);
        while (System.Diagnostics.Stopwatch.GetElapsedTime(began) < time)
        {
            errors += await Feed(client, token, took, ct);
        }

        return new Calls(System.Diagnostics.Stopwatch.GetElapsedTime(began), [.. took.Order()], errors, errors > 0 ? "an item was answered otherwise" : null);
    }

    private static async Task<int> Feed(DischargeService.DischargeServiceClient client, Func<CancellationToken, ValueTask<string>> token, List<long> took, CancellationToken ct)
    {
        var feed = new Nightly($"bench-{Guid.CreateVersion7()}", Items);
        using var call = client.ImportUpdates(await Headers(token, ct), cancellationToken: ct);
        var sending = Task.Run(
            async () =>
            {
                await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = feed.Spells } }, ct);
                for (var item = 0; item < feed.Count; item++)
                {
                    await call.RequestStream.WriteAsync(new() { Item = feed.Item(item) }, ct);
                }

                await call.RequestStream.CompleteAsync();
            },
            ct);
        var (errors, last) = (0, System.Diagnostics.Stopwatch.GetTimestamp());
        for (var item = 0; await call.ResponseStream.MoveNext(ct); item++)
        {
            errors += (call.ResponseStream.Current.Accepted is null) == Nightly.IsBad(item) ? 0 : 1;
            var now = System.Diagnostics.Stopwatch.GetTimestamp();
            took.Add(now - last);
            last = now;
        }

        await sending;
        return errors;
    }

    // The same stays, each caller one after another.
    private static Task<Calls> Calls(DischargeService.DischargeServiceClient client, Func<CancellationToken, ValueTask<string>> token, TimeSpan time, CancellationToken ct) =>
        Crowd.For(Callers, async (_, took) =>
        {
            var stay = new Nightly($"bench-{Guid.CreateVersion7()}", Nightly.OfAStay);
            var (id, etag) = ("", "");
            for (var item = 0; item < stay.Count; item++)
            {
                var told = stay.Item(item);
                await Crowd.Timed(took, async () =>
                {
                    var status = await One(client, told, id, etag, await Headers(token, ct));
                    (id, etag) = (status.DischargeId, status.Etag);
                });
            }
        }, time, ct);

    private static async Task<DischargeStatus> One(DischargeService.DischargeServiceClient client, ImportItem told, string id, string etag, Metadata headers)
    {
        var request = Guid.CreateVersion7().ToString();
        switch (told.UpdateCase)
        {
            case ImportItem.UpdateOneofCase.Admission:
                (told.Admission.RequestId, told.Admission.SpellIdentifier) = (request, told.SpellIdentifier);
                return await client.RecordAdmissionAsync(told.Admission, headers);
            case ImportItem.UpdateOneofCase.CriteriaReview:
                (told.CriteriaReview.RequestId, told.CriteriaReview.DischargeId) = (request, id);
                return await client.ReviewCriteriaToResideAsync(told.CriteriaReview, headers);
            case ImportItem.UpdateOneofCase.Pathway:
                (told.Pathway.RequestId, told.Pathway.DischargeId, told.Pathway.Etag) = (request, id, etag);
                return await client.AssignPathwayAsync(told.Pathway, headers);
            default:
                (told.Discharge.RequestId, told.Discharge.DischargeId, told.Discharge.Etag) = (request, id, etag);
                return await client.ConfirmDischargeAsync(told.Discharge, headers);
        }
    }

    private static async Task<Metadata> Headers(Func<CancellationToken, ValueTask<string>> token, CancellationToken ct) => new() { { "authorization", "Bearer " + await token(ct) }, { "purpose-of-use", "TREAT" } };
}
