using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>Logs, outcomes and exceptions are read by people who may not know the numbers, codes and secrets.</summary>
internal static class PrivacyRule
{
    private const string Secret = "a secret of the configuration";
    private const string Marker = "PROVIDERS-OWN-WORDS";

    private static readonly int[] Statuses = [200, 400, 401, 403, 422, 429, 500, 503];

    public static Rule Rule { get; } = new(
        "private-data",
        "No number, code, secret or answer of the provider gets into a log, an outcome or an exception.",
        ApplyAsync);

    private static async Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var send = Samples.Send(1);
        var secrets = SecretsOf(subject);
        foreach (var (situation, reply) in Situations(subject, send, secrets))
        {
            await using var provider = subject.StartProvider(reply);
            var trial = await subject.TryAsync(provider, send, cancellationToken, TimeSpan.FromSeconds(1));
            var hidden = Hidden(send, secrets, trial.Requests);
            Search(findings, $"when {situation}, the log", string.Join('\n', trial.Log), hidden);
            Search(findings, $"when {situation}, the outcome", trial.Outcome?.ToString(), hidden);
            Search(findings, $"when {situation}, the exception", trial.Error?.ToString(), hidden);
        }

        await SearchCreationAsync(subject, secrets, findings);
    }

    private static IReadOnlyList<string> SecretsOf(Subject subject) => Secrets.Of(
        EmbeddedFiles.Of(subject.PluginType).ReadSchema(),
        JsonElement.Parse(subject.Description.Config("http://127.0.0.1:9")));

    private static IEnumerable<(string Situation, ProviderReply Reply)> Situations(
        Subject subject, SampleSend send, IReadOnlyList<string> secrets)
    {
        if (subject.Description.Accepts is not { } accepts)
        {
            return [("a message is sent", ProviderReply.Reset)];
        }

        // Providers do repeat the request in their errors.
        var words = $"{Marker} {send.Phone.E164} {send.Code} {string.Join(' ', secrets)}";
        var telling = Body(words, code: "30007");
        var odd = Body(words, code: send.Phone.E164);
        return
        [
            ("the provider accepts", accepts),
            .. Statuses
                .Select(status => ($"the provider answers {status}", ProviderReply.Json(status, telling))),
            ("the provider gives a number as its code", ProviderReply.Json(400, odd)),
            ("the provider answers with text", ProviderReply.Text(400, words)),
            ("the connection breaks", ProviderReply.Reset),
            ("the provider is silent", ProviderReply.Stall),
        ];
    }

    private static string Body(string words, string code) => new JsonObject
    {
        ["code"] = code,
        ["error_code"] = code,
        ["status"] = words,
        ["message"] = words,
        ["detail"] = words,
        ["description"] = words,
        ["error"] = new JsonObject { ["code"] = code, ["message"] = words },
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = words, ["title"] = words }),
    }.ToJsonString();

    private static List<(string What, string Text)> Hidden(
        SampleSend send, IReadOnlyList<string> secrets, IReadOnlyList<ProviderRequest> requests)
    {
        List<(string What, string Text)> hidden =
        [
            ("the phone number", send.Digits), ("the code", send.Code), ("the provider's answer", Marker),
            .. secrets.Select(secret => (Secret, secret)),
        ];
        var credentials = requests.Select(request => request.Headers.GetValueOrDefault("Authorization"))
            .OfType<string>()
            .Select(header => header.Split(' ')[^1]);
        hidden.AddRange(credentials.Distinct().Select(credential => ("the Authorization header", credential)));
        return hidden;
    }

    // An exception for a configuration that doesn't bind easily repeats what it couldn't read.
    private static async Task SearchCreationAsync(Subject subject, IReadOnlyList<string> secrets, Findings findings)
    {
        var config = subject.Description.Config("http://127.0.0.1:9");
        List<(string What, string Text)> hidden = [.. secrets.Select(secret => (Secret, secret))];
        foreach (var name in JsonNode.Parse(config)!.AsObject().Select(member => member.Key))
        {
            var distorted = JsonNode.Parse(config)!.AsObject();
            distorted[name] = new JsonArray(distorted[name]!.DeepClone());
            var error = await CreateAsync(subject, distorted.ToJsonString());
            Search(findings, $"the exception for a faulty {name}", error?.ToString(), hidden);
        }
    }

    private static async Task<Exception?> CreateAsync(Subject subject, string config)
    {
        try
        {
            var options = new ConnectorRigOptions { DisposalLimit = subject.Patience };
            var rig = await Call.RunAsync(
                () => ConnectorRig.CreateAsync(subject.CreatePlugin(), config, options, CancellationToken.None),
                subject.Patience,
                CancellationToken.None);
            await rig.DisposeAsync();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static void Search(
        Findings findings, string place, string? text, IReadOnlyList<(string What, string Text)> hidden)
    {
        foreach (var (what, secret) in hidden)
        {
            if (text?.Contains(secret, StringComparison.Ordinal) == true)
            {
                findings.Add($"{char.ToUpperInvariant(place[0])}{place[1..]} holds {what}.");
            }
        }
    }
}
