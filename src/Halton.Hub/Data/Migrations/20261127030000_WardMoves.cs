using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class WardMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ward_moves",
                schema: "discharge",
                table: "stay",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");
        }
    }
}
