using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>A list's query in the making: conditions that all must hold, each with its values in place of <c>{0}</c>, <c>{1}</c> and so on.</summary>
internal sealed class ListQuery
{
    private readonly NpgsqlBatchCommand command = new();
    private readonly List<string> where = [];

    /// <summary>Adds a condition.</summary>
    public ListQuery Where(string condition, params object?[] values)
    {
        var first = command.Parameters.Count;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        where.Add(string.Format(null, condition, [.. values.Select((_, i) => $"${first + i + 1}")]));
        return this;
    }

    /// <summary>Adds a condition when it was asked for.</summary>
    public ListQuery WhereIf(bool asked, string condition, params object?[] values) => asked ? Where(condition, values) : this;

    /// <summary>Adds what every list can be narrowed by.</summary>
    /// <param name="by">What was asked for.</param>
    /// <param name="number">The condition on the NHS number.</param>
    /// <param name="when">The column that says when it happened.</param>
    /// <param name="changed">The column that says when it last changed.</param>
    public ListQuery Narrow(RecordNarrowing by, string number, string when, string changed) => this
        .WhereIf(by.NhsNumber is not null, number, by.NhsNumber)
        .WhereIf(by.When.From is not null, $"{when} >= {{0}}", by.When.From)
        .WhereIf(by.When.Before is not null, $"{when} < {{0}}", by.When.Before)
        .WhereIf(by.Changed.From is not null, $"{changed} >= {{0}}", by.Changed.From)
        .WhereIf(by.Changed.Before is not null, $"{changed} < {{0}}", by.Changed.Before);

    /// <summary>The command.</summary>
    public NpgsqlBatchCommand Command(string select, string order, int limit)
    {
        command.Parameters.Add(new() { Value = limit });
        command.CommandText = $"{select} where {string.Join(" and ", where)} order by {order} limit ${command.Parameters.Count}";
        return command;
    }
}
