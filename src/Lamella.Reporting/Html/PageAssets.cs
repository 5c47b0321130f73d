using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>The style sheet and the scripts that a page carries within itself.</summary>
/// <param name="Style">The style sheet.</param>
/// <param name="Scripts">Content of every script element that may run, in order.</param>
internal sealed record PageAssets(string Style, ImmutableArray<string> Scripts)
{
    /// <summary>Reads what is embedded in this assembly and the dossier needs.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="isInteractive">Whether the scripts are wanted.</param>
    internal static PageAssets Read(Dossier dossier, bool isInteractive)
    {
        Block[] blocks = [.. dossier.Sections.SelectMany(section => section.Blocks)];
        string style = Text("dossier.css") + (blocks.Any(block => block is ImageBlock or VolumeBlock) ? Text("pictures.css") : string.Empty)
            + (blocks.Any(block => block is ChoiceBlock) ? Text("choices.css") : string.Empty);
        string[] volumes = blocks.Any(block => block is VolumeBlock) ? [Text("volume.js")] : [], choices = blocks.Any(block => block is ChoiceBlock) ? [Text("choices.js")] : [];
        return new(style, isInteractive ? [Text("plotly.js"), Text("dossier.js"), .. volumes, .. choices] : []);
    }

    /// <summary>Writes the content security policy: nothing is loaded, and only these very scripts run.</summary>
    internal string Policy()
    {
        string hashes = string.Join(' ', Scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'"));
        return $"default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; "
            + $"script-src {(hashes.Length == 0 ? "'none'" : hashes)}; base-uri 'none'; form-action 'none'";
    }

    private static string Text(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not embedded; check Lamella.Reporting.csproj.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string text = reader.ReadToEnd().ReplaceLineEndings("\n");

        // An HTML parser would end the script at the first of these, whatever stands around it.
        bool isSafe = !text.Contains("</script", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("</style", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("<!--", StringComparison.Ordinal);
        return isSafe ? text : throw new InvalidOperationException($"The resource '{name}' would break out of its element.");
    }
}
