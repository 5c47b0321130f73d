using System.Collections.Immutable;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.OpenCircuit;

namespace Lamella.Materials.Laws;

/// <summary>The registry of closed forms: one line per published function.</summary>
/// <remarks>
/// Potentials without an entropic term were measured at 25 °C: their range is 20 to 30 °C and any other temperature is
/// reported. Ranges of the electrolyte fits are those of the measurements, rounded inwards.
/// </remarks>
public static class ClosedForms
{
    private static readonly ValidRange RoomTemperature = new(293.15, 303.15);

    /// <summary>Gets every registered form, in the order of the registry.</summary>
    public static ImmutableArray<ClosedForm> All { get; } =
    [
        Potential("lfp-afshar2017", default(LfpAfshar2017), new(0.003, 0.99)),
        Potential("lfp-bpx2022", default(LfpBpx2022), new(0.0875, 0.95038)),
        Potential("lco-ramadass2004", default(LcoRamadass2004), new(0.43, 0.885)),
        Potential("lco-dualfoil1998", default(LcoDualfoil1998), new(0.40, 0.98)),
        Potential("ncm811-chen2020", default(Ncm811Chen2020), new(0.2661, 0.9084)),
        Form("ncm811-oregan2022", ClosedFormKind.OpenCircuitPotential, default(Ncm811ORegan2022), new(0.2661, 0.9084), new(278.15, 318.15)),
        Potential("nmc532-mohtat2020", default(Nmc532Mohtat2020), new(0.09, 0.99)),
        Form("ncm811-diffusivity-oregan2022", ClosedFormKind.SolidDiffusivity, default(Ncm811DiffusivityORegan2022), new(0.2661, 0.9084), new(278.15, 318.15)),
        Form("valoen2005-conductivity", ClosedFormKind.Conductivity, default(Valoen2005Conductivity), new(0.0, 3000.0), new(263.15, 333.15)),
        Form("valoen2005-diffusivity", ClosedFormKind.SaltDiffusivity, default(Valoen2005Diffusivity), new(0.0, 3000.0), new(263.15, 333.15)),
        Form("nyman2008-conductivity", ClosedFormKind.Conductivity, Thermal(default(Nyman2008Conductivity)), new(200.0, 2000.0), new(283.15, 323.15)),
        Form("nyman2008-diffusivity", ClosedFormKind.SaltDiffusivity, Thermal(default(Nyman2008Diffusivity)), new(200.0, 2000.0), new(283.15, 323.15)),
        Form("landesfeind2019-conductivity", ClosedFormKind.Conductivity, default(Landesfeind2019Conductivity), new(100.0, 3000.0), new(263.15, 323.15)),
        Form("landesfeind2019-diffusivity", ClosedFormKind.SaltDiffusivity, default(Landesfeind2019Diffusivity), new(100.0, 3000.0), new(263.15, 323.15)),
        Polynomial("landesfeind2019-transference", ClosedFormKind.TransferenceNumber, Landesfeind2019Polynomial.TransferenceNumber),
        Polynomial("landesfeind2019-thermodynamic-factor", ClosedFormKind.ThermodynamicFactor, Landesfeind2019Polynomial.ThermodynamicFactor),
    ];

    /// <summary>Finds a form by name.</summary>
    /// <param name="name">Registered name.</param>
    /// <returns>The form, or null.</returns>
    public static ClosedForm? Find(string name) =>
        All.FirstOrDefault(form => string.Equals(form.Name, name, StringComparison.Ordinal));

    private static ClosedForm Potential<TFormula>(string name, TFormula formula, ValidRange stoichiometry)
        where TFormula : struct, IFormula =>
        Form(name, ClosedFormKind.OpenCircuitPotential, formula, stoichiometry, RoomTemperature);

    private static ClosedForm Polynomial(string name, ClosedFormKind kind, Landesfeind2019Polynomial formula) =>
        Form(name, kind, formula, new(100.0, 3000.0), new(263.15, 323.15), OutsideRange.Refuse);

    private static ClosedForm Form<TFormula>(
        string name,
        ClosedFormKind kind,
        TFormula formula,
        ValidRange argument,
        ValidRange temperature,
        OutsideRange outside = OutsideRange.Report)
        where TFormula : struct, IFormula =>
        new(
            name,
            kind,
            argument,
            temperature,
            outside,
            source => PropertyLaw.From(formula, source, argument, temperature, isConstant: false, outside));

    // The isothermal fits of Nyman et al. with the activation energy that the BPX examples put beside them.
    private static ArrheniusScaled<TFormula> Thermal<TFormula>(TFormula formula)
        where TFormula : struct, IFormula => new(formula, ActivationEnergy: 17100.0, ReferenceTemperature: 298.15);
}
