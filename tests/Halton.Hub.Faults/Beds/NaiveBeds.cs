using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Scenarios;
using Npgsql;

namespace Halton.Hub.Faults.Beds;

/// <summary>Control: beds that are looked at first and taken then, without a lock or a constraint, must be seen to be held twice.</summary>
internal sealed class NaiveBeds : IScenario
{
    private const int Callers = 16;
    private const int Rounds = 300;
    private const string Table = "drop table if exists public.naive_hold; create table public.naive_hold (round int, holder int)";
    private const string Look = "select count(*) from public.naive_hold where round = $1";
    private const string Take = "insert into public.naive_hold values ($1, $2)";

    /// <inheritdoc />
    public string Name => "control-naive-beds";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(context.Hub.OwnerConnection);
        await Do(Table);
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Ask(round, caller), ct)));
        }

        await using var count = source.CreateCommand("select count(*) from (select 1 from public.naive_hold group by round having count(*) > 1) twice");
        var twice = (long)(await count.ExecuteScalarAsync(ct))!;
        await Do("drop table public.naive_hold");
        return new Outcome(
            $"{Callers} callers, one bed, {Rounds} rounds of looking first and taking then",
            [new Verdict("once", "no bed is held twice", $"{twice} rounds with more than one holder", twice == 0 ? [] : [$"{twice} of {Rounds} beds have more than one holder"])],
            "once");

        async Task Ask(int round, int caller)
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var look = new NpgsqlCommand(Look, connection) { Parameters = { new() { Value = round } } };
            if ((long)(await look.ExecuteScalarAsync(ct))! == 0)
            {
                await using var take = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = round }, new() { Value = caller } } };
                await take.ExecuteNonQueryAsync(ct);
            }
        }

        async Task Do(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
