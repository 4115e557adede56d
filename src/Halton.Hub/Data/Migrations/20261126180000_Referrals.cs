using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Halton.Hub.Data.Migrations
{
    /// <inheritdoc />
    public partial class Referrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "referrals");

            migrationBuilder.CreateTable(
                name: "care_service",
                schema: "referrals",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: false),
                    opens = table.Column<int>(type: "integer", nullable: false),
                    closes = table.Column<int>(type: "integer", nullable: false),
                    days = table.Column<List<int>>(type: "integer[]", nullable: false),
                    on_bank_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    tiers = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_service", x => x.code);
                    table.CheckConstraint("service_hours_sane", "opens between 0 and 1439 and closes between opens + 1 and 1440 and cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]");
                    table.ForeignKey(
                        name: "fk_care_service_organization_organization",
                        column: x => x.organization,
                        principalSchema: "access",
                        principalTable: "organization",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                },
                comment: "not about a person: services that people can be referred to");

            migrationBuilder.CreateTable(
                name: "care_tier",
                schema: "referrals",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    governs = table.Column<string>(type: "text", nullable: false),
                    elapsed_minutes = table.Column<int>(type: "integer", nullable: false),
                    service_minutes = table.Column<int>(type: "integer", nullable: false),
                    warn_minutes = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<string>(type: "text", nullable: false),
                    response_priority = table.Column<string>(type: "text", nullable: false),
                    team_types = table.Column<List<string>>(type: "text[]", nullable: false),
                    hospital_bed = table.Column<string>(type: "text", nullable: false),
                    least_age = table.Column<int>(type: "integer", nullable: false),
                    needs_condition = table.Column<bool>(type: "boolean", nullable: false),
                    follow_up_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_tier", x => x.code);
                    table.CheckConstraint("tier_codes_known", "priority in ('routine', 'urgent', 'asap', 'stat') and response_priority in ('1', '2', '3', '4') and hospital_bed in ('either', 'only', 'never')");
                    table.CheckConstraint("tier_governed", "governs in ('elapsed', 'service', 'agreed-day') and (governs = 'agreed-day' or least(elapsed_minutes, service_minutes) > 0) and warn_minutes >= 0");
                },
                comment: "not about a person: how fast services answer");

            migrationBuilder.CreateTable(
                name: "referral",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    journey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    journey_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    redirected_from = table.Column<Guid>(type: "uuid", nullable: true),
                    redirected_to = table.Column<Guid>(type: "uuid", nullable: true),
                    service = table.Column<string>(type: "text", nullable: false),
                    performer = table.Column<string>(type: "text", nullable: false),
                    requester = table.Column<string>(type: "text", nullable: false),
                    trust = table.Column<string>(type: "text", nullable: true),
                    council = table.Column<string>(type: "text", nullable: true),
                    stay_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    nhs_number_status = table.Column<string>(type: "text", nullable: false),
                    patient = table.Column<string>(type: "jsonb", nullable: false),
                    from_hospital_bed = table.Column<bool>(type: "boolean", nullable: false),
                    requested_tier = table.Column<string>(type: "text", nullable: false),
                    tier = table.Column<string>(type: "text", nullable: false),
                    conditions = table.Column<List<string>>(type: "text[]", nullable: false),
                    reason_text = table.Column<string>(type: "text", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    referred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_elapsed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_service = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    breach_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_of = table.Column<string>(type: "text", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    end_text = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    follow_up_due = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    followed_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_outcome = table.Column<string>(type: "text", nullable: true),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral", x => x.id);
                    table.CheckConstraint("referral_state_known", "state in ('requested', 'received', 'accepted', 'in-progress', 'completed', 'rejected', 'redirected', 'cancelled')");
                    table.CheckConstraint("referral_whole", "(state in ('requested', 'received', 'accepted', 'in-progress')) = (ended_at is null) and (state = 'redirected') = (redirected_to is not null) and (state = 'completed') = (outcome is not null)");
                    table.ForeignKey(
                        name: "fk_referral_care_service_service",
                        column: x => x.service,
                        principalSchema: "referrals",
                        principalTable: "care_service",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                },
                comment: "about a person");

            migrationBuilder.CreateTable(
                name: "access",
                schema: "referrals",
                columns: table => new
                {
                    org = table.Column<string>(type: "text", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    breach_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access2", x => new { x.org, x.referral_id });
                    table.ForeignKey(
                        name: "fk_access_referral_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referral",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                },
                comment: "about a person");

            migrationBuilder.CreateIndex(
                name: "ix_access_org_breach_at_referral_id",
                schema: "referrals",
                table: "access",
                columns: new[] { "org", "breach_at", "referral_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_referral_id",
                schema: "referrals",
                table: "access",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "referral_queue",
                schema: "referrals",
                table: "access",
                columns: new[] { "org", "breach_at", "referral_id" },
                filter: "open");

            migrationBuilder.CreateIndex(
                name: "ix_care_service_organization",
                schema: "referrals",
                table: "care_service",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "ix_referral_follow_up_due",
                schema: "referrals",
                table: "referral",
                column: "follow_up_due",
                filter: "follow_up_due is not null and followed_up_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_referral_journey_id",
                schema: "referrals",
                table: "referral",
                column: "journey_id");

            migrationBuilder.CreateIndex(
                name: "ix_referral_nhs_number",
                schema: "referrals",
                table: "referral",
                column: "nhs_number",
                filter: "nhs_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_referral_stay_id_requested_at",
                schema: "referrals",
                table: "referral",
                columns: new[] { "stay_id", "requested_at" },
                filter: "stay_id is not null");

            migrationBuilder.CreateIndex(
                name: "one_open_referral_of_a_person",
                schema: "referrals",
                table: "referral",
                columns: new[] { "requester", "service", "nhs_number" },
                unique: true,
                filter: "ended_at is null and nhs_number_status = '01'");

            migrationBuilder.CreateIndex(
                name: "one_open_referral_of_a_stay",
                schema: "referrals",
                table: "referral",
                columns: new[] { "service", "stay_id" },
                unique: true,
                filter: "ended_at is null and stay_id is not null");

            migrationBuilder.CreateIndex(
                name: "referral_clock",
                schema: "referrals",
                table: "referral",
                column: "warn_at",
                filter: "ended_at is null and first_contact_at is null");

            migrationBuilder.Sql(Migrator.Script("0007_referrals.sql"));
        }
    }
}
