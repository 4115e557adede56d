using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Hubs;

/// <summary>A directory as large as a country's: every service of the demonstration data a thousand times, some kilometres apart.</summary>
internal static class LargeDirectory
{
    /// <summary>How many times.</summary>
    public const int Copies = 1000;

    private const string Multiply = """
        begin;
        select set_config('hub.org', 'SYSTEM:Seed', true);
        create temp view copies as select generate_series(2, 1000) as n;
        create function pg_temp.copy(id uuid, n integer) returns uuid language sql immutable as $$ select md5(id::text || n)::uuid $$;
        insert into directory.location select c.* from directory.location l, copies, jsonb_populate_record(l, jsonb_build_object(
            'id', pg_temp.copy(l.id, n), 'latitude', l.latitude + 0.2 * random() - 0.1, 'longitude', l.longitude + 0.3 * random() - 0.15)) c;
        insert into directory.service select c.* from directory.service s, copies, jsonb_populate_record(s, jsonb_build_object(
            'id', pg_temp.copy(s.id, n), 'name', s.name || ' ' || n, 'ordinal', nextval(pg_get_serial_sequence('directory.service', 'ordinal')))) c;
        insert into directory.service_at_location select c.* from directory.service_at_location a, copies, jsonb_populate_record(a, jsonb_build_object(
            'id', pg_temp.copy(a.id, n), 'service_id', pg_temp.copy(a.service_id, n), 'location_id', pg_temp.copy(a.location_id, n))) c;
        insert into directory.schedule select c.* from directory.schedule s, copies, jsonb_populate_record(s, jsonb_build_object(
            'id', pg_temp.copy(s.id, n), 'service_id', pg_temp.copy(s.service_id, n), 'service_at_location_id', pg_temp.copy(s.service_at_location_id, n))) c;
        insert into directory.attribute select c.* from directory.attribute a, copies, jsonb_populate_record(a, jsonb_build_object(
            'id', pg_temp.copy(a.id, n), 'service_id', pg_temp.copy(a.service_id, n))) c;
        commit;
        """;

    /// <summary>Makes it of a hub's demonstration data, unless it is there.</summary>
    public static async Task Make(HubDatabase database, CancellationToken ct)
    {
        if (await Services(database, ct) < 10_000)
        {
            Progress.Say($"copying the directory {Copies} times; made once");
            await database.Do(Multiply, ct);
            await database.Do("vacuum analyze", ct);
        }
    }

    /// <summary>How many services there are.</summary>
    public static Task<long> Services(HubDatabase database, CancellationToken ct) => database.Value<long>("select count(*) from directory.service", ct);
}
