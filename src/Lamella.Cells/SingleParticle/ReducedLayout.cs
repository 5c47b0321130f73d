namespace Lamella.Cells.SingleParticle;

/// <summary>Where each unknown of the reduced model stands in the state vector.</summary>
/// <remarks>
/// Salt concentration per cell along x [mol/L], 1 where there is no salt; the stoichiometries of the negative, then of the
/// positive particle from the centre outward; then the border: current, terminal voltage, potentials of the negative and of
/// the positive side against the electrolyte, the drops over their films, temperature; and behind these, which couple to each
/// other, those that nothing couples to: charge, lithium of the negative and of the positive foil, and the electrical energy
/// put in. The voltage is an unknown so that the error control follows it.
/// </remarks>
internal readonly record struct ReducedLayout(int Cells, int NegativeShells, int PositiveShells)
{
    internal const int Border = 11; // number of unknowns beside salt and particles
    internal const int Core = 7; // the first of them, which couple to each other

    internal int NegativeParticle => Cells;

    internal int PositiveParticle => Cells + NegativeShells;

    internal int Current => Cells + NegativeShells + PositiveShells;

    internal int Voltage => Current + 1;

    internal int NegativePotential => Current + 2;

    internal int PositivePotential => Current + 3;

    internal int NegativeFilm => Current + 4;

    internal int PositiveFilm => Current + 5;

    internal int Temperature => Current + 6;

    internal int Charge => Current + 7;

    internal int Lithium => Current + 8;

    internal int CounterLithium => Current + 9;

    internal int Energy => Current + 10;

    internal int Size => Current + Border;
}
