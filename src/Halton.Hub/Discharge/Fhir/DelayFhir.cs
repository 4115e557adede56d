using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge.Fhir;

/// <summary>One reason for delay as a Flag, and back: active while it is the latest word on somebody who is still ready.</summary>
public sealed class DelayFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [SubjectFhir.NumberStatus, RecordedAt, Note];

    private static readonly HubExtension RecordedAt = new("recorded-at", "dateTime", "When it was recorded.", "Flag");
    private static readonly HubExtension Note = new("delay-note", "string", "What else is to say of a delay.", "Flag");

    /// <summary>Tells it.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="delay">One of its reasons for delay.</param>
    public Flag Tell(DischargeStatus stay, Delay delay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(delay);
        var told = new Flag
        {
            Id = delay.Id.ToString(),
            Meta = FhirWords.Meta("1", delay.RecordedAt),
            Status = Status(stay, delay),
            Code = words.Concept(DischargeCodes.DelayReason, delay.Reason)!,
            Subject = SubjectFhir.Tell(words, stay.NhsNumber, stay.NhsNumberStatus, stay.Id),
            Encounter = FhirWords.To("Encounter", stay.Id),
            Period = new Period { StartElement = FhirWords.PeriodDay(delay.DelayedOn), EndElement = FhirWords.PeriodDay(delay.DelayedOn) },
            Author = new ResourceReference { Display = delay.RecordedByRole },
        };
        RecordedAt.Put(told, FhirWords.Moment(delay.RecordedAt));
        Note.Put(told, delay.Note is null ? null : new FhirString(delay.Note));
        return told;
    }

    /// <summary>Reads it back. Faults name the element.</summary>
    public Delay Take(Flag from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var on = new FhirTaking(codes, check, default).Day(from.Period?.Start, "period.start", required: true) ?? default;
        var taking = new FhirTaking(codes, check, on);
        var delay = new Delay
        {
            Id = taking.Id(from.Id, "id"),
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter", required: true) ?? default,
            DelayedOn = on,
            Reason = taking.Code(from.Code, DischargeCodes.DelayReason, "code", required: true)!,
            RecordedAt = taking.Moment(RecordedAt.Get<FhirDateTime>(from), "extension(recorded-at)", required: true) ?? default,
            RecordedByRole = check.Text(from.Author?.Display, "author.display", 60),
            Note = check.OptionalText(Note.Get<FhirString>(from)?.Value, "extension(delay-note)", 500, lines: true),
        };
        check.Settle();
        return delay;
    }

    /// <summary>What the FHIR door serves of delays.</summary>
    internal static FhirSource Source(IServiceProvider services) => StayPartsFhir.Source(
        services,
        "Flag",
        "Reasons why somebody who is ready is still in hospital.",
        ["active", "inactive"],
        (find, call, id, ct) => find.Delay(call, id, ct),
        stay => stay.Detail!.Delays.Select(delay => new StayPartFhir(delay.Id, delay.RecordedAt, Status(stay, delay).ToString().ToLowerInvariant(), () => services.GetRequiredService<DelayFhir>().Tell(stay, delay))),
        Extensions);

    private static Flag.FlagStatus Status(DischargeStatus stay, Delay delay) =>
        stay.State is DischargeState.Ready or DischargeState.Planned && delay.Id == stay.Detail!.Delays.LastOrDefault(d => d.DelayedOn == stay.DelayedOn)?.Id ? Flag.FlagStatus.Active : Flag.FlagStatus.Inactive;
}
