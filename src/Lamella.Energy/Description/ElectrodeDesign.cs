namespace Lamella.Energy.Description;

/// <summary>A metal foil that carries an electrode.</summary>
/// <param name="Material">Its name in results.</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Density">Density [kg/m³].</param>
/// <param name="TabArea">Area of the uncoated flag of each foil that leads to the tab [m²].</param>
public sealed record FoilDesign(string Material, double Thickness, double Density, double TabArea)
{
    /// <summary>Gets the mass per area [kg/m²].</summary>
    public double AreaMass => Thickness * Density;
}

/// <summary>A cathode: one coated side, and the foil between two of them.</summary>
public sealed record CathodeDesign
{
    /// <summary>Gets the name of the active material.</summary>
    public required string Material { get; init; }

    /// <summary>Gets the mass of active material per area of one side [kg/m²].</summary>
    public required double ActiveLoading { get; init; }

    /// <summary>Gets the share of the active material in the mass of the coating [–], in (0, 1].</summary>
    public required double ActiveShare { get; init; }

    /// <summary>Gets the share of binder in the mass of the coating [–].</summary>
    public required double BinderShare { get; init; }

    /// <summary>Gets the share of conductive carbon in the mass of the coating [–].</summary>
    public required double CarbonShare { get; init; }

    /// <summary>Gets the density of the active material [kg/m³].</summary>
    public required double ActiveDensity { get; init; }

    /// <summary>Gets the thickness of the coating of one side [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the volume fraction of pores [–], in [0, 1).</summary>
    public required double Porosity { get; init; }

    /// <summary>Gets the discharge capacity per mass of active material [C/kg].</summary>
    public required double Capacity { get; init; }

    /// <summary>Gets the capacity of the first charge per mass of active material [C/kg], ≥ <see cref="Capacity"/>.</summary>
    public required double FirstChargeCapacity { get; init; }

    /// <summary>Gets the outline of the coating.</summary>
    public required Footprint Footprint { get; init; }

    /// <summary>Gets the foil, or null for none.</summary>
    public FoilDesign? Collector { get; init; }

    /// <summary>Gets the conductivity of the electrolyte in the pores, effective in the cathode [S/m]; 0 where not stated.</summary>
    public double PoreConductivity { get; init; }

    /// <summary>Gets how salt moves in the pores, or null where the design does not say it.</summary>
    public SaltTransport? PoreSalt { get; init; }

    /// <summary>Gets the mass of the dry coating per area of one side [kg/m²].</summary>
    public double CoatingLoading => ActiveLoading / ActiveShare;

    /// <summary>Gets the discharge capacity per area of one side Q_A [C/m²].</summary>
    public double ArealCapacity => ActiveLoading * Capacity;

    /// <summary>Gets the lithium that the first charge takes from one side [C/m²].</summary>
    public double FirstArealCharge => ActiveLoading * FirstChargeCapacity;
}

/// <summary>A lithium anode.</summary>
public sealed record AnodeDesign
{
    /// <summary>Gets the thickness of lithium at assembly [m]: on each side of a collector, or of the whole free-standing foil; 0 for an anode-free cell.</summary>
    public required double Lithium { get; init; }

    /// <summary>Gets the molar volume of lithium [m³/mol].</summary>
    public required double MolarVolume { get; init; }

    /// <summary>Gets the outline.</summary>
    public required Footprint Footprint { get; init; }

    /// <summary>Gets the collector; null for a free-standing foil, whose two faces serve two cathodes.</summary>
    public FoilDesign? Collector { get; init; }

    /// <summary>Gets the pore fraction of the lithium that plates [–], in [0, 1); 0 for dense metal.</summary>
    public double PlatedPorosity { get; init; }

    /// <summary>Gets the coulombic efficiency of plating and stripping [–], in (0, 1].</summary>
    public double CoulombicEfficiency { get; init; } = 1.0;
}
