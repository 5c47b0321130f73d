using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Lamella.TestRunner;

/// <summary>A test that failed, or a set-up or clean-up that did.</summary>
/// <param name="Name">Display name of the test.</param>
/// <param name="Details">Message and stack trace.</param>
internal sealed record FailedTest(string Name, string Details);

/// <summary>A test that was not run.</summary>
/// <param name="Name">Display name of the test.</param>
/// <param name="Reason">Why, in the words of the test.</param>
internal sealed record SkippedTest(string Name, string Reason);

/// <summary>What one test project reported.</summary>
/// <param name="Passed">Number of tests that passed.</param>
/// <param name="Failed">The tests that failed.</param>
/// <param name="Skipped">The tests that were skipped.</param>
internal sealed record XunitReport(int Passed, ImmutableArray<FailedTest> Failed, ImmutableArray<SkippedTest> Skipped)
{
    /// <summary>Reads a result file in the xunit v2+ XML format (schema 3).</summary>
    /// <param name="document">The result file.</param>
    /// <returns>The counts and the tests that did not pass.</returns>
    /// <remarks>Errors outside a test (fixtures, clean-up) count as failures: they too mean that something was not proven.</remarks>
    /// <exception cref="FormatException">The file holds no assembly element, so nothing was run.</exception>
    internal static XunitReport Read(XDocument document)
    {
        var assemblies = document.Descendants("assembly").ToList();
        if (assemblies.Count == 0)
        {
            throw new FormatException("the result file names no test assembly");
        }

        var tests = document.Descendants("test").ToLookup(test => (string?)test.Attribute("result"));
        var failures = tests["Fail"].Select(test => Failure(Name(test, "name"), test.Element("failure")));
        var errors = document.Descendants("error").Select(error => Failure(
            string.Create(CultureInfo.InvariantCulture, $"{Name(error, "name")} ({(string?)error.Attribute("type")})"),
            error.Element("failure")));
        var skipped = tests["Skip"].Select(test => new SkippedTest(Name(test, "name"), (string?)test.Element("reason") ?? "no reason given"));
        return new XunitReport(tests["Pass"].Count(), [.. failures, .. errors], [.. skipped]);
    }

    private static string Name(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "(unnamed)";

    // xunit writes quotation marks and backslashes as in a C# string.
    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

    private static FailedTest Failure(string name, XElement? failure)
    {
        string message = (string?)failure?.Element("message") ?? "no message";
        string trace = (string?)failure?.Element("stack-trace") ?? string.Empty;
        return new FailedTest(Unescape(name), Unescape((message.TrimEnd() + "\n" + trace.TrimEnd()).TrimEnd()));
    }
}
