using System.Collections.Immutable;

namespace Lamella.Cli.Verbs;

/// <summary>The verbs of <c>lamella</c>, in the order of the help. A new verb is one file and one line here.</summary>
internal static class VerbRegistry
{
    /// <summary>Creates every verb.</summary>
    /// <returns>The verbs in the order of the help.</returns>
    internal static ImmutableArray<Verb> All() =>
    [
        DossierVerb.Create(),
        RunVerb.Create(),
        SpectrumVerb.Create(),
        DesignVerb.Create(),
        PouchesVerb.Create(),
        ClosureVerb.Create(),
        StructureVerb.Create(),
        AnalyseVerb.Create(),
        AuditVerb.Create(),
        RecordsVerb.Create(),
        ImportVerb.Create(),
        InspectVerb.Create(),
        ConvertVerb.Create(),
        ExperimentsVerb.Create(),
        ExportBpxVerb.Create(),
        MaterialsVerb.Create(),
        UnitsVerb.Create(),
    ];
}
