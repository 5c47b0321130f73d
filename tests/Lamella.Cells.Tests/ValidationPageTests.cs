using System.Reflection;
using System.Text.RegularExpressions;

namespace Lamella.Cells.Tests;

/// <summary>The page of validations names tests that exist.</summary>
public sealed partial class ValidationPageTests
{
    [Fact]
    [Trait("Level", "contract")]
    public void Page_EveryRow_NamesATestThatExists()
    {
        string[] tests = [.. Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))];
        string[] named = [.. TestName().Matches(ValidationPage.Text).Select(match => match.Groups[1].Value)];

        named.Length.ShouldBeGreaterThan(20);
        named.Except(tests).ShouldBeEmpty();
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
