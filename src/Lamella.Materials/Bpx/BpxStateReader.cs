using Lamella.Core.Yaml;

namespace Lamella.Materials.Bpx;

/// <summary>Reads the state of a BPX file: its own section in version 1, keys of cell and electrolyte before.</summary>
internal static class BpxStateReader
{
    internal static BpxState Read(YamlMapping root, bool isLegacy)
    {
        BpxState state = isLegacy ? Legacy(root.Required(BpxSchema.Parameterisation).AsMapping()) : new BpxState();
        if (root.Optional(BpxSchema.State)?.AsMapping() is not { } section)
        {
            return state;
        }

        section.AllowOnly(BpxSchema.InitialConditions, BpxSchema.ThermalEnvironment, BpxSchema.ThermalState, BpxSchema.Degradation);
        RefuseDegradation(section.Optional(BpxSchema.Degradation)?.AsMapping());
        return Thermal(section, Initial(section, state));
    }

    private static BpxState Legacy(YamlMapping parameters)
    {
        YamlMapping? cell = parameters.Optional(BpxSchema.Cell)?.AsMapping();
        YamlMapping? electrolyte = parameters.Optional(BpxSchema.Electrolyte)?.AsMapping();
        return new BpxState
        {
            InitialTemperature = cell is null ? null : BpxNodes.NumberOrNull(cell, BpxSchema.Initial, BpxRange.Positive),
            AmbientTemperature = cell is null ? null : BpxNodes.NumberOrNull(cell, BpxSchema.Ambient, BpxRange.Positive),
            SaltConcentration = electrolyte is null
                ? null : BpxNodes.NumberOrNull(electrolyte, BpxSchema.InitialConcentration, BpxRange.Positive),
        };
    }

    private static BpxState Initial(YamlMapping section, BpxState state)
    {
        if (section.Optional(BpxSchema.InitialConditions)?.AsMapping() is not { } initial)
        {
            return state;
        }

        initial.AllowOnly(
            BpxSchema.StateOfCharge, BpxSchema.Initial, BpxSchema.Salt, BpxSchema.HysteresisState + BpxSchema.Positive,
            BpxSchema.HysteresisState + BpxSchema.Negative);
        return state with
        {
            InitialStateOfCharge = BpxNodes.NumberOrNull(initial, BpxSchema.StateOfCharge, BpxRange.Share) ?? state.InitialStateOfCharge,
            InitialTemperature = BpxNodes.NumberOrNull(initial, BpxSchema.Initial, BpxRange.Positive) ?? state.InitialTemperature,
            SaltConcentration = BpxNodes.NumberOrNull(initial, BpxSchema.Salt, BpxRange.Positive) ?? state.SaltConcentration,
        };
    }

    private static BpxState Thermal(YamlMapping section, BpxState state)
    {
        if ((section.Optional(BpxSchema.ThermalEnvironment) ?? section.Optional(BpxSchema.ThermalState))?.AsMapping() is not { } thermal)
        {
            return state;
        }

        thermal.AllowOnly(BpxSchema.Ambient, BpxSchema.HeatTransfer);
        return state with
        {
            AmbientTemperature = BpxNodes.NumberOrNull(thermal, BpxSchema.Ambient, BpxRange.Positive) ?? state.AmbientTemperature,
            HeatTransferCoefficient = BpxNodes.NumberOrNull(thermal, BpxSchema.HeatTransfer, BpxRange.NotNegative),
        };
    }

    /// <summary>A cell that has lost lithium or material is another cell: refuse it rather than run the fresh one.</summary>
    private static void RefuseDegradation(YamlMapping? losses)
    {
        losses?.AllowOnly(
            BpxSchema.LithiumLoss, BpxSchema.MaterialLoss + BpxSchema.Positive, BpxSchema.MaterialLoss + BpxSchema.Negative);
        foreach (YamlEntry entry in losses?.Entries ?? [])
        {
            IEnumerable<YamlNode> values = entry.Value is YamlMapping blend ? blend.Entries.Select(inner => inner.Value) : [entry.Value];
            if (values.FirstOrDefault(value => BpxNodes.Number(value, BpxRange.Share) != 0.0) is { } loss)
            {
                throw loss.Error(
                    $"{BpxNodes.Label(loss)} is not 0: the cell is aged.",
                    "0: a fresh cell",
                    "Put the losses into the parameters (stoichiometry limits, surface area), then set them to 0.");
            }
        }
    }
}
