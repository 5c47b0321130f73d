using System.Text.RegularExpressions;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Core.Errors;
using Lamella.Numerics.Random;

namespace Lamella.Audit.Tests.Checks;

/// <summary>Whatever stands in a file, an audit ends with verdicts or with an error that says where.</summary>
[Trait("Level", "property")]
public sealed partial class HostileClaimTests
{
    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();
    private static readonly string[] Numbers = ["0", "-1", "1e30", "-1e-30", "1e-30", "100", "99.9999"];

    /// <summary>Every number of every known case is replaced by nothing, less than nothing and far too much.</summary>
    [Fact]
    public void Audit_NumbersOutOfAnyRange_EndsWithVerdictsOrAnInputError()
    {
        foreach (CheckCase one in CheckCases.All)
        {
            foreach (string line in one.Lines.Split('\n'))
            {
                foreach (string number in Numbers)
                {
                    string changed = Number().Replace(line, number, 1, line.IndexOf('|', StringComparison.Ordinal));
                    Audit(one.Lines.Replace(line, changed, StringComparison.Ordinal), one.Head);
                }
            }
        }
    }

    /// <summary>Letters of a good file are replaced, doubled and dropped at random.</summary>
    [Fact]
    public void Read_RandomlyDamagedText_EndsWithVerdictsOrAnInputError()
    {
        var random = new SeededGenerator(17);
        string good = File.ReadAllText(Path.Combine(Root(), "examples", "audit", "claims.yaml"));
        const string letters = "0123456789abzZ:-{}[]'\"|#%/.,<>~ \n\t=µ²";
        for (int trial = 0; trial < 400; trial++)
        {
            char[] text = good.ToCharArray();
            for (int change = 0; change <= random.NextBelow(4); change++)
            {
                text[random.NextBelow(text.Length)] = letters[random.NextBelow(letters.Length)];
            }

            string damaged = new(text);
            Try(() => Auditor.Run(ClaimFileReader.ReadText("claims.yaml", damaged), Known), damaged);
        }
    }

    private static void Audit(string lines, string head) => Try(() => Auditor.Run(ClaimText.Read(lines, head), Known), $"{head}\n{lines}");

    private static void Try(Action action, string text)
    {
        try
        {
            action();
        }
        catch (InputException)
        {
            // This is how bad input must end.
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"{other.GetType().Name}: {other.Message}\n{other.StackTrace?.Split('\n').FirstOrDefault(frame => frame.Contains("Audit", StringComparison.Ordinal))}\nfor\n{text}", other);
        }
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"(?<=\| [a-zA-Z_0-9]+ \| [<>~= ]*)[0-9.e+-]+")]
    private static partial Regex Number();
}
