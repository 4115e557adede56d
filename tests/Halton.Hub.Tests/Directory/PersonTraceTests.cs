using System.Globalization;
using CsCheck;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>A note may not lead to a person, and an ordinary note is no trouble.</summary>
public sealed class PersonTraceTests
{
    private static readonly Gen<string> Nine = Gen.Int[0, 999_999].Select(i => $"999{i:000000}").Where(nine => NhsNumber.CheckDigit(nine) < 10);
    private static readonly Gen<string> Number = Nine.Select(nine => nine + NhsNumber.CheckDigit(nine));
    private static readonly Gen<string> Words = Gen.Char["abcdexyz ,.;:!?()'\"/&£-éЖ\n"].Array[0, 20].Select(c => new string(c));
    private static readonly Gen<string> Apart = Words.Select(w => w + " ");
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 36_000].Select(new DateOnly(1925, 1, 1).AddDays);

    [Theory]
    [InlineData("asked about lunch clubs on Tuesdays")]
    [InlineData("needs ground floor, 2 steps at the door")]
    [InlineData("costs £3.50")]
    [InlineData("service 24/7")]
    [InlineData("")]
    [InlineData("would like to walk with others, Monday or Thursday mornings")]
    [InlineData("open 10:00-12:00 and 13:30-16:00, Mon, Wed and Fri")]
    [InlineData("open 9.30-4.30 7 days a week")]
    [InlineData("open 10.30-12.30, 14.00-15.30")]
    [InlineData("Mon 10-12, Tue 1-3, Thu 2-4.30")]
    [InlineData("between 10 and 12, not after 15:30")]
    [InlineData("two buses, numbers 61 and 62A, every 20 minutes")]
    [InlineData("sessions cost £3.50, £4.50 or £12.00 for the family")]
    [InlineData("£150 a year is too much")]
    [InlineData("waiting list of 12 weeks, 30 people ahead")]
    [InlineData("lives alone since last year, misses company")]
    [InlineData("interested in the men's shed; has tools")]
    [InlineData("hearing loop needed")]
    [InlineData("asked for a befriender who speaks Polish")]
    [InlineData("carer for a partner with dementia")]
    [InlineData("help with a blue badge form")]
    [InlineData("benefits check: PIP and Attendance Allowance")]
    [InlineData("needs transport, wheelchair 65 cm wide")]
    [InlineData("first visit went well, comes again in 2 weeks")]
    [InlineData("wants to volunteer 3 hours a week from April")]
    [InlineData("class is full until September 2027")]
    [InlineData("for people aged 50 to 65 only")]
    [InlineData("aged over 80, prefers mornings")]
    [InlineData("food parcel for 2 adults and 3 children")]
    [InlineData("no data left on the phone, prefers letters")]
    [InlineData("meets at the library at 2 pm")]
    [InlineData("look at www.example.org for times")]
    [InlineData("the group at St Mary's is too far")]
    [InlineData("next to Block B, 1st floor")]
    [InlineData("room 101 in the annexe")]
    [InlineData("room B1 2pm")]
    [InlineData("leaflet 12b handed over")]
    [InlineData("step count 5,000 a day as a goal")]
    [InlineData("1 in 4 sessions online")]
    [InlineData("ring the bell twice")]
    [InlineData("phase 2 of the programme, weeks 3-8")]
    [InlineData("season 2026-27")]
    [InlineData("between 2026 and 2027")]
    [InlineData("50% off with a leisure card")]
    [InlineData("gas bill, meter key, cold home")]
    [InlineData("Dr asked for something social")]
    [InlineData("a born leader, may want to help run it")]
    [InlineData("WA7 and WA8 both fine")]
    [InlineData("every 1st and 3rd Tuesday of the month")]
    [InlineData("march with the band, may join in")]
    public void An_ordinary_note_is_taken(string note) => Assert.Null(PersonTrace.Find(note));

    [Theory]
    [InlineData("an NHS number", "n 999 054 8609")]
    [InlineData("an NHS number", "x9990548609x")]
    [InlineData("an NHS number", "999/054/8609")]
    [InlineData("an NHS number", "123 456 7890")]
    [InlineData("an NHS number", "99.90.54.86.09")]
    [InlineData("an NHS number", "９９９ ０５４ ８６０９")]
    [InlineData("an NHS number", "999\u200B0548609")]
    [InlineData("a telephone number", "ring 0151 496 0123")]
    [InlineData("a telephone number", "+44 7700 900123")]
    [InlineData("a telephone number", "(01928) 496 012")]
    [InlineData("a telephone number", "07-70-09-00-12-3")]
    [InlineData("a telephone number", "number 1234567")]
    [InlineData("a telephone number", "call 496 0123 after 10.30")]
    [InlineData("an e-mail address", "ask edna@example.org")]
    [InlineData("an e-mail address", "edna(at)example.org")]
    [InlineData("an e-mail address", "edna [at] example dot org")]
    [InlineData("an e-mail address", "edna at example.co.uk")]
    [InlineData("an e-mail address", "edna at example dot com")]
    [InlineData("a date of birth", "03/03/1948")]
    [InlineData("a date of birth", "3.3.48")]
    [InlineData("a date of birth", "1948-03-03")]
    [InlineData("a date of birth", "3 March 1948")]
    [InlineData("a date of birth", "3rd of Mar '48")]
    [InlineData("a date of birth", "March 3, 1948")]
    [InlineData("a date of birth", "born 1948")]
    [InlineData("a date of birth", "was born in spring 1948")]
    [InlineData("a date of birth", "DOB 48")]
    [InlineData("a postcode", "lives in WA7 2CK")]
    [InlineData("a postcode", "wa72ck")]
    [InlineData("a postcode", "(M1 1AE)")]
    public void What_could_lead_to_a_person_is_named(string kind, string note) => Assert.Equal(kind, PersonTrace.Find(note));

    [Fact]
    public void An_NHS_number_is_found_in_any_text_with_any_separator() =>
        Gen.Select(Number, Words, Words, Gen.Int[0, 5], Gen.Char[" .-_/·*"]).Sample((n, before, after, shape, sign) =>
        {
            var written = shape switch
            {
                0 => n,
                1 => $"{n[..3]}{sign}{n[3..6]}{sign}{n[6..]}",
                2 => $"{n[..5]}{(sign == '/' ? ' ' : sign)}{n[5..]}",
                3 => string.Join(sign == '/' ? ' ' : sign, n.ToCharArray()),
                4 => $"{n[..3]} {sign} {n[3..6]} {sign} {n[6..]}",
                _ => $"7{n}5",
            };
            return PersonTrace.Find(before + written + after) is not null;
        });

    [Fact]
    public void Ten_digits_in_groups_of_3_3_and_4_are_taken_for_an_NHS_number_whether_or_not_they_check() =>
        Gen.Select(Gen.Int[100, 999], Gen.Int[100, 999], Gen.Int[1000, 9999], Words, Words, Gen.Char[" .-,"]).Sample(
            (a, b, c, before, after, sign) => PersonTrace.Find($"{before}{a}{sign}{b}{sign}{c}{after}") is not null);

    [Fact]
    public void A_telephone_number_is_found_in_any_text() =>
        Gen.Select(Gen.Int[0, 999_999], Words, Words, Gen.Int[0, 6]).Sample((n, before, after, shape) =>
        {
            var six = n.ToString("000000", CultureInfo.InvariantCulture);
            var written = shape switch
            {
                0 => $"07700{six}",
                1 => $"07700 {six}",
                2 => $"+44 7700 {six}",
                3 => $"(01928) {six[..3]} {six[3..]}",
                4 => $"0151-4{six[..2]}-{six[2..]}",
                5 => $"0044(0)77 00 {six[..2]} {six[2..4]} {six[4..]}",
                _ => $"5{six}",
            };
            return PersonTrace.Find(before + written + after) is not null;
        });

    [Fact]
    public void An_e_mail_address_is_found_in_any_text() =>
        Gen.Select(Words, Words, Gen.Int[0, 3]).Sample((before, after, shape) =>
        {
            var written = shape switch { 0 => "edna.x@example.org", 1 => "edna(at)example.org", 2 => "edna @ example.org", _ => " edna at example.org " };
            return PersonTrace.Find(before + written + after) is not null;
        });

    [Fact]
    public void A_date_is_found_in_any_text() =>
        Gen.Select(Day, Apart, Words, Gen.Int[0, 7]).Sample((day, before, after, shape) =>
        {
            string[] formats = ["dd/MM/yyyy", "d.M.yy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yy", "MMMM d, yyyy", "'born 'yyyy", "d-M-yyyy"];
            return PersonTrace.Find($"{before}{day.ToString(formats[shape], CultureInfo.InvariantCulture)} {after}") is not null;
        });

    [Fact]
    public void A_postcode_is_found_in_any_text() =>
        Gen.Select(Gen.Char["ABCDEFGHIJLNOPQRSTUVWXYZ"].Array[2], Gen.Int[1, 9], Gen.Int[0, 9], Apart, Words, Gen.Bool, Gen.Bool).Sample((letters, outer, inner, before, after, small, spaced) =>
        {
            var written = $"WA{outer}{(spaced ? " " : "")}{inner}{new string(letters)}";
            return PersonTrace.Find($"{before}{(small ? written.ToLowerInvariant() : written)} {after}") is not null;
        });
}
