using CsCheck;
using Halton.Hub.Data;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>What an entry may say, field by field; no database is asked.</summary>
public sealed class EntryRuleTests
{
    private static readonly string Place = Guid.CreateVersion7().ToString();
    private static readonly ServiceEntry Good = new() { OrganizationId = Guid.CreateVersion7().ToString(), Name = "Kettle on" };

    public static TheoryData<string, string, ServiceEntry> Wrong => new()
    {
        { "organization_id", "REQUIRED", Good with { OrganizationId = null } },
        { "organization_id", "NOT_A_UUID", Good with { OrganizationId = "one" } },
        { "name", "REQUIRED", Good with { Name = " " } },
        { "name", "TOO_LONG", Good with { Name = new string('n', 201) } },
        { "alternate_name", "TOO_LONG", Good with { AlternateName = new string('n', 201) } },
        { "description", "TOO_LONG", Good with { Description = new string('n', 4001) } },
        { "description", "CONTROL_CHARACTER", Good with { Description = "a\u0007b" } },
        { "description", "CARRIES_NHS_NUMBER", Good with { Description = "Ask for 999 054 8609." } },
        { "fees", "CARRIES_NHS_NUMBER", Good with { Fees = "9990548609" } },
        { "fees", "TOO_LONG", Good with { Fees = new string('n', 1001) } },
        { "accreditations", "TOO_LONG", Good with { Accreditations = new string('n', 1001) } },
        { "alert", "TOO_LONG", Good with { Alert = new string('n', 1001) } },
        { "alert", "CARRIES_NHS_NUMBER", Good with { Alert = "n٩٩٩٠٥٤٨٦٠٩n" } },
        { "url", "URL_INVALID", Good with { Url = "kettle.example.org" } },
        { "url", "URL_INVALID", Good with { Url = "javascript:alert(1)" } },
        { "url", "URL_INVALID", Good with { Url = "ftp://kettle.example.org" } },
        { "url", "URL_INVALID", Good with { Url = "https://desk:secret@kettle.example.org" } },
        { "email", "EMAIL_INVALID", Good with { Email = "desk at kettle" } },
        { "email", "EMAIL_INVALID", Good with { Email = "desk@kettle" } },
        { "assurer_email", "EMAIL_INVALID", Good with { AssurerEmail = "@kettle.org" } },
        { "minimum_age", "AGE_INVALID", Good with { MinimumAge = -1 } },
        { "maximum_age", "AGE_INVALID", Good with { MaximumAge = 131 } },
        { "maximum_age", "AGES_REVERSED", Good with { MinimumAge = 60, MaximumAge = 59 } },
        { "intake", "CODE_UNKNOWN", Good with { Intake = "shut" } },
        { "term_ids[1]", "NOT_A_UUID", Good with { TermIds = [Place, "x"] } },
        { "term_ids[1]", "DUPLICATE", Good with { TermIds = [Place, Place] } },
        { "location_ids", "TOO_MANY", Good with { LocationIds = [.. Enumerable.Range(0, 31).Select(_ => Guid.CreateVersion7().ToString())] } },
        { "languages[0]", "LANGUAGE_INVALID", Good with { Languages = ["Polish"] } },
        { "languages[0]", "LANGUAGE_UNKNOWN", Good with { Languages = ["xx"] } },
        { "funding[0]", "REQUIRED", Good with { Funding = [""] } },
        { "service_areas[0].uri", "URL_INVALID", Good with { ServiceAreas = [new() { Uri = "x" }] } },
        { "cost_options[1].amount", "AMOUNT_INVALID", Good with { CostOptions = [new() { Amount = 0 }, new() { Amount = -0.01m }] } },
        { "cost_options[0].amount", "AMOUNT_INVALID", Good with { CostOptions = [new() { Amount = 1.005m }] } },
        { "cost_options[0].amount", "AMOUNT_INVALID", Good with { CostOptions = [new() { Amount = 100_000.01m }] } },
        { "cost_options[0].valid_to", "VALID_TO_BEFORE_FROM", Good with { CostOptions = [new() { ValidFrom = "2026-02-01", ValidTo = "2026-01-31" }] } },
        { "contacts[0].title", "REQUIRED", Good with { Contacts = [new()] } },
        { "contacts[0].title", "TOO_LONG", Good with { Contacts = [new() { Title = new string('d', 101) }] } },
        { "contacts[0].title", "NAMES_A_PERSON", Good with { Contacts = [new() { Title = "Mrs Kettle" }] } },
        { "contacts[0].title", "NAMES_A_PERSON", Good with { Contacts = [new() { Title = "dr. Pot" }] } },
        { "contacts[0].title", "NAMES_A_PERSON", Good with { Contacts = [new() { Title = "Ms Cup" }] } },
        { "contacts[0].phones[0]", "PHONE_INVALID", Good with { Contacts = [new() { Title = "Desk", Phones = ["12345"] }] } },
        { "contacts[0].phones[1]", "PHONE_INVALID", Good with { Contacts = [new() { Title = "Desk", Phones = ["0151 496 0123", "+1 202 555 0100"] }] } },
        { "contacts[0].phones", "TOO_MANY", Good with { Contacts = [new() { Title = "Desk", Phones = [.. Enumerable.Repeat("0151 496 0123", 6)] }] } },
        { "schedules", "TOO_MANY", Good with { Schedules = [.. Enumerable.Repeat(new ScheduleEntry(), 51)] } },
    };

    public static TheoryData<string, string, ScheduleEntry> WrongTimes => new()
    {
        { "freq", "FREQ_UNKNOWN", new() { Freq = "DAILY", Dtstart = "2026-01-05" } },
        { "freq", "FREQ_NEEDED", new() { Byday = "MO" } },
        { "freq", "FREQ_NEEDED", new() { Bymonthday = "1" } },
        { "byday", "RULE_INCOMPLETE", new() { Freq = "WEEKLY" } },
        { "byday", "RULE_INCOMPLETE", new() { Freq = "MONTHLY" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "WEEKLY", Byday = "Mon" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "WEEKLY", Byday = "MO, TU" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "WEEKLY", Byday = "1TU" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "MONTHLY", Byday = "TU" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "MONTHLY", Byday = "6TU" } },
        { "byday", "BYDAY_INVALID", new() { Freq = "MONTHLY", Byday = "-2FR" } },
        { "bymonthday", "BYMONTHDAY_INVALID", new() { Freq = "MONTHLY", Bymonthday = "0" } },
        { "bymonthday", "BYMONTHDAY_INVALID", new() { Freq = "MONTHLY", Bymonthday = "1,32" } },
        { "bymonthday", "BYMONTHDAY_NOT_MONTHLY", new() { Freq = "WEEKLY", Byday = "MO", Bymonthday = "1" } },
        { "interval", "INTERVAL_INVALID", new() { Freq = "WEEKLY", Byday = "MO", Interval = 0 } },
        { "interval", "INTERVAL_INVALID", new() { Freq = "WEEKLY", Byday = "MO", Interval = 53, Dtstart = "2026-01-05" } },
        { "dtstart", "DTSTART_NEEDED", new() { Freq = "WEEKLY", Byday = "MO", Interval = 2 } },
        { "dtstart", "DTSTART_NOT_ON_BYDAY", new() { Freq = "WEEKLY", Byday = "MO,WE", Interval = 2, Dtstart = "2026-01-06" } },
        { "dtstart", "NOT_A_DATE", new() { Dtstart = "2026-02-30" } },
        { "valid_to", "VALID_TO_BEFORE_FROM", new() { ValidFrom = "2026-02-01", ValidTo = "2026-01-01" } },
        { "opens_at", "TIME_INVALID", new() { OpensAt = "9:00" } },
        { "closes_at", "TIME_INVALID", new() { ClosesAt = "24:00" } },
        { "closes_at", "CLOSES_BEFORE_OPENING", new() { OpensAt = "10:00", ClosesAt = "10:00" } },
        { "attending_type", "ATTENDING_TYPE_UNKNOWN", new() { AttendingType = "online" } },
        { "location_id", "LOCATION_NOT_LISTED", new() { LocationId = Guid.CreateVersion7().ToString() } },
        { "schedule_link", "URL_INVALID", new() { ScheduleLink = "www.example.org" } },
        { "description", "TOO_LONG", new() { Description = new string('d', 501) } },
        { "notes", "CARRIES_NHS_NUMBER", new() { Notes = "9 9 9 0 5 4 8 6 0 9" } },
    };

    public static TheoryData<ScheduleEntry> RightTimes => new()
    {
        new ScheduleEntry(),
        new ScheduleEntry { OpensAt = "09:00", ClosesAt = "17:30", ValidFrom = "2026-01-01", ValidTo = "2026-01-01" },
        new ScheduleEntry { Dtstart = "2026-01-06" },
        new ScheduleEntry { Freq = "WEEKLY", Dtstart = "2026-01-06" },
        new ScheduleEntry { Freq = "WEEKLY", Byday = "MO,TU,WE,TH,FR,SA,SU", LocationId = Place },
        new ScheduleEntry { Freq = "WEEKLY", Byday = "MO,TU", Interval = 2, Dtstart = "2026-01-06", AttendingType = "home-visit" },
        new ScheduleEntry { Freq = "MONTHLY", Byday = "1TU,5SU,-1FR" },
        new ScheduleEntry { Freq = "MONTHLY", Bymonthday = "1,15,31", Interval = 3, Dtstart = "2026-01-15" },
        new ScheduleEntry { Freq = "MONTHLY", Dtstart = "2026-01-15" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_field_is_named(string field, string reason, ServiceEntry entry) => Assert.Equal([(field, reason)], Faults(entry));

    [Theory]
    [MemberData(nameof(WrongTimes), DisableDiscoveryEnumeration = true)]
    public void A_wrong_opening_time_is_named(string field, string reason, ScheduleEntry schedule) =>
        Assert.Equal([($"schedules[1].{field}", reason)], Faults(Good with { LocationIds = [Place], Schedules = [new(), schedule] }));

    [Theory]
    [MemberData(nameof(RightTimes), DisableDiscoveryEnumeration = true)]
    public void A_right_opening_time_is_taken(ScheduleEntry schedule) => Assert.Empty(Faults(Good with { LocationIds = [Place], Schedules = [schedule] }));

    [Fact]
    public void All_wrong_fields_are_named_at_once() => Assert.Equal(
        ["name", "email", "schedules[0].closes_at", "contacts[0].phones[0]"],
        Faults(Good with { Name = "", Email = "x", Schedules = [new() { ClosesAt = "x" }], Contacts = [new() { Title = "Desk", Phones = ["1"] }] }).Select(f => f.Field));

    [Theory]
    [InlineData("0151 496 0123", "0151 496 0123")]
    [InlineData("(01928) 496012", "(01928) 496012")]
    [InlineData("+44 (0)151 496 0123", "0151 496 0123")]
    [InlineData("+447700900123", "07700900123")]
    [InlineData("0044 7700 900123", "07700 900123")]
    [InlineData("0169772123", "0169772123")]
    public void A_telephone_number_is_kept_as_it_is_dialled(string given, string kept)
    {
        var service = EntryChecks.Check(new FieldChecks(), new CodeSystems(), Good with { Contacts = [new() { Title = "MS support desk", Phones = [given] }] }, Guid.Empty, "X", false, TimeProvider.System.GetUtcNow());
        Assert.Equal(kept, service.Contacts[0].Phones[0].Number);
        Assert.Empty(Faults(Good with { Contacts = [new() { Title = "MS support desk", Phones = [given] }, new() { Title = "Missions and drop-ins" }] }));
    }

    [Theory]
    [InlineData("Ring 0151 496 0123 or 0800 123 4567, Mon to Fri 10:00-12:00, 13:00-15:00.")]
    [InlineData("Sessions cost £3.50, £4.50 or £12.00; charity 1234567; since 1998.")]
    [InlineData("Open 24/7, 365 days, 12/01/2027 to 12/02/2027")]
    public void Ordinary_words_carry_no_NHS_number(string text) => Assert.Empty(Faults(Good with { Description = text }));

    [Fact]
    public void A_planted_NHS_number_is_found_in_every_text_of_an_entry()
    {
        var number = Gen.Int[0, 999_999].Select(i => $"999{i:000000}").Where(nine => NhsNumber.CheckDigit(nine) < 10).Select(nine => nine + NhsNumber.CheckDigit(nine));
        var word = Gen.Char["abcxyz ÄЖ!?"].Array[0, 12].Select(c => new string(c));
        Gen.Select(number, word, word, Gen.Int[0, 3]).Sample((digits, before, after, shape) =>
        {
            var written = shape switch { 0 => digits, 1 => $"{digits[..3]} {digits[3..6]} {digits[6..]}", 2 => string.Join('-', digits.ToCharArray()), _ => $"{digits[..3]}.{digits[3..6]}.{digits[6..]}" };
            var text = before + written + after;
            return Faults(Good with { Description = text, Funding = [text] }).Count == 2;
        });
    }

    private static List<(string Field, string Reason)> Faults(ServiceEntry entry)
    {
        var check = new FieldChecks();
        EntryChecks.Check(check, new CodeSystems(), entry, Guid.CreateVersion7(), "VCFSE-1", false, TimeProvider.System.GetUtcNow());
        return [.. check.Faults.Select(f => (f.Field, f.Reason))];
    }
}
