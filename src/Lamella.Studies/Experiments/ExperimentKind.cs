namespace Lamella.Studies.Experiments;

/// <summary>What an experiment measures.</summary>
public enum ExperimentKind
{
    /// <summary>Charge that a charged cell delivers at constant current.</summary>
    DischargeCapacity,

    /// <summary>Voltage of a symmetric cell at the end of a half cycle, without sign.</summary>
    Overpotential,

    /// <summary>Direct-current resistance of the cell at equilibrium in the first instant: what an impedance shows before diffusion.</summary>
    Resistance,

    /// <summary>Bruce–Vincent ratio of a symmetric cell held at 10 mV.</summary>
    TransferenceNumber,
}

/// <summary>The horizontal axis on which a dossier plots the points of an experiment.</summary>
public enum FigureAxis
{
    /// <summary>No figure: the points stand in a table.</summary>
    Table,

    /// <summary>Against the C-rate.</summary>
    Rate,

    /// <summary>Against temperature.</summary>
    Temperature,

    /// <summary>Against current density.</summary>
    Current,
}

/// <summary>Which part of a cell's resistance is meant.</summary>
public enum ResistancePart
{
    /// <summary>The whole cell.</summary>
    Whole,

    /// <summary>The ohmic drop of the electrolyte layers and their joints.</summary>
    Electrolyte,

    /// <summary>Charge transfer and surface films.</summary>
    Interface,
}
