using Npgsql;

namespace Halton.Hub.Faults.Checks;

/// <summary>What the database holds of one load, read past every wall after the load has ended.</summary>
internal sealed class DatabaseView
{
    private const string StaysSql = """
        select s.id, s.spell_identifier, s.state, s.version, s.trust,
               (select count(*) from discharge.patient p where p.stay_id = s.id)::int,
               (select count(*) from discharge.access a where a.stay_id = s.id and a.org = s.trust)::int,
               (select count(*) from discharge.criteria_review r where r.stay_id = s.id)::int,
               (select count(*) from discharge.pathway_decision d where d.stay_id = s.id)::int
        from discharge.stay s where s.spell_identifier like $1 || '-%'
        """;

    private const string EventsSql = """
        select e.record_id, e.kind, e.payload ->> 'Etag', (e.payload ->> 'State')::int
        from events.event e where e.payload ->> 'SpellIdentifier' like $1 || '-%' order by e.xid, e.position
        """;

    private const string AnswersSql = """
        select request_id, (answer ->> 'Id')::uuid, answer ->> 'Etag' from requests.answered where answer ->> 'SpellIdentifier' like $1 || '-%'
        """;

    private const string AuditSql = "select trace_id, partner, operation, records from audit.entry where recorded_at >= $1 and outcome = 'success'";

    /// <summary>Stays by id.</summary>
    public Dictionary<Guid, StayRow> Stays { get; } = [];

    /// <summary>Events in commit order, by stay.</summary>
    public ILookup<Guid, EventRow> Events { get; private set; } = default!;

    /// <summary>Answers kept for repeats, by request.</summary>
    public Dictionary<Guid, (Guid Id, string Etag)> Answers { get; } = [];

    /// <summary>How often the audit says that a record was touched by a call: (partner, operation, trace, record).</summary>
    public Dictionary<(string Partner, string Operation, string Trace, Guid Record), int> Audit { get; } = [];

    /// <summary>Reads it.</summary>
    public static async Task<DatabaseView> Read(string owner, string load, DateTimeOffset began, CancellationToken ct)
    {
        var view = new DatabaseView();
        await using var source = NpgsqlDataSource.Create(owner);
        await Each(source, StaysSql, load, row => view.Stays.Add(row.GetGuid(0), new StayRow(
            row.GetGuid(0), row.GetString(1), row.GetInt16(2), row.GetInt32(3), row.GetString(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8))), ct);
        var events = new List<EventRow>();
        await Each(source, EventsSql, load, row => events.Add(new EventRow(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3))), ct);
        view.Events = events.ToLookup(e => e.Stay);
        await Each(source, AnswersSql, load, row => view.Answers.Add(row.GetGuid(0), (row.GetGuid(1), row.GetString(2))), ct);
        await Each(source, AuditSql, began.AddSeconds(-1), row =>
        {
            var operation = row.GetString(2);
            foreach (var record in row.GetFieldValue<Guid[]>(3))
            {
                var key = (row.GetString(1), operation[(operation.LastIndexOf('/') + 1)..], row.GetString(0), record);
                view.Audit[key] = view.Audit.GetValueOrDefault(key) + 1;
            }
        }, ct);
        return view;
    }

    private static async Task Each(NpgsqlDataSource source, string sql, object parameter, Action<NpgsqlDataReader> take, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            take(row);
        }
    }

    /// <summary>One stay, with how many rows belong to it.</summary>
    internal sealed record StayRow(Guid Id, string Spell, int State, int Version, string Trust, int Patients, int TrustAccess, int Reviews, int Decisions);

    /// <summary>One event.</summary>
    internal sealed record EventRow(Guid Stay, string Kind, string Etag, int State);
}
