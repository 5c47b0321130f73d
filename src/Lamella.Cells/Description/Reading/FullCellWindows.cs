using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Laws;
using Lamella.Materials.OpenCircuit;

namespace Lamella.Cells.Description.Reading;

/// <summary>The stoichiometry windows of a cell with two porous electrodes.</summary>
/// <remarks>
/// Either the file states them, or they follow from the lithium balance: the electrodes share the lithium that the full cathode
/// brought less what the first cycle lost, and the open-circuit voltage meets the cut-offs. Within an electrode all materials are
/// at one potential. For each cut-off V one potential E of the anode solves Q_n(E) + Q_p(E + V) = Q_Li, which falls with E.
/// </remarks>
internal sealed class FullCellWindows(CellValues values, PorousBuilder anode, PorousBuilder cathode, double temperature)
{
    private const double LargestImbalance = 0.02; // relative difference of the two reversible charges
    private const double UsualLoss = 0.08; // of the cathode's lithium in the first cycle with graphite
    private const double HighestPotential = 6.0; // [V] against lithium
    private const int Rounds = 100; // of the search for a stated capacity
    private const double ChargePerArea = 36000.0; // [C/m²] of 1 mAh/cm²

    /// <summary>Finds the windows of both electrodes.</summary>
    internal (ImmutableArray<ParticleWindow> Anode, ImmutableArray<ParticleWindow> Cathode) Find(double lower, double upper)
    {
        ParticleWindow?[] negative = [.. anode.Drafts.Select(draft => anode.StatedWindow(draft, isNegative: true))];
        ParticleWindow?[] positive = [.. cathode.Drafts.Select(draft => cathode.StatedWindow(draft, isNegative: false))];
        int stated = negative.Concat(positive).Count(window => window is not null);
        if (stated == 0)
        {
            return FromLithium(lower, upper);
        }

        if (stated < negative.Length + positive.Length)
        {
            PorousBuilder lacking = negative.Contains(null) ? anode : cathode;
            throw values.Content.Missing(
                lacking.Side, "charged stoichiometry", "State both stoichiometries of every material in both electrodes, or of none: they then follow from the lithium balance.");
        }

        var windows = (Anode: negative.Select(window => window!).ToImmutableArray(), Cathode: positive.Select(window => window!).ToImmutableArray());
        CheckBalance(windows.Anode, windows.Cathode);
        NoteVoltages(windows.Anode[0], windows.Cathode[0], lower, upper);
        return windows;
    }

    private static double Charge(PorousBuilder electrode, DraftParticles draft, double maximum) =>
        PhysicalConstants.Faraday * electrode.Thickness * draft.VolumeFraction * maximum;

    private void CheckBalance(ImmutableArray<ParticleWindow> negative, ImmutableArray<ParticleWindow> positive)
    {
        double Sum(PorousBuilder electrode, ImmutableArray<ParticleWindow> windows) => electrode.Drafts.Zip(windows).Sum(
            pair => Charge(electrode, pair.First, pair.Second.MaximumConcentration) * Math.Abs(pair.Second.Charged - pair.Second.Discharged));
        double anodeCharge = Sum(anode, negative), cathodeCharge = Sum(cathode, positive);
        string both = FormattableString.Invariant($"{anodeCharge / ChargePerArea:G4} mAh/cm2 in the anode and {cathodeCharge / ChargePerArea:G4} mAh/cm2 in the cathode");
        if (Math.Abs(anodeCharge - cathodeCharge) > LargestImbalance * cathodeCharge)
        {
            throw new InputException(
                values.Content.Find($"{anode.Drafts[0].Path}/charged stoichiometry")!.Place,
                $"the stated stoichiometries exchange {both}, but what leaves one electrode enters the other.",
                "equal charges within 2 %",
                "Correct a stoichiometry, a maximum concentration, a thickness or a volume fraction; or leave the stoichiometries out: they then follow from the lithium balance.");
        }

        values.Note($"The stated stoichiometries exchange {both}.");
    }

    private void NoteVoltages(ParticleWindow negative, ParticleWindow positive, double lower, double upper)
    {
        foreach ((double x, double y, double cutOff, string which) in (ReadOnlySpan<(double, double, double, string)>)
            [(negative.Charged, positive.Charged, upper, "charged"), (negative.Discharged, positive.Discharged, lower, "discharged")])
        {
            double voltage = positive.Potential.At(y, temperature) - negative.Potential.At(x, temperature);
            if (Math.Abs(voltage - cutOff) > 5e-3)
            {
                values.Note(FormattableString.Invariant(
                    $"The open-circuit voltage of the {which} cell is {voltage:F3} V by the stated stoichiometries, the cut-off {cutOff} V."));
            }
        }
    }

    private (ImmutableArray<ParticleWindow> Anode, ImmutableArray<ParticleWindow> Cathode) FromLithium(double lower, double upper)
    {
        if (anode.Drafts.Select(draft => values.Content.Find($"{draft.Path}/reversible capacity")).FirstOrDefault(found => found is not null) is { } wrong)
        {
            throw new InputException(
                wrong.Place,
                "the reversible capacity of an anode does not fix how far it is used in this cell.",
                "its 'maximum concentration', or 'charged stoichiometry' and 'discharged stoichiometry' in both electrodes",
                "Leave it out: the published c_max and the lithium balance give the window.");
        }

        double loss = values.Take(
            $"{anode.Side}/lithium loss", UsualLoss, "1", Source.Assumption("usual loss of the cathode's lithium in the first cycle with graphite"));
        double[] anodeMaximum = [.. anode.Drafts.Select(anode.MaximumConcentration)];
        double[] cathodeMaximum = [.. cathode.Drafts.Select(cathode.MaximumConcentration)];
        double?[] capacity = [.. cathode.Drafts.Select(draft => values.Take($"{draft.Path}/reversible capacity"))];
        double[] negativeCharges = [.. anode.Drafts.Zip(anodeMaximum).Select(pair => Charge(anode, pair.First, pair.Second))];
        for (int round = 0; ; round++)
        {
            double[] positiveCharges = [.. cathode.Drafts.Zip(cathodeMaximum).Select(pair => Charge(cathode, pair.First, pair.Second))];
            var balance = new LithiumBalance(
                [.. anode.Drafts.Zip(negativeCharges).Select(pair => new Host(pair.First.Material, pair.Second))],
                [.. cathode.Drafts.Zip(positiveCharges).Select(pair => new Host(pair.First.Material, pair.Second))],
                loss,
                temperature);
            double[] charged = balance.Solve(upper, HighestPotential, out double full);
            double[] discharged = balance.Solve(lower, HighestPotential, out double empty);
            int n = anodeMaximum.Length;
            double change = 0.0;
            for (int k = 0; k < cathodeMaximum.Length; k++)
            {
                double window = discharged[n + k] - charged[n + k];
                double wanted = capacity[k] is { } q && window > 0.0
                    ? q * cathode.Drafts[k].Material.CrystalDensity / (PhysicalConstants.Faraday * window) : cathodeMaximum[k];
                change = Math.Max(change, Math.Abs((wanted / cathodeMaximum[k]) - 1.0));
                cathodeMaximum[k] = wanted;
            }

            if (change < 1e-10)
            {
                Note(balance, charged, discharged, negativeCharges, positiveCharges);
                return (
                    [.. anode.Drafts.Select((draft, k) => Window(draft, anodeMaximum[k], (charged[k], full), (discharged[k], empty)))],
                    [
                        .. cathode.Drafts.Select((draft, k) => Window(
                            draft, cathodeMaximum[k], (charged[n + k], full + upper), (discharged[n + k], empty + lower))),
                    ]);
            }

            if (round == Rounds || !double.IsFinite(change))
            {
                throw new InputException(
                    values.Content.Find($"{cathode.Drafts[0].Path}/reversible capacity")!.Place,
                    "the stated reversible capacity of the cathode cannot be had between these cut-offs with this anode.",
                    "a capacity that the anode can take up",
                    "Check loadings, cut-offs and capacity against each other, or leave the capacity out.");
            }
        }
    }

    /// <summary>A window whose potential reaches that of the electrode also where a host is empty or full before the others.</summary>
    private ParticleWindow Window(
        DraftParticles draft, double maximum, (double Place, double Potential) charged, (double Place, double Potential) discharged)
    {
        bool isAnode = charged.Place > discharged.Place;
        PropertyLaw potential = HostKnee.Continue(
            draft.Material.OpenCircuitPotential, isAnode ? discharged : charged, isAnode ? charged : discharged, temperature, out string? knee);
        values.Note(knee is null ? [] : [$"{draft.Material.Name}: {knee}"]);
        return new ParticleWindow(charged.Place, discharged.Place, maximum, potential);
    }

    private void Note(LithiumBalance balance, double[] charged, double[] discharged, double[] negative, double[] positive)
    {
        double exchanged = 0.0;
        for (int k = 0; k < positive.Length; k++)
        {
            exchanged += positive[k] * (discharged[negative.Length + k] - charged[negative.Length + k]);
        }

        if (exchanged <= 0.0)
        {
            throw new InputException(
                values.Content.Find("cut-offs/upper")!.Place,
                "no charge can be exchanged between the cut-offs with this much lithium.",
                string.Empty,
                "Check the cut-offs, the loadings and the lithium loss.");
        }

        values.Note(FormattableString.Invariant(
            $"By the lithium balance the cell exchanges {exchanged / ChargePerArea:G4} mAh/cm2; N/P = {negative.Sum() / exchanged:F2} (anode from empty to full over that)."));
        if (balance.IsAnodeFull(charged))
        {
            values.Note("The anode is full before the upper cut-off is reached: lithium would plate on it. Give it more loading.");
        }
    }
}

/// <summary>A host and the charge it holds from x = 0 to 1.</summary>
/// <param name="Material">The material.</param>
/// <param name="Charge">Charge per geometric area [C/m²].</param>
internal sealed record Host(Materials.Electrodes.ActiveMaterial Material, double Charge)
{
    private const double End = 1e-3; // from empty and full, where no reaction runs any more

    /// <summary>Gets the stoichiometries that the potential covers and at which lithium is exchanged.</summary>
    internal ValidRange Usable
    {
        get
        {
            ValidRange covered = Material.UsableStoichiometry ?? Material.OpenCircuitPotential.ArgumentRange;
            return new ValidRange(Math.Max(covered.Lower, End), Math.Min(covered.Upper, 1.0 - End));
        }
    }

    /// <summary>Finds x at a potential; the end of the range beyond it.</summary>
    internal double At(double potential, double temperature)
    {
        (double below, double above) = (Usable.Lower, Usable.Upper);
        for (int k = 0; k < 60; k++)
        {
            double middle = 0.5 * (below + above);
            (below, above) = Material.OpenCircuitPotential.At(middle, temperature) >= potential ? (middle, above) : (below, middle);
        }

        return 0.5 * (below + above);
    }
}

/// <summary>Shares the lithium of a cell between its electrodes.</summary>
internal sealed class LithiumBalance(ImmutableArray<Host> anode, ImmutableArray<Host> cathode, double loss, double temperature)
{
    private const double Full = 1e-6; // distance of x from the end of the host that counts as full

    private readonly double _lithium = (1.0 - loss) * cathode.Sum(host => host.Charge * host.Usable.Upper);

    /// <summary>Finds the stoichiometries, of the anode first, at which the open-circuit voltage is V.</summary>
    /// <param name="voltage">V [V].</param>
    /// <param name="highest">The highest potential of the anode that is looked at [V].</param>
    /// <param name="potential">Receives the potential of the anode [V].</param>
    internal double[] Solve(double voltage, double highest, out double potential)
    {
        (double below, double above) = (-1.0, highest);
        for (int k = 0; k < 60; k++)
        {
            double middle = 0.5 * (below + above);
            (below, above) = Held(middle, voltage) >= _lithium ? (middle, above) : (below, middle);
        }

        double found = 0.5 * (below + above);
        potential = found;
        return [.. anode.Select(host => host.At(found, temperature)), .. cathode.Select(host => host.At(found + voltage, temperature))];
    }

    /// <summary>Tells whether every material of the anode is full.</summary>
    internal bool IsAnodeFull(double[] stoichiometries) => anode.Select((host, k) => stoichiometries[k] >= host.Usable.Upper - Full).All(full => full);

    private double Held(double potential, double voltage) =>
        anode.Sum(host => host.Charge * host.At(potential, temperature)) + cathode.Sum(host => host.Charge * host.At(potential + voltage, temperature));
}
