namespace Lamella.Energy.Description;

/// <summary>How the layer between the electrodes is laid.</summary>
public enum SeparatorArrangement
{
    /// <summary>One piece between every pair of electrode faces.</summary>
    Stacked,

    /// <summary>One ribbon folded around the electrodes, and wound around the finished stack.</summary>
    ZFold,
}

/// <summary>A separator or solid electrolyte between the electrodes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="AreaMass">Mass per area without the liquid in its open pores [kg/m²].</param>
/// <param name="Porosity">Volume fraction of open pores that the filling takes [–], in [0, 1).</param>
/// <param name="Conductivity">Effective conductivity [S/m]; 0 where not stated.</param>
public sealed record LayerDesign(string Name, double Thickness, double AreaMass, double Porosity, double Conductivity)
{
    /// <summary>Gets how salt moves in the layer, or null where the design does not say it.</summary>
    public SaltTransport? Salt { get; init; }
}

/// <summary>How salt moves in a layer or in the pores of a cathode.</summary>
/// <param name="Diffusivity">Effective diffusivity D [m²/s].</param>
/// <param name="TransferenceNumber">t₊ [–]; 1 in a single-ion conductor.</param>
/// <param name="Concentration">Salt concentration at rest c₀ [mol/m³].</param>
/// <param name="VolumeFraction">Share of the volume that holds salt ε [–]; that of a cathode is its porosity and stands here as 1.</param>
public sealed record SaltTransport(double Diffusivity, double TransferenceNumber, double Concentration, double VolumeFraction);

/// <summary>How the layers between the electrodes are cut and laid.</summary>
/// <param name="Arrangement">Pieces or one ribbon.</param>
/// <param name="Footprint">Outline of one piece.</param>
/// <param name="Wraps">Turns of the ribbon around the finished stack [–]; 0 for stacked pieces.</param>
public sealed record SeparatorDesign(SeparatorArrangement Arrangement, Footprint Footprint, double Wraps);

/// <summary>The liquid or gel that is filled in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Density">Density [kg/m³]; 0 where not stated.</param>
/// <param name="PerCapacity">Mass per capacity E/C [kg/C], or null to fill the pores.</param>
/// <param name="Excess">Volume beyond the pores as a share of them [–]; used where the pores are filled.</param>
public sealed record FillingDesign(string Name, double Density, double? PerCapacity, double Excess);
