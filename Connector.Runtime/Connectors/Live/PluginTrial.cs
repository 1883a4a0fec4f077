using Connector.Abstractions.Capabilities;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Brings a build of a plugin and all its connectors into service beside the build that serves, so that what can't
/// serve takes nothing's place.
/// </summary>
internal sealed class PluginTrial(PluginCatalog catalog, ConnectorActivator activator, ConnectorCalls calls)
{
    /// <param name="candidate">A usable build.</param>
    /// <param name="users">The plugin's connectors as they are.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="PluginException">It can't take over. Nothing of it runs any more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<TriedPlugin> TryAsync(
        InstalledPlugin candidate, IReadOnlyList<ActivatedConnector> users, CancellationToken cancellationToken)
    {
        var builds = await catalog.TryOutAsync(candidate, PlacesOf(users));
        var activating = users.Select(user => ActivateAsync(user, builds, cancellationToken)).ToList();
        try
        {
            var connectors = await Task.WhenAll(activating);
            foreach (var (before, after) in users.Zip(connectors))
            {
                RequireAsGood(before, after);
            }

            await Task.WhenAll(connectors.Select(connector => CheckCredentialsAsync(connector, cancellationToken)));
            await catalog.RecordUseAsync(candidate, cancellationToken);
            return new TriedPlugin(builds, connectors);
        }
        catch
        {
            await DiscardAsync(builds, activating);
            throw;
        }
    }

    private static IReadOnlyList<ConnectorIsolation> PlacesOf(IEnumerable<ActivatedConnector> users) =>
        [.. users.Where(user => user.Info.Enabled).Select(user => user.Info.Isolation).Distinct()];

    /// <summary>Ends what runs on a build that doesn't take over.</summary>
    private async Task DiscardAsync(
        IReadOnlyList<LoadedPlugin> builds, List<Task<ActivatedConnector>> activating)
    {
        await ((Task)Task.WhenAll(activating)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var activated in activating.Where(activated => activated.IsCompletedSuccessfully))
        {
            if ((await activated).Running is { } running)
            {
                await calls.StopAsync(running);
            }
        }

        catalog.Retire(builds);
    }

    private async Task<ActivatedConnector> ActivateAsync(
        ActivatedConnector user, IReadOnlyList<LoadedPlugin> builds, CancellationToken cancellationToken)
    {
        // Nobody but a test makes one without settings.
        var settings = user.Settings ?? throw new InvalidOperationException($"{user} has no settings.");

        // One that is switched off runs nowhere; any build tells it the same.
        var build = builds.FirstOrDefault(build => build.Isolation == settings.Isolation) ?? builds[0];
        var activated = await activator.ActivateOnAsync(settings, build, cancellationToken);
        return user.Keep(activated);
    }

    // One that didn't run before can't hold up a build that may mend it.
    private static void RequireAsGood(ActivatedConnector before, ActivatedConnector after)
    {
        if (before.Running is not null && after is { Running: null, Info.Problems: [.., var problem] })
        {
            throw Unfit(problem.Code, before.Info.Name, problem.Cause, problem.Fix);
        }
    }

    private async Task CheckCredentialsAsync(ActivatedConnector connector, CancellationToken cancellationToken)
    {
        if (connector.Running is not { Connector: ICredentialCheck check } running)
        {
            return;
        }

        var result = await calls.RunAsync(running, check.CheckCredentialsAsync, cancellationToken);
        if (result.End == CallEnd.Failed)
        {
            throw Unfit(
                "CREDENTIAL_CHECK_FAILED", running.Name, $"Its check of the credentials failed with {result.Fault}.",
                "Report this to the plugin's author.");
        }

        // A provider that can't be asked just now says nothing about the build.
        if (result.Value?.Status == CredentialStatus.Invalid)
        {
            throw Unfit(
                "CREDENTIALS_INVALID", running.Name, "The provider refused the credentials.",
                "Correct the credentials, or use another build.");
        }
    }

    private static PluginException Unfit(string code, string connector, string cause, string fix) => new(
        PluginState.Faulted,
        new PluginProblem(code, PluginProblemSeverity.Error, $"Connector {connector}: {cause}", fix));
}
