using Lamella.Core;

namespace Lamella.UseCases.Running;

/// <summary>What to run on a described cell.</summary>
public sealed record RunRequest
{
    /// <summary>Gets the path of the cell.yaml.</summary>
    public required string CellFile { get; init; }

    /// <summary>Gets the variant of the cell, or null for the base.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the steps in the words of the field, one a line.</summary>
    public required string Protocol { get; init; }

    /// <summary>Gets what messages call the protocol: its file, or the option that holds it.</summary>
    public string ProtocolName { get; init; } = "protocol";

    /// <summary>Gets the temperature; null for the one in the cell.yaml.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets the state of charge to start from, 0 to 1.</summary>
    [Unit("–")]
    public double StateOfCharge { get; init; }
}
