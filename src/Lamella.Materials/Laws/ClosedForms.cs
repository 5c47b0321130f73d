using System.Collections.Immutable;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.OpenCircuit;
using static Lamella.Materials.Laws.ClosedFormKind;

namespace Lamella.Materials.Laws;

/// <summary>The registry of closed forms: one line per published function.</summary>
/// <remarks>
/// Potentials without an entropic term were measured at 25 °C: their range is 20 to 30 °C and any other temperature is
/// reported. Ranges of the electrolyte fits are those of the measurements, rounded inwards.
/// </remarks>
public static class ClosedForms
{
    private static readonly ValidRange RoomTemperature = new(293.15, 303.15);
    private static readonly ValidRange Ncm811Window = new(0.2661, 0.9084);
    private static readonly ValidRange LgM50 = new(278.15, 318.15);
    private static readonly ValidRange ValoenSalt = new(0.0, 3000.0);
    private static readonly ValidRange Valoen = new(263.15, 333.15);
    private static readonly ValidRange NymanSalt = new(200.0, 2000.0);
    private static readonly ValidRange NymanThermal = new(273.15, 323.15);
    private static readonly ValidRange LandesfeindSalt = new(100.0, 3000.0);
    private static readonly ValidRange Landesfeind = new(263.15, 323.15);

    /// <summary>Gets every registered form, in the order of the registry.</summary>
    public static ImmutableArray<ClosedForm> All { get; } =
    [
        Potential("lfp-afshar2017", default(LfpAfshar2017), new(0.003, 0.99)),
        Potential("lfp-bpx2022", default(LfpBpx2022), new(0.0875, 0.95038)),
        Potential("lco-ramadass2004", default(LcoRamadass2004), new(0.43, 0.885)),
        Potential("lco-dualfoil1998", default(LcoDualfoil1998), new(0.40, 0.975)),
        Potential("ncm811-chen2020", default(Ncm811Chen2020), Ncm811Window),
        Form("ncm811-oregan2022", OpenCircuitPotential, default(Ncm811ORegan2022), Ncm811Window, LgM50),
        Potential("nmc532-mohtat2020", default(Nmc532Mohtat2020), new(0.09, 0.99)),
        Form(
            "ncm811-diffusivity-oregan2022", SolidDiffusivity, default(Ncm811DiffusivityORegan2022), Ncm811Window, LgM50),
        Form("valoen2005-conductivity", Conductivity, default(Valoen2005Conductivity), ValoenSalt, Valoen),
        Form("valoen2005-diffusivity", SaltDiffusivity, default(Valoen2005Diffusivity), ValoenSalt, Valoen),
        Form("nyman2008-conductivity", Conductivity, default(Nyman2008Conductivity), NymanSalt, RoomTemperature),
        Form("nyman2008-diffusivity", SaltDiffusivity, default(Nyman2008Diffusivity), NymanSalt, RoomTemperature),
        Form(
            "nyman2008-conductivity-thermal", Conductivity, Thermal(default(Nyman2008Conductivity)), NymanSalt, NymanThermal),
        Form(
            "nyman2008-diffusivity-thermal", SaltDiffusivity, Thermal(default(Nyman2008Diffusivity)), NymanSalt, NymanThermal),
        Form(
            "landesfeind2019-conductivity", Conductivity, default(Landesfeind2019Conductivity), LandesfeindSalt, Landesfeind),
        Form(
            "landesfeind2019-diffusivity", SaltDiffusivity, default(Landesfeind2019Diffusivity), LandesfeindSalt, Landesfeind),
        Polynomial("landesfeind2019-transference", TransferenceNumber, Landesfeind2019Polynomial.TransferenceNumber),
        Polynomial(
            "landesfeind2019-thermodynamic-factor", ThermodynamicFactor, Landesfeind2019Polynomial.ThermodynamicFactor),
    ];

    /// <summary>Finds a form by name.</summary>
    /// <param name="name">Registered name.</param>
    /// <returns>The form, or null.</returns>
    public static ClosedForm? Find(string name) =>
        All.FirstOrDefault(form => string.Equals(form.Name, name, StringComparison.Ordinal));

    private static ClosedForm Potential<TFormula>(string name, TFormula formula, ValidRange stoichiometry)
        where TFormula : struct, IFormula =>
        Form(name, OpenCircuitPotential, formula, stoichiometry, RoomTemperature);

    private static ClosedForm Polynomial(string name, ClosedFormKind kind, Landesfeind2019Polynomial formula) =>
        Form(name, kind, formula, LandesfeindSalt, Landesfeind, OutsideRange.Refuse);

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
