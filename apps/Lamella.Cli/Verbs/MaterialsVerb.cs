using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Parameters;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella materials [NAME]</c>: lists the material library, or shows one material with its sources.</summary>
internal static class MaterialsVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "A material to show with its values and sources; without it, all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("materials", "List the materials that cell.yaml may name, or show one with its sources.") { name };
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            MaterialLibrary library = MaterialLibrary.LoadShipped();
            if (parsed.GetValue(name) is { } wanted)
            {
                Show(library, wanted, output);
            }
            else
            {
                List(library, output);
            }

            return ExitCode.Success;
        });
        return new Verb(command, ["materials", "materials ncm811-chen2020"]);
    }

    private static void List(MaterialLibrary library, TextWriter output)
    {
        foreach (var (kind, names) in NamesByKind(library))
        {
            output.WriteLine(kind);
            foreach (string name in names)
            {
                output.WriteLine($"  {name}");
            }
        }
    }

    private static void Show(MaterialLibrary library, string wanted, TextWriter output)
    {
        MaterialSheet? sheet = Find<ActiveMaterial>(library, wanted, MaterialSheet.Of)
            ?? Find<BinaryElectrolyte>(library, wanted, MaterialSheet.Of)
            ?? Find<SingleIonConductor>(library, wanted, MaterialSheet.Of)
            ?? Find<LithiumMetal>(library, wanted, MaterialSheet.Of)
            ?? Find<CurrentCollector>(library, wanted, MaterialSheet.Of);
        if (sheet is null)
        {
            string[] known = [.. NamesByKind(library).SelectMany(kind => kind.Names)];
            throw new UnknownMaterialException(wanted, "material", actualKind: null, known);
        }

        sheet.Print(output);
    }

    private static MaterialSheet? Find<T>(MaterialLibrary library, string name, Func<T, MaterialSheet> describe)
        where T : class =>
        library.Names<T>().Contains(name, StringComparer.Ordinal) ? describe(library.Get<T>(name)) : null;

    private static ImmutableArray<(string Kind, IReadOnlyList<string> Names)> NamesByKind(MaterialLibrary library) =>
    [
        ("Active materials", library.Names<ActiveMaterial>()),
        ("Binary electrolytes", library.Names<BinaryElectrolyte>()),
        ("Single-ion conductors", library.Names<SingleIonConductor>()),
        ("Lithium metal", library.Names<LithiumMetal>()),
        ("Current collectors", library.Names<CurrentCollector>()),
    ];
}
