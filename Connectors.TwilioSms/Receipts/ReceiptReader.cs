using System.Diagnostics.CodeAnalysis;
using Connector.Abstractions.Capabilities;
using Microsoft.Extensions.Logging;

namespace Connectors.TwilioSms.Receipts;

/// <summary>Reads Twilio's status callbacks, once the signature has shown that they are Twilio's.</summary>
internal sealed class ReceiptReader(string? authToken, ILogger logger)
{
    private const string SignatureHeader = "X-Twilio-Signature";
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly TwilioSignature? signature =
        string.IsNullOrEmpty(authToken) ? null : new TwilioSignature(authToken);

    public ReceiptReading Read(ReceiptRequest request)
    {
        if (signature is null)
        {
            Log.ReceiptWithoutToken(logger);
            return new ReceiptReading.Untrusted();
        }

        return request.Headers.TryGetValue(SignatureHeader, out var claimed)
            && TryVerify(signature, claimed, request, out var fields)
                ? StatusCallback.Read(fields)
                : new ReceiptReading.Untrusted();
    }

    private static bool TryVerify(
        TwilioSignature signature,
        string claimed,
        ReceiptRequest request,
        [NotNullWhen(true)] out FormFields? fields)
    {
        fields = IsForm(request) ? FormFields.Parse(request.Body.Span) : FormFields.Parse([]);
        if (BodyHash(request.Url) is { } hash)
        {
            return signature.IsValid(claimed, request.Url, fields: null)
                && TwilioSignature.IsHashOf(hash, request.Body.Span);
        }

        // Nothing but a form or a hash in the address brings a body under the signature.
        return (request.Body.IsEmpty || IsForm(request)) && signature.IsValid(claimed, request.Url, fields);
    }

    private static bool IsForm(ReceiptRequest request) =>
        request.Headers.TryGetValue("Content-Type", out var type)
        && type.AsSpan().TrimStart().StartsWith(FormType, StringComparison.OrdinalIgnoreCase);

    private static string? BodyHash(string url)
    {
        const string Name = "bodySHA256";
        var start = url.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? [] : url.AsSpan(start + 1);
        foreach (var range in query.SplitAny('&', '#'))
        {
            var parameter = query[range];
            if (parameter.StartsWith(Name, StringComparison.Ordinal) && parameter[Name.Length..] is [] or ['=', ..])
            {
                return parameter[Name.Length..].TrimStart('=').ToString();
            }
        }

        return null;
    }
}
