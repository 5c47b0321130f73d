using System.Collections.Immutable;
using System.Reflection;

namespace Lamella.Architecture.Tests.Contracts;

/// <summary>Every public number that a user can read or set says its unit.</summary>
[Trait("Level", "contract")]
public sealed class UnitTests
{
    private const string Attribute = "Lamella.Core.UnitAttribute";

    private static readonly string[] Suffixes = ["Result", "Options", "Record"];

    private static readonly Type[] Numbers =
    [
        typeof(double), typeof(double?), typeof(double[]), typeof(ImmutableArray<double>), typeof(ImmutableArray<double>?),
        typeof(IReadOnlyList<double>),
    ];

    public static TheoryData<string> Rooms() => new(Repository.Projects
        .Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal))
        .Select(project => project.Assembly));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Number_OfOptionsResultOrRecord_StatesItsUnit(string assembly)
    {
        var silent = Assembly.Load(assembly).GetExportedTypes()
            .Where(type => Suffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => Numbers.Contains(property.PropertyType) && !StatesUnit(property))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}");

        silent.ShouldBeEmpty("Add [Unit(\"...\")]; a dash for a pure number.");
    }

    // On a positional record the attribute stands at the parameter of the constructor.
    private static bool StatesUnit(PropertyInfo property)
    {
        var parameters = property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters());
        return IsMarked(property.CustomAttributes)
            || parameters.Any(parameter => parameter.Name == property.Name && IsMarked(parameter.CustomAttributes));
    }

    private static bool IsMarked(IEnumerable<CustomAttributeData> attributes) =>
        attributes.Any(attribute => attribute.AttributeType.FullName == Attribute
            && attribute.ConstructorArguments is [{ Value: string { Length: > 0 } }]);
}
