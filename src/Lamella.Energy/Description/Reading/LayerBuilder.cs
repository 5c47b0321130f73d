using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Description.Reading;

/// <summary>Builds foils and the layers between the electrodes.</summary>
internal sealed class LayerBuilder(DesignContent content, MaterialLibrary materials)
{
    private const double Rounding = 1e-6; // shares written with six digits may miss 100 % by so much

    /// <summary>Builds the layers from lithium to cathode.</summary>
    /// <exception cref="InputException">There is none, or one has no density.</exception>
    internal ImmutableArray<LayerDesign> Layers()
    {
        ImmutableArray<string> names = content.ItemsOf("electrolyte");
        return names.IsEmpty
            ? throw content.Missing(string.Empty, "electrolyte", "Add a list 'electrolyte:' with one item: '- {name: separator, thickness: 9 um, density: 0.95 g/cm3, porosity: 40 vol%}'.")
            : [.. names.Select(name => Layer(name, $"electrolyte/{name}"))];
    }

    /// <summary>Builds a foil, or returns null where the file has none.</summary>
    internal FoilDesign? Foil(string path)
    {
        if (!content.Has(path))
        {
            return null;
        }

        string name = content.Texts.GetValueOrDefault($"{path}/material")?.Text ?? "foil";
        return new FoilDesign(
            name, content.Required($"{path}/thickness", "12 um"), CollectorDensity(path, name),
            content.Si($"{path}/tab width", 0.0) * content.Si($"{path}/tab length", 0.0));
    }

    /// <summary>Returns the density of a foil or tab: stated, or that of its material [kg/m³].</summary>
    internal double CollectorDensity(string path, string material)
    {
        if (content.Si($"{path}/density") is { } stated)
        {
            return stated;
        }

        return content.Texts.ContainsKey($"{path}/material")
            ? MaterialNames.Get<CurrentCollector>(materials, content, $"{path}/material", material).Density
            : throw content.Missing(path, "material", "Add 'material: aluminium' or 'material: copper', or state 'density'.");
    }

    private LayerDesign Layer(string name, string path)
    {
        double thickness = content.Required($"{path}/thickness", "20 um"), porosity = content.Si($"{path}/porosity", 0.0);
        RequireEffective($"{path}/conductivity", content);
        SaltTransport? salt = Salt(content, $"{path}/");
        ImmutableArray<string> phases = content.ItemsOf($"{path}/phases");
        if (phases.IsEmpty)
        {
            double density = content.Required($"{path}/density", "1.3 g/cm3");
            return new LayerDesign(name, thickness, thickness * (1.0 - porosity) * density, porosity, content.Si($"{path}/conductivity", 0.0)) { Salt = salt };
        }

        if ((content.Find($"{path}/density") ?? content.Find($"{path}/porosity")) is { } both)
        {
            throw new InputException(
                both.Place, $"'{name}' has phases, from which its mass follows.", "'phases', or 'density' with 'porosity'",
                "Remove the line; what the shares leave to 100 vol% stays empty.");
        }

        double total = phases.Sum(phase => content.Required($"{path}/phases/{phase}/share", "47 vol%"));
        if (total > 1.0 + Rounding)
        {
            throw new InputException(
                content.PlaceOf($"{path}/phases/{phases[0]}"), FormattableString.Invariant($"the phases of '{name}' fill {100.0 * total:G6} vol%."),
                "at most 100 vol% together; the rest stays empty", "Correct the shares.");
        }

        double mass = phases.Sum(phase => content.Si($"{path}/phases/{phase}/share", 0.0) * PhaseDensity($"{path}/phases/{phase}", phase));
        return new LayerDesign(name, thickness, thickness * mass, 0.0, content.Si($"{path}/conductivity", 0.0)) { Salt = salt };
    }

    private double PhaseDensity(string path, string name)
    {
        if (content.Si($"{path}/density") is { } stated)
        {
            return stated;
        }

        return content.Texts.GetValueOrDefault($"{path}/material") is { } word
            ? MaterialNames.Get<SingleIonConductor>(materials, content, $"{path}/material", word.Text).Density
            : throw content.Missing(path, "density", $"Add 'density: 1.3 g/cm3' to the phase '{name}', or 'material: llzto'.");
    }

    /// <summary>Reads how salt moves, or returns null where the file does not say it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="prefix">What stands before the keys.</param>
    /// <exception cref="InputException">Some of the values are stated and some are not.</exception>
    internal static SaltTransport? Salt(DesignContent content, string prefix)
    {
        string[] keys = ["diffusivity", "transference number", "salt concentration"];
        DesignInput[] stated = [.. keys.Select(key => content.Find(prefix + key)).OfType<DesignInput>()];
        if (stated.Length == 0)
        {
            return null;
        }

        string? missing = keys.FirstOrDefault(key => content.Find(prefix + key) is null);
        if (missing is not null)
        {
            throw new InputException(
                stated[0].Place, $"how salt moves is stated in part: '{prefix.Replace("/", " / ", StringComparison.Ordinal)}{missing}' is missing.",
                "diffusivity, transference number and salt concentration together", "Add it, or leave all three out: then no limiting current is computed.");
        }

        RequireEffective(prefix + "diffusivity", content);
        return new SaltTransport(stated[0].Si, stated[1].Si, stated[2].Si, content.Si(prefix + "salt volume fraction", 1.0));
    }

    /// <summary>Refuses a conductivity that is not that of the layer itself.</summary>
    internal static void RequireEffective(string path, DesignContent content)
    {
        if (content.Find(path) is { Quantity.State: not (ReferenceState.EffectiveInHost or ReferenceState.Cell) } other)
        {
            throw new InputException(
                other.Place, $"'{path.Replace("/", " / ", StringComparison.Ordinal)}' has the state '{other.Quantity.State.Text()}'.",
                "state: effective in host, or cell",
                "The layer's own value is needed; porosity and tortuosity stand between it and that of a phase.");
        }
    }
}
