using System.Security.Cryptography;
using Lamella.Audit;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Errors;

namespace Lamella.UseCases.Audits;

/// <summary>Reads claims and holds them against bounds, balances, units and each other.</summary>
public static class AuditClaims
{
    /// <summary>Runs the audit.</summary>
    /// <param name="request">What to audit.</param>
    /// <param name="cancellation">Stops between two checks.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">The file of claims or an assumption cannot be used; says where and what is allowed.</exception>
    /// <exception cref="OperationCanceledException">The audit was cancelled.</exception>
    public static AuditReport Run(AuditRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = ClaimFileReader.Locate(request.Claims);
        ClaimSet claims = ClaimFileReader.Read(path);
        AssumptionSet assumptions = request.Assume.Aggregate(claims.Assumptions, AssumptionReader.Apply);
        claims = claims.With(assumptions);
        return new AuditReport(claims, Auditor.Run(claims, KnownMaterials.LoadShipped(), cancellation))
        {
            InputHash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
        };
    }
}
