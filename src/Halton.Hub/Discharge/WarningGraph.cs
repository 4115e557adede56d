using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>Something that was taken but looks wrong.</summary>
/// <param name="warning">What was found odd.</param>
public sealed class WarningGraph(FieldFault warning)
{
    /// <summary>A stable reason, for example DESTINATION_DOES_NOT_FIT_PATHWAY.</summary>
    public string Reason => warning.Reason;

    /// <summary>The field of the input that it is about.</summary>
    public string Field => GraphFields.Spell(warning.Field);

    /// <summary>What looks wrong, in words for a person.</summary>
    public string Text => warning.Message;
}
