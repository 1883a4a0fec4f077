using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

/// <summary>Does what the configuration's "mood" says.</summary>
public sealed class EntryPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        var token = context.Config.GetProperty("token").GetString();
        switch (context.Config.GetProperty("mood").GetString())
        {
            case "block":
                new ManualResetEventSlim().Wait();
                break;
            case "hang":
                return new(new TaskCompletionSource<ISmsConnector>().Task);
            case "obey":
                var canceled = new TaskCompletionSource<ISmsConnector>();
                cancellationToken.Register(() => canceled.SetCanceled(cancellationToken));
                return new(canceled.Task);
            case "throw":
                throw new InvalidOperationException($"Token {token} was refused for +1 415 555 0123 / 4155550123.");
            case "timeout":
                throw new TimeoutException("The provider did not answer.");
            case "nothing":
                return default;
        }

        return new(new ThreadTellingConnector(Thread.CurrentThread.Name!));
    }

    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => config.GetProperty("mood").GetString() switch
    {
        "throw" => throw new InvalidOperationException("The validator is broken."),
        "block" => Block(),
        _ => [new ConfigIssue("/mood", "Cheer up.")],
    };

    private static IReadOnlyList<ConfigIssue> Block()
    {
        new ManualResetEventSlim().Wait();
        return [];
    }
}
