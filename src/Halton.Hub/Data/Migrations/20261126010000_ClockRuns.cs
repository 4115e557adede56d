using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Halton.Hub.Data.Migrations;

/// <inheritdoc />
[DbContext(typeof(HubDb))]
[Migration("20261126010000_ClockRuns")]
public sealed class ClockRuns : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Migrator.Script("0004_clock_runs.sql"));
}
