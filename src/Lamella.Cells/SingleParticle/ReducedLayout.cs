namespace Lamella.Cells.SingleParticle;

/// <summary>Where each unknown of the reduced model stands in the state vector.</summary>
/// <remarks>
/// Salt concentration per cell along x [mol/L], 1 where there is no salt; the stoichiometries of the negative, then of the
/// positive particle from the centre outward; then the border: current, charge, lithium of the negative and of the positive
/// foil, temperature, terminal voltage, potentials of the negative and of the positive side against the electrolyte, and
/// the drops over their films, and the electrical energy put in. The voltage is an unknown so that the error control follows it.
/// </remarks>
internal readonly record struct ReducedLayout(int Cells, int NegativeShells, int PositiveShells)
{
    internal const int Border = 11; // number of unknowns beside salt and particles

    internal int NegativeParticle => Cells;

    internal int PositiveParticle => Cells + NegativeShells;

    internal int Current => Cells + NegativeShells + PositiveShells;

    internal int Charge => Current + 1;

    internal int Lithium => Current + 2;

    internal int CounterLithium => Current + 3;

    internal int Temperature => Current + 4;

    internal int Voltage => Current + 5;

    internal int NegativePotential => Current + 6;

    internal int PositivePotential => Current + 7;

    internal int NegativeFilm => Current + 8;

    internal int PositiveFilm => Current + 9;

    internal int Energy => Current + 10;

    internal int Size => Current + Border;
}
