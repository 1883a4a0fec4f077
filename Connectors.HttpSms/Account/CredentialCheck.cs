using Connector.Abstractions.Capabilities;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Account;

/// <summary>Asks an address of the provider that costs nothing and sends nothing.</summary>
internal sealed class CredentialCheck(HttpClient http, RequestBuilder builder, string? checkUrl)
{
    public async Task<CredentialCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (checkUrl is not { Length: > 0 })
        {
            return Undetermined("There is no checkUrl to ask; a test message tells.");
        }

        using var request = builder.BuildCheck(new Uri(checkUrl));
        try
        {
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge((int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            return Undetermined("The provider could not be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Undetermined("The provider did not answer in time.");
        }
    }

    private static CredentialCheckResult Judge(int status) => status switch
    {
        >= 200 and < 300 => new CredentialCheckResult(CredentialStatus.Valid),
        401 or 403 => new CredentialCheckResult(
            CredentialStatus.Invalid, $"The provider doesn't accept the credentials (HTTP {status})."),
        _ => Undetermined($"The provider's answer (HTTP {status}) doesn't tell."),
    };

    private static CredentialCheckResult Undetermined(string detail) => new(CredentialStatus.Undetermined, detail);
}
