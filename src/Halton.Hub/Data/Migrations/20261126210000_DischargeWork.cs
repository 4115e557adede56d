using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class DischargeWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "allocated_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "assessment_due_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "assessment_started_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assessment_started_by_role",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assessment_told",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "assessment_warn_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "care_transfer_hub_referred_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delay_reason",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delayed_on",
                schema: "discharge",
                table: "stay",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "discharge_due_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "discharge_told",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "discharge_warn_at",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "worker",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "worker_organization",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "worker_role",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "worker_since",
                schema: "discharge",
                table: "stay",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "worker_team",
                schema: "discharge",
                table: "stay",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "properties",
                schema: "codes",
                table: "concept",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "delay",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delayed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_role = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delay", x => x.id);
                    table.ForeignKey(
                        name: "fk_delay_stays_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "worker_allocation",
                schema: "discharge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    allocated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: false),
                    team = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    worker = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_allocation", x => x.id);
                    table.ForeignKey(
                        name: "fk_worker_allocation_organization_organization",
                        column: x => x.organization,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_worker_allocation_stays_stay_id",
                        column: x => x.stay_id,
                        principalSchema: "discharge",
                        principalTable: "stay",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "assessment_clock",
                schema: "discharge",
                table: "stay",
                column: "assessment_warn_at",
                filter: "state <= 3 and assessment_started_at is null");

            migrationBuilder.CreateIndex(
                name: "discharge_clock",
                schema: "discharge",
                table: "stay",
                column: "discharge_warn_at",
                filter: "state <= 3 and discharge_warn_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_delay_stay_id_delayed_on_recorded_at",
                schema: "discharge",
                table: "delay",
                columns: new[] { "stay_id", "delayed_on", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_allocation_organization",
                schema: "discharge",
                table: "worker_allocation",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "ix_worker_allocation_stay_id_allocated_at",
                schema: "discharge",
                table: "worker_allocation",
                columns: new[] { "stay_id", "allocated_at" });

            migrationBuilder.Sql(Migrator.Script("0010_discharge_work.sql"));
        }
    }
}
