namespace Halton.Hub.Discharge;

/// <summary>What has to happen next, and whose move it is.</summary>
/// <param name="next">The action.</param>
public sealed class NextActionGraph(NextAction next)
{
    /// <summary>
    /// A stable code: review-criteria-to-reside, assign-pathway, refer-to-care-transfer-hub, complete-ward-discharge, arrange-care-at-home,
    /// arrange-community-bed, arrange-care-home.
    /// </summary>
    public string Code => next.Code;

    /// <summary>Who acts: "ward" or "care-transfer-hub".</summary>
    public string Owner => next.Owner;

    /// <summary>The action in words for a person.</summary>
    public string Text => next.Text;
}
