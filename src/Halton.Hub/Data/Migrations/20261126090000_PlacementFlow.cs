using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class PlacementFlow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "assessment_id",
                schema: "placement",
                table: "standing_placement",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "offer_id",
                schema: "placement",
                table: "standing_placement",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "stay_id",
                schema: "placement",
                table: "standing_placement",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "weekly_price_pence",
                schema: "carehomes",
                table: "declared_beds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "disputes",
                schema: "carehomes",
                table: "assessor_agreement",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "assessment",
                schema: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    trust = table.Column<string>(type: "text", nullable: false),
                    council = table.Column<string>(type: "text", nullable: true),
                    assessor = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    assessed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dispute_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => x.id);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "bed_hold",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    bed_number = table.Column<int>(type: "integer", nullable: false),
                    held_for = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_hold", x => x.id);
                    table.CheckConstraint("hold_whole", "state in ('held', 'released', 'expired', 'admitted') and (state = 'held') = (ended_at is null) and held_until > held_at and bed_number between 1 and 1000");
                    table.ForeignKey(
                        name: "fk_bed_hold_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: beds that are held, without a word about whom for");

            migrationBuilder.CreateTable(
                name: "flow_policy",
                schema: "placement",
                columns: table => new
                {
                    only_row = table.Column<bool>(type: "boolean", nullable: false),
                    assessment_hours = table.Column<int>(type: "integer", nullable: false),
                    hold_minutes = table.Column<int>(type: "integer", nullable: false),
                    longest_hold_hours = table.Column<int>(type: "integer", nullable: false),
                    accepted_hold_hours = table.Column<int>(type: "integer", nullable: false),
                    answer_hours = table.Column<int>(type: "integer", nullable: false),
                    most_held = table.Column<int>(type: "integer", nullable: false),
                    agreement_review_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_policy", x => x.only_row);
                    table.CheckConstraint("flow_policy_sane", "least(assessment_hours, hold_minutes, longest_hold_hours, answer_hours, most_held, agreement_review_days) > 0 and accepted_hold_hours >= longest_hold_hours");
                    table.CheckConstraint("one_flow_policy", "only_row");
                },
                comment: "not about a person: how long things last on the way to a placement");

            migrationBuilder.CreateTable(
                name: "match_weights",
                schema: "placement",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    distance = table.Column<double>(type: "double precision", nullable: false),
                    freshness = table.Column<double>(type: "double precision", nullable: false),
                    cqc = table.Column<double>(type: "double precision", nullable: false),
                    pamms = table.Column<double>(type: "double precision", nullable: false),
                    in_borough = table.Column<double>(type: "double precision", nullable: false),
                    preference = table.Column<double>(type: "double precision", nullable: false),
                    continuity = table.Column<double>(type: "double precision", nullable: false),
                    price = table.Column<double>(type: "double precision", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_weights", x => x.version);
                    table.CheckConstraint("weights_make_100", "round((distance + freshness + cqc + pamms + in_borough + preference + continuity + price)::numeric, 6) = 100");
                    table.CheckConstraint("weights_positive", "least(distance, freshness, cqc, pamms, in_borough, preference, continuity, price) >= 0");
                },
                comment: "not about a person: how many points each part of a score can give");

            migrationBuilder.CreateTable(
                name: "assessment_version",
                schema: "placement",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    assessed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_version", x => new { x.assessment_id, x.version });
                    table.ForeignKey(
                        name: "fk_assessment_version_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "placement",
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "bed_reservation",
                schema: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    assessor = table.Column<string>(type: "text", nullable: false),
                    council = table.Column<string>(type: "text", nullable: true),
                    trust = table.Column<string>(type: "text", nullable: false),
                    longest_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    release_reason = table.Column<string>(type: "text", nullable: true),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_reservation", x => x.id);
                    table.ForeignKey(
                        name: "fk_bed_reservation_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "placement",
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bed_reservation_bed_hold_id",
                        column: x => x.id,
                        principalSchema: "carehomes",
                        principalTable: "bed_hold",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "offer",
                schema: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_version = table.Column<int>(type: "integer", nullable: false),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_organization = table.Column<string>(type: "text", nullable: false),
                    assessor = table.Column<string>(type: "text", nullable: false),
                    council = table.Column<string>(type: "text", nullable: true),
                    trust = table.Column<string>(type: "text", nullable: false),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    admission_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    answer_text = table.Column<string>(type: "text", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.id);
                    table.CheckConstraint("offer_state_known", "state in ('offered', 'accepted', 'declined', 'disputed', 'withdrawn', 'expired', 'completed')");
                    table.CheckConstraint("offer_whole", "(state in ('offered', 'accepted')) = (ended_at is null) and (state = 'completed') = (placement_id is not null)");
                    table.ForeignKey(
                        name: "fk_offer_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "placement",
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_offer_bed_reservation_reservation_id",
                        column: x => x.reservation_id,
                        principalSchema: "placement",
                        principalTable: "bed_reservation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_offer_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "ix_standing_placement_stay_id",
                schema: "placement",
                table: "standing_placement",
                column: "stay_id");

            migrationBuilder.CreateIndex(
                name: "one_placement_of_an_offer",
                schema: "placement",
                table: "standing_placement",
                column: "offer_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "declared_price",
                schema: "carehomes",
                table: "declared_beds",
                sql: "weekly_price_pence between 1 and 2000000");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_assessor_assessed_at_id",
                schema: "placement",
                table: "assessment",
                columns: new[] { "assessor", "assessed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_council_assessed_at_id",
                schema: "placement",
                table: "assessment",
                columns: new[] { "council", "assessed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_trust_assessed_at_id",
                schema: "placement",
                table: "assessment",
                columns: new[] { "trust", "assessed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "one_assessment_of_a_stay",
                schema: "placement",
                table: "assessment",
                columns: new[] { "stay_id", "assessor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bed_hold_held_for_held_until",
                schema: "carehomes",
                table: "bed_hold",
                columns: new[] { "held_for", "held_until" },
                filter: "state = 'held'");

            migrationBuilder.CreateIndex(
                name: "ix_bed_hold_held_until",
                schema: "carehomes",
                table: "bed_hold",
                column: "held_until",
                filter: "state = 'held'");

            migrationBuilder.CreateIndex(
                name: "ix_bed_hold_home_id",
                schema: "carehomes",
                table: "bed_hold",
                column: "home_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_hold_home_id_bed_type_held_until",
                schema: "carehomes",
                table: "bed_hold",
                columns: new[] { "home_id", "bed_type", "held_until" });

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservation_assessor_longest_until_id",
                schema: "placement",
                table: "bed_reservation",
                columns: new[] { "assessor", "longest_until", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservation_council_longest_until_id",
                schema: "placement",
                table: "bed_reservation",
                columns: new[] { "council", "longest_until", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservation_home_id",
                schema: "placement",
                table: "bed_reservation",
                column: "home_id",
                filter: "not ended");

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservation_stay_id",
                schema: "placement",
                table: "bed_reservation",
                column: "stay_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservation_trust_longest_until_id",
                schema: "placement",
                table: "bed_reservation",
                columns: new[] { "trust", "longest_until", "id" });

            migrationBuilder.CreateIndex(
                name: "one_bed_of_a_home",
                schema: "placement",
                table: "bed_reservation",
                columns: new[] { "assessment_id", "home_id" },
                unique: true,
                filter: "not ended");

            migrationBuilder.CreateIndex(
                name: "ix_offer_assessment_id",
                schema: "placement",
                table: "offer",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_assessor_offered_at_id",
                schema: "placement",
                table: "offer",
                columns: new[] { "assessor", "offered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_council_offered_at_id",
                schema: "placement",
                table: "offer",
                columns: new[] { "council", "offered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_home_id",
                schema: "placement",
                table: "offer",
                column: "home_id",
                filter: "state in ('offered', 'accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_offer_home_organization_offered_at_id",
                schema: "placement",
                table: "offer",
                columns: new[] { "home_organization", "offered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_stay_id_state",
                schema: "placement",
                table: "offer",
                columns: new[] { "stay_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_trust_offered_at_id",
                schema: "placement",
                table: "offer",
                columns: new[] { "trust", "offered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "one_accepted_offer",
                schema: "placement",
                table: "offer",
                column: "stay_id",
                unique: true,
                filter: "state in ('accepted', 'completed')");

            migrationBuilder.CreateIndex(
                name: "one_offer_of_a_bed",
                schema: "placement",
                table: "offer",
                column: "reservation_id",
                unique: true,
                filter: "state in ('offered', 'accepted')");

            migrationBuilder.Sql(Migrator.Script("0006_placement_flow.sql"));
        }
    }
}
