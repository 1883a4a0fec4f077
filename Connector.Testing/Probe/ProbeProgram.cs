using System.Runtime.CompilerServices;
using Connector.Abstractions;
using Connector.Testing.Checks;
using Connector.Testing.Rigs;

namespace Connector.Testing.Probe;

/// <summary>
/// Uses a connector once, in a process of its own, unloads it and returns. What the process does then tells the rest:
/// it ends at once unless a foreground thread was left behind.
/// </summary>
internal static class ProbeProgram
{
    public const string Ended = "ended";
    public const string Unloaded = "unloaded";
    public const string Alive = "alive";
    private const int MostCollections = 60;

    // Standard input: the plugin's file, its entry type, then its configuration to the end.
    public static async Task<int> Main()
    {
        var path = await Console.In.ReadLineAsync() ?? "";
        var type = await Console.In.ReadLineAsync() ?? "";
        var config = await Console.In.ReadToEndAsync();
        var remains = await UseAsync(path, type, config);
        ReflectionCaches.Clear();
        Console.WriteLine(await IsGoneAsync(remains) ? Unloaded : Alive);
        Console.WriteLine(Ended);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(string path, string type, string config)
    {
        var plugins = new ProbeLoadContext(path);
        var remains = new WeakReference(plugins);
        var entry = plugins.LoadFromAssemblyPath(path).GetType(type, throwOnError: true)!;
        await SendAsync((ISmsConnectorPlugin)Activator.CreateInstance(entry)!, config);
        plugins.Unload();
        return remains;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task SendAsync(ISmsConnectorPlugin plugin, string config)
    {
        await using var rig = await ConnectorRig.CreateAsync(
            plugin, config, new ConnectorRigOptions(), CancellationToken.None);
        var send = Samples.Send(1);
        await rig.Connector.SendAsync(send.Phone, send.UsageType, send.Payload, CancellationToken.None);
    }

    private static async Task<bool> IsGoneAsync(WeakReference remains)
    {
        for (var i = 0; i < MostCollections && remains.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();

            // What a connection's end still runs holds the connector's types for a moment.
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        return !remains.IsAlive;
    }
}
