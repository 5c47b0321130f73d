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
    private static readonly ValidRange LgM50Anode = new(0.0279, 0.9014);
    private static readonly ValidRange WholeHost = new(0.0, 1.0);
    private static readonly ValidRange MouraGraphite = new(0.03, 1.0);
    private static readonly ValidRange CapigliaSalt = new(0.0, 3000.0);
    private static readonly ValidRange EckerSalt = new(100.0, 2000.0);
    private static readonly ValidRange Ecker = new(263.15, 313.15);
    private static readonly ValidRange LandesfeindSalt = new(100.0, 3000.0);
    private static readonly ValidRange Landesfeind = new(263.15, 323.15);

    /// <summary>Gets every registered form, in the order of the registry.</summary>
    public static ImmutableArray<ClosedForm> All { get; } =
    [
        Potential("lfp-afshar2017", default(LfpAfshar2017), new(0.003, 0.99)),
        Potential("lfp-bpx2022", default(LfpBpx2022), new(0.0875, 0.95038)),
        Form("lfp-regular-solution", OpenCircuitPotential, default(LfpRegularSolution), new(0.001, 0.999), LgM50),
        Potential("lco-ramadass2004", default(LcoRamadass2004), new(0.43, 0.885)),
        Potential("lco-dualfoil1998", default(LcoDualfoil1998), new(0.40, 0.975)),
        Potential("ncm811-chen2020", default(Ncm811Chen2020), Ncm811Window),
        Form("ncm811-oregan2022", OpenCircuitPotential, default(Ncm811ORegan2022), Ncm811Window, LgM50),
        Potential("nmc532-mohtat2020", default(Nmc532Mohtat2020), new(0.09, 0.99)),
        Potential("graphite-chen2020", default(GraphiteSiliconChen2020), LgM50Anode),
        Potential("graphite-dualfoil1998", default(GraphiteDualfoil1998), new(0.01, 0.98)),
        Potential("graphite-ecker2015", default(GraphiteEcker2015), new(0.001, 0.98)),
        Potential("graphite-mohtat2020", default(GraphiteMohtat2020), new(0.002, 0.98)),
        Potential("silicon-lithiation-verbrugge2015", SiliconVerbrugge2015.Lithiation, new(0.0, 1.0)),
        Potential("silicon-delithiation-verbrugge2015", SiliconVerbrugge2015.Delithiation, new(0.0, 1.0)),
        Potential("lmo-doyle1996", default(LmoDoyle1996), new(0.17, 0.995)),
        Potential("nco-ecker2015", default(NcoEcker2015), new(0.1, 0.95)),
        Form("graphite-entropy-oregan2022", EntropicCoefficient, default(GraphiteEntropyORegan2022), LgM50Anode, LgM50),
        Form("ncm811-entropy-oregan2022", EntropicCoefficient, default(Ncm811EntropyORegan2022), Ncm811Window, LgM50),
        Form("graphite-entropy-thomas2003", EntropicCoefficient, default(GraphiteEntropyThomas2003), WholeHost, LgM50),
        Form("graphite-entropy-moura2016", EntropicCoefficient, default(GraphiteEntropyMoura2016), MouraGraphite, LgM50),
        Form("lco-entropy-moura2016", EntropicCoefficient, default(LcoEntropyMoura2016), WholeHost, LgM50),
        Form("graphite-diffusivity-ecker2015", SolidDiffusivity, default(GraphiteDiffusivityEcker2015), WholeHost, Ecker),
        Form("graphite-diffusivity-oregan2022", SolidDiffusivity, default(GraphiteDiffusivityORegan2022), LgM50Anode, LgM50),
        Form("nco-diffusivity-ecker2015", SolidDiffusivity, default(NcoDiffusivityEcker2015), WholeHost, Ecker),
        Form(
            "ncm811-diffusivity-oregan2022", SolidDiffusivity, default(Ncm811DiffusivityORegan2022), Ncm811Window, LgM50),
        Form("valoen2005-conductivity", Conductivity, default(Valoen2005Conductivity), ValoenSalt, Valoen),
        Form("valoen2005-diffusivity", SaltDiffusivity, default(Valoen2005Diffusivity), ValoenSalt, Valoen),
        Form("nyman2008-conductivity", Conductivity, default(Nyman2008Conductivity), NymanSalt, RoomTemperature),
        Form("nyman2008-diffusivity", SaltDiffusivity, default(Nyman2008Diffusivity), NymanSalt, RoomTemperature),
        Form(
            "nyman2008-conductivity-thermal", Conductivity, Thermal(default(Nyman2008Conductivity), 17100.0), NymanSalt, NymanThermal),
        Form(
            "nyman2008-diffusivity-thermal", SaltDiffusivity, Thermal(default(Nyman2008Diffusivity), 17100.0), NymanSalt, NymanThermal),
        Form(
            "nyman2008-conductivity-okane2022", Conductivity, Thermal(default(Nyman2008Conductivity), 17000.0), NymanSalt, NymanThermal),
        Form(
            "nyman2008-diffusivity-okane2022", SaltDiffusivity, Thermal(default(Nyman2008Diffusivity), 17000.0), NymanSalt, NymanThermal),
        Form(
            "capiglia1999-conductivity", Conductivity, Thermal(default(Capiglia1999Conductivity), 34700.0), CapigliaSalt, NymanThermal),
        Form(
            "capiglia1999-diffusivity", SaltDiffusivity, Thermal(default(Capiglia1999Diffusivity), 37040.0), CapigliaSalt, NymanThermal),
        Form("ecker2015-conductivity", Conductivity, default(Ecker2015Conductivity), EckerSalt, Ecker),
        Form("ecker2015-diffusivity", SaltDiffusivity, default(Ecker2015Diffusivity), EckerSalt, Ecker),
        Form("prada2013-conductivity", Conductivity, default(Prada2013Conductivity), CapigliaSalt, RoomTemperature),
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

    // An isothermal fit with the activation energy that a public set puts beside it.
    private static ArrheniusScaled<TFormula> Thermal<TFormula>(TFormula formula, double activationEnergy)
        where TFormula : struct, IFormula => new(formula, activationEnergy, ReferenceTemperature: 298.15);
}
