namespace Halton.Hub.Directory.Finding;

/// <summary>
/// Where else to point: active services that take people and share terms with a given one, those with the most terms in common first, then
/// the nearest. One statement for many services.
/// </summary>
public sealed class FindAlternatives(DirectoryAccount account)
{
    /// <summary>The most that are told for one service.</summary>
    public const int Most = 5;

    private const string Query = $"""
        select {ServiceSql.Columns}, w.id
        from unnest($1) w (id) cross join lateral (
            select o.id, count(*) as common,
                (select min(there.place <-> here.place) from directory.service_at_location there, directory.service_at_location here
                    where there.service_id = o.id and here.service_id = w.id) as apart
            from directory.attribute mine
            join directory.attribute theirs on theirs.taxonomy_term_id = mine.taxonomy_term_id and theirs.service_id <> w.id
            join directory.service o on o.id = theirs.service_id and o.status = 'active' and o.intake = 'open' and not o.confidential
            where mine.service_id = w.id
            group by o.id
            order by common desc, apart, o.id
            limit $2) found
        join directory.service s on s.id = found.id
        order by w.id, found.common desc, found.apart, s.id
        """;

    /// <summary>Alternatives by service.</summary>
    public async Task<ILookup<Guid, Service>> Run(IReadOnlyCollection<Guid> services, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand(Query);
        command.Parameters.Add(new() { Value = services.ToArray() });
        command.Parameters.Add(new() { Value = Most });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid For, Service Service)>();
        while (await row.ReadAsync(ct))
        {
            found.Add((row.GetGuid(ServiceSql.Count), ServiceSql.Read(row)));
        }

        return found.ToLookup(pair => pair.For, pair => pair.Service);
    }
}
