namespace Lamella.Energy.Building;

/// <summary>What an energy is divided by. Each basis holds the one before it.</summary>
public enum EnergyBasis
{
    /// <summary>The active material of the cathode; by volume, its coating with binder, carbon and pores.</summary>
    Cathode,

    /// <summary>Electrodes, collectors, separators and electrolyte; by volume, as thick as when fully charged.</summary>
    Stack,

    /// <summary>The whole cell with its housing; by volume, the outer envelope when fully charged.</summary>
    Cell,

    /// <summary>The cell's share of a pack.</summary>
    Pack,
}

/// <summary>The words for the bases.</summary>
public static class EnergyBasisNames
{
    /// <summary>Returns the word for a basis.</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>For example <c>cell</c>.</returns>
    public static string Text(this EnergyBasis basis) => basis switch
    {
        EnergyBasis.Cathode => "cathode",
        EnergyBasis.Stack => "stack",
        EnergyBasis.Cell => "cell",
        _ => "pack",
    };
}
