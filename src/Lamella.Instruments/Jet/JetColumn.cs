namespace Lamella.Instruments.Jet;

/// <summary>One column of a table definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Number">Its bit in the mask of a row.</param>
/// <param name="VariableIndex">Its place among the columns of variable length.</param>
/// <param name="IsFixed">Whether it has a fixed place in the row.</param>
/// <param name="FixedAt">That place, behind the first two bytes of the row [bytes].</param>
internal sealed record JetColumn(string Name, JetType Type, int Number, int VariableIndex, bool IsFixed, int FixedAt)
{
    /// <summary>Gets the length of a fixed value [bytes]; 0 for a boolean, which lives in the mask, and for variable length.</summary>
    internal int Length => Type switch
    {
        JetType.Byte => 1,
        JetType.Integer => 2,
        JetType.Long or JetType.Single => 4,
        JetType.Money or JetType.Double or JetType.Date => 8,
        JetType.Guid => 16,
        _ => 0,
    };

    /// <summary>Gets whether the values are numbers.</summary>
    internal bool IsNumber => Type is JetType.Boolean or JetType.Byte or JetType.Integer or JetType.Long or JetType.Money
        or JetType.Single or JetType.Double or JetType.Date;
}
