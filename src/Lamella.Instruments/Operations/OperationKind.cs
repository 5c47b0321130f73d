namespace Lamella.Instruments.Operations;

/// <summary>An operation that can be named.</summary>
/// <param name="Words">The words that it begins with: <c>keep step</c>.</param>
/// <param name="Example">An example that can be used as it is.</param>
/// <param name="Description">What it does: one sentence.</param>
/// <param name="Read">Reads the parameters behind the words.</param>
internal sealed record OperationKind(string Words, string Example, string Description, Func<OperationText, RowOperation> Read);
