using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class CareHomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "placement");

            migrationBuilder.EnsureSchema(
                name: "carehomes");

            migrationBuilder.CreateTable(
                name: "capacity_chase",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    window = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_chase", x => new { x.home_id, x.window, x.stage });
                },
                comment: "not about a person: reminders of monthly returns");

            migrationBuilder.CreateTable(
                name: "capacity_history",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    maximum = table.Column<int>(type: "integer", nullable: false),
                    occupied = table.Column<int>(type: "integer", nullable: false),
                    reserved = table.Column<int>(type: "integer", nullable: false),
                    available = table.Column<int>(type: "integer", nullable: false),
                    accepting_admissions = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_history", x => x.id);
                },
                comment: "not about a person: every return that was made");

            migrationBuilder.CreateTable(
                name: "council_policy",
                schema: "carehomes",
                columns: table => new
                {
                    council = table.Column<string>(type: "text", nullable: false),
                    valid_for_months = table.Column<int>(type: "integer", nullable: false),
                    cqc_fresh_hours = table.Column<int>(type: "integer", nullable: false),
                    host_reply_days = table.Column<int>(type: "integer", nullable: false),
                    host_reply_months = table.Column<int>(type: "integer", nullable: false),
                    inspection_months = table.Column<int>(type: "integer", nullable: false),
                    near_miles = table.Column<int>(type: "integer", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_policy", x => x.council);
                    table.ForeignKey(
                        name: "fk_council_policy_organization_council",
                        column: x => x.council,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what councils have decided about validation");

            migrationBuilder.CreateTable(
                name: "cqc_progress",
                schema: "carehomes",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    refreshed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cqc_progress", x => x.source);
                },
                comment: "not about a person: how far CQC's changes are followed");

            migrationBuilder.CreateTable(
                name: "freshness_policy",
                schema: "carehomes",
                columns: table => new
                {
                    only_row = table.Column<bool>(type: "boolean", nullable: false),
                    fresh_hours = table.Column<int>(type: "integer", nullable: false),
                    ageing_days = table.Column<int>(type: "integer", nullable: false),
                    window_opens = table.Column<int>(type: "integer", nullable: false),
                    window_closes = table.Column<int>(type: "integer", nullable: false),
                    window_reminder = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freshness_policy", x => x.only_row);
                    table.CheckConstraint("one_freshness_policy", "only_row");
                },
                comment: "not about a person: how old capacity may be");

            migrationBuilder.CreateTable(
                name: "provider",
                schema: "carehomes",
                columns: table => new
                {
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    ownership_type = table.Column<string>(type: "text", nullable: true),
                    companies_house_number = table.Column<string>(type: "text", nullable: true),
                    charity_number = table.Column<string>(type: "text", nullable: true),
                    registration_status = table.Column<string>(type: "text", nullable: false),
                    synced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider", x => x.provider_id);
                },
                comment: "not about a person: who runs care homes");

            migrationBuilder.CreateTable(
                name: "sharing_agreement",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    host_authority = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_agreement", x => x.id);
                },
                comment: "not about a person: agreements of councils with host authorities");

            migrationBuilder.CreateTable(
                name: "care_home",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_care_home = table.Column<bool>(type: "boolean", nullable: false),
                    registration_status = table.Column<string>(type: "text", nullable: false),
                    registration_date = table.Column<DateOnly>(type: "date", nullable: true),
                    deregistration_date = table.Column<DateOnly>(type: "date", nullable: true),
                    dormant = table.Column<bool>(type: "boolean", nullable: false),
                    service_types = table.Column<List<string>>(type: "text[]", nullable: false),
                    specialisms = table.Column<List<string>>(type: "text[]", nullable: false),
                    regulated_activities = table.Column<List<string>>(type: "text[]", nullable: false),
                    number_of_beds = table.Column<int>(type: "integer", nullable: true),
                    local_authority = table.Column<string>(type: "text", nullable: true),
                    local_authority_name = table.Column<string>(type: "text", nullable: false),
                    address_lines = table.Column<List<string>>(type: "text[]", nullable: false),
                    city = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    rating_overall = table.Column<string>(type: "text", nullable: false),
                    rating_safe = table.Column<string>(type: "text", nullable: false),
                    rating_effective = table.Column<string>(type: "text", nullable: false),
                    rating_caring = table.Column<string>(type: "text", nullable: false),
                    rating_responsive = table.Column<string>(type: "text", nullable: false),
                    rating_well_led = table.Column<string>(type: "text", nullable: false),
                    rated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_inspection_date = table.Column<DateOnly>(type: "date", nullable: true),
                    registered_manager_absent_date = table.Column<DateOnly>(type: "date", nullable: true),
                    further = table.Column<string>(type: "jsonb", nullable: true),
                    synced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_home", x => x.id);
                    table.CheckConstraint("home_on_earth", "latitude between -90 and 90 and longitude between -180 and 180 and (latitude is null) = (longitude is null)");
                    table.CheckConstraint("registration_status_known", "registration_status in ('Registered', 'Deregistered', 'Removed')");
                    table.ForeignKey(
                        name: "fk_care_home_organization_organization",
                        column: x => x.organization,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code");
                    table.ForeignKey(
                        name: "fk_care_home_provider_provider_id",
                        column: x => x.provider_id,
                        principalSchema: "carehomes",
                        principalTable: "provider",
                        principalColumn: "provider_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what CQC says of locations");

            migrationBuilder.CreateTable(
                name: "assessor_agreement",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessor = table.Column<string>(type: "text", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    competencies = table.Column<List<string>>(type: "text[]", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    review_due = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessor_agreement", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessor_agreement_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: agreements of homes with organisations of trusted assessors");

            migrationBuilder.CreateTable(
                name: "capability",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    max_kg = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capability", x => new { x.home_id, x.code });
                    table.CheckConstraint("bariatric_has_weight", "(code = 'bariatric') = (max_kg is not null) and max_kg between 50 and 500");
                    table.ForeignKey(
                        name: "fk_capability_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what homes say they can do");

            migrationBuilder.CreateTable(
                name: "capacity_return",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    accepting_admissions = table.Column<bool>(type: "boolean", nullable: false),
                    closure_reason = table.Column<string>(type: "text", nullable: true),
                    closed_from = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_until = table.Column<DateOnly>(type: "date", nullable: true),
                    told_stale = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_return", x => x.home_id);
                    table.CheckConstraint("closed_for_a_reason", "accepting_admissions = (closure_reason is null) and (closed_until is null or closed_until >= closed_from)");
                    table.ForeignKey(
                        name: "fk_capacity_return_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: the latest return of each home");

            migrationBuilder.CreateTable(
                name: "contract",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    insured_until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: contracts of councils with homes");

            migrationBuilder.CreateTable(
                name: "declaration",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration", x => x.home_id);
                    table.ForeignKey(
                        name: "fk_declaration_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: when homes said what they have");

            migrationBuilder.CreateTable(
                name: "declared_beds",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    maximum = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_beds", x => new { x.home_id, x.bed_type });
                    table.CheckConstraint("declared_maximum", "maximum between 0 and 1000");
                    table.ForeignKey(
                        name: "fk_declared_beds_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: kinds of bed that homes say they have");

            migrationBuilder.CreateTable(
                name: "host_reply",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    contacted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    acknowledged = table.Column<bool>(type: "boolean", nullable: false),
                    concerns = table.Column<string>(type: "text", nullable: true),
                    placements_suspended = table.Column<bool>(type: "boolean", nullable: false),
                    open_enquiries = table.Column<bool>(type: "boolean", nullable: false),
                    provider_failure = table.Column<bool>(type: "boolean", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_reply", x => x.id);
                    table.CheckConstraint("host_reply_whole", "(replied_on is null) = (concerns is null) and (replied_on is null or replied_on >= contacted_on)");
                    table.ForeignKey(
                        name: "fk_host_reply_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what host authorities said of homes: whether there is something, never a case");

            migrationBuilder.CreateTable(
                name: "pamms_assessment",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    overall = table.Column<string>(type: "text", nullable: false),
                    domains = table.Column<List<string>>(type: "text[]", nullable: false),
                    standards = table.Column<List<string>>(type: "text[]", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pamms_assessment", x => x.id);
                    table.CheckConstraint("pamms_complete", "cardinality(domains) = 5 and cardinality(standards) = 16");
                    table.ForeignKey(
                        name: "fk_pamms_assessment_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: quality assessments of homes by councils");

            migrationBuilder.CreateTable(
                name: "sanction",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sanction", x => x.id);
                    table.ForeignKey(
                        name: "fk_sanction_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what councils have imposed on homes");

            migrationBuilder.CreateTable(
                name: "standing_placement",
                schema: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    case_reference = table.Column<string>(type: "text", nullable: false),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    out_of_area_reason = table.Column<string>(type: "text", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    host_notified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    review_due = table.Column<DateOnly>(type: "date", nullable: false),
                    told_due = table.Column<DateOnly>(type: "date", nullable: true),
                    told_overdue = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_placement", x => x.id);
                    table.CheckConstraint("ended_whole", "(ended_on is null) = (end_reason is null) and (ended_on is null or ended_on >= started_on)");
                    table.ForeignKey(
                        name: "fk_standing_placement_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "succession",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    related_location_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_succession", x => new { x.home_id, x.related_location_id, x.kind });
                    table.CheckConstraint("succession_kind_known", "kind in ('predecessor', 'successor')");
                    table.ForeignKey(
                        name: "fk_succession_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: earlier and later registrations of homes");

            migrationBuilder.CreateTable(
                name: "validation",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council = table.Column<string>(type: "text", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    conditions = table.Column<List<string>>(type: "text[]", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopened_by = table.Column<List<string>>(type: "text[]", nullable: false),
                    was_valid = table.Column<bool>(type: "boolean", nullable: false),
                    known_sanctions = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    bed_types_in_use = table.Column<List<string>>(type: "text[]", nullable: false),
                    area_reasons = table.Column<List<string>>(type: "text[]", nullable: false),
                    next_review_due = table.Column<DateOnly>(type: "date", nullable: true),
                    override_authoriser = table.Column<string>(type: "text", nullable: true),
                    override_role = table.Column<string>(type: "text", nullable: true),
                    override_reason = table.Column<string>(type: "text", nullable: true),
                    overridden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    override_until = table.Column<DateOnly>(type: "date", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validation", x => x.id);
                    table.ForeignKey(
                        name: "fk_validation_care_home_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "care_home",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_validation_organization_council",
                        column: x => x.council,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: whether councils may place in homes outside their area");

            migrationBuilder.CreateTable(
                name: "bed_capacity",
                schema: "carehomes",
                columns: table => new
                {
                    home_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bed_type = table.Column<string>(type: "text", nullable: false),
                    maximum = table.Column<int>(type: "integer", nullable: false),
                    occupied = table.Column<int>(type: "integer", nullable: false),
                    reserved = table.Column<int>(type: "integer", nullable: false),
                    available = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_capacity", x => new { x.home_id, x.bed_type });
                    table.CheckConstraint("beds_counted", "occupied >= 0 and reserved >= 0 and available >= 0 and maximum between 0 and 1000");
                    table.CheckConstraint("beds_within_maximum", "occupied + reserved + available <= maximum");
                    table.ForeignKey(
                        name: "fk_bed_capacity_capacity_return_home_id",
                        column: x => x.home_id,
                        principalSchema: "carehomes",
                        principalTable: "capacity_return",
                        principalColumn: "home_id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: beds by kind in the latest return of each home");

            migrationBuilder.CreateTable(
                name: "access",
                schema: "placement",
                columns: table => new
                {
                    org = table.Column<string>(type: "text", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship = table.Column<string>(type: "text", nullable: false),
                    granted_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access1", x => new { x.org, x.placement_id });
                    table.ForeignKey(
                        name: "fk_access_standing_placement_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "placement",
                        principalTable: "standing_placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "validation_check",
                schema: "carehomes",
                columns: table => new
                {
                    validation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    evidence_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validation_check", x => new { x.validation_id, x.code });
                    table.ForeignKey(
                        name: "fk_validation_check_validation_validation_id",
                        column: x => x.validation_id,
                        principalSchema: "carehomes",
                        principalTable: "validation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: checks of homes outside a council's area");

            migrationBuilder.CreateTable(
                name: "validation_task",
                schema: "carehomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    validation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validation_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_validation_task_validation_validation_id",
                        column: x => x.validation_id,
                        principalSchema: "carehomes",
                        principalTable: "validation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "not about a person: what councils have to do about validations");

            migrationBuilder.CreateIndex(
                name: "ix_access_placement_id",
                schema: "placement",
                table: "access",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessor_agreement_home_id_assessor",
                schema: "carehomes",
                table: "assessor_agreement",
                columns: new[] { "home_id", "assessor" });

            migrationBuilder.CreateIndex(
                name: "ix_bed_capacity_bed_type",
                schema: "carehomes",
                table: "bed_capacity",
                column: "bed_type");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_history_home_id_as_of_id",
                schema: "carehomes",
                table: "capacity_history",
                columns: new[] { "home_id", "as_of", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_capacity_return_as_of",
                schema: "carehomes",
                table: "capacity_return",
                column: "as_of");

            migrationBuilder.CreateIndex(
                name: "ix_care_home_local_authority_name_id",
                schema: "carehomes",
                table: "care_home",
                columns: new[] { "local_authority", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_home_location_id",
                schema: "carehomes",
                table: "care_home",
                column: "location_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_home_name_id",
                schema: "carehomes",
                table: "care_home",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_home_organization",
                schema: "carehomes",
                table: "care_home",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "ix_care_home_provider_id",
                schema: "carehomes",
                table: "care_home",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_home_id",
                schema: "carehomes",
                table: "contract",
                column: "home_id");

            migrationBuilder.CreateIndex(
                name: "one_contract_reference",
                schema: "carehomes",
                table: "contract",
                columns: new[] { "council", "home_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_reply_council_home_id_contacted_on",
                schema: "carehomes",
                table: "host_reply",
                columns: new[] { "council", "home_id", "contacted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_host_reply_home_id",
                schema: "carehomes",
                table: "host_reply",
                column: "home_id");

            migrationBuilder.CreateIndex(
                name: "ix_pamms_assessment_home_id_assessed_on",
                schema: "carehomes",
                table: "pamms_assessment",
                columns: new[] { "home_id", "assessed_on" });

            migrationBuilder.CreateIndex(
                name: "one_sanction_of_a_kind",
                schema: "carehomes",
                table: "sanction",
                columns: new[] { "home_id", "recorded_by", "kind" },
                unique: true,
                filter: "lifted_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_sharing_agreement_council_host_authority",
                schema: "carehomes",
                table: "sharing_agreement",
                columns: new[] { "council", "host_authority" });

            migrationBuilder.CreateIndex(
                name: "ix_standing_placement_council_review_due_id",
                schema: "placement",
                table: "standing_placement",
                columns: new[] { "council", "review_due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_standing_placement_home_id",
                schema: "placement",
                table: "standing_placement",
                column: "home_id");

            migrationBuilder.CreateIndex(
                name: "one_placement_of_a_case",
                schema: "placement",
                table: "standing_placement",
                columns: new[] { "council", "case_reference" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "one_placement_of_a_person",
                schema: "placement",
                table: "standing_placement",
                columns: new[] { "council", "nhs_number" },
                unique: true,
                filter: "ended_on is null and nhs_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_validation_council_home_id",
                schema: "carehomes",
                table: "validation",
                columns: new[] { "council", "home_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_validation_home_id",
                schema: "carehomes",
                table: "validation",
                column: "home_id");

            migrationBuilder.CreateIndex(
                name: "one_open_task_of_a_kind",
                schema: "carehomes",
                table: "validation_task",
                columns: new[] { "validation_id", "code" },
                unique: true,
                filter: "done_at is null");

            migrationBuilder.Sql(Migrator.Script("0005_care_homes.sql"));
        }
    }
}
