using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Halton.Hub.Data.Migrations;

/// <inheritdoc />
[DbContext(typeof(HubDb))]
[Migration("20261124090000_Clock")]
public sealed class Clock : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Migrator.Script("0003_clock.sql"));
}
