using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using TestServers.Processes;

namespace TestServers;

/// <summary>
/// The files of a RabbitMQ node and how to run it on them, without touching what the machine has of RabbitMQ.
/// </summary>
internal sealed class RabbitMqNode
{
    private const string User = "test";

    private static readonly byte[] ProtocolHeader = "AMQP\0\0\u0009\u0001"u8.ToArray();

    private readonly string binaries;
    private readonly string password = RandomSecret();
    private readonly int port = FreePort.Take();
    private readonly int portMapperPort = FreePort.Take();
    private readonly int distributionPort = FreePort.Take();

    private RabbitMqNode(string binaries, ServerFolder folder)
    {
        this.binaries = binaries;
        Folder = folder;
    }

    public ServerFolder Folder { get; }

    public Uri Uri => new(string.Create(CultureInfo.InvariantCulture, $"amqp://{User}:{password}@127.0.0.1:{port}/"));

    // Every program of Erlang reads these, also the short-lived ones that the node starts on its way up. Unless told
    // otherwise, each of them listens on all interfaces.
    private Dictionary<string, string> ErlangSettings => new()
    {
        ["HOME"] = Folder.Path,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = Text(portMapperPort),
        ["ERL_AFLAGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false",
    };

    public static RabbitMqNode Create()
    {
        var programs = Binaries.RabbitMq ?? throw new InvalidOperationException(RabbitMqServer.Missing);
        var node = new RabbitMqNode(programs, ServerFolder.Create("rabbitmq"));
        node.WriteSettings();
        return node;
    }

    /// <summary>Starts epmd, which the node would otherwise leave behind as a daemon.</summary>
    public Task<ServerProcess> StartPortMapperAsync(CancellationToken cancellationToken)
    {
        var command = new ServerCommand(Folder, "epmd", "KILL", ["epmd"]) { Environment = ErlangSettings };
        return ServerProcess.StartAsync(command, token => ConnectsAsync(portMapperPort, token), cancellationToken);
    }

    public Task<ServerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var program = Path.Combine(binaries, "rabbitmq-server");
        var command = new ServerCommand(Folder, "rabbitmq", "KILL", [program]) { Environment = NodeSettings() };
        return ServerProcess.StartAsync(command, AnswersAsync, cancellationToken);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string RandomSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static async Task<bool> ConnectsAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>It serves clients when it greets one.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            await client.GetStream().WriteAsync(ProtocolHeader, cancellationToken);
            return await client.GetStream().ReadAsync(new byte[1], cancellationToken) == 1;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private void WriteSettings()
    {
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Folder.Write(".erlang.cookie", RandomSecret(), UnixFileMode.UserRead);
        Folder.Write("enabled_plugins", "[].", Private);
        var settings = $"""
            listeners.tcp.1 = 127.0.0.1:{Text(port)}
            default_user = {User}
            default_pass = {password}
            vm_memory_high_watermark.absolute = 768MiB
            disk_free_limit.absolute = 50MB
            raft.wal_max_size_bytes = 67108864
            log.console = true
            log.console.level = warning
            log.file = false

            """;
        Folder.Write("rabbitmq.conf", settings, Private);
    }

    private Dictionary<string, string> NodeSettings() => new(ErlangSettings)
    {
        ["RABBITMQ_NODENAME"] = "test@localhost",
        ["RABBITMQ_DIST_PORT"] = Text(distributionPort),
        ["RABBITMQ_CONFIG_FILE"] = InFolder("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = InFolder("advanced.config"),
        ["RABBITMQ_CONF_ENV_FILE"] = InFolder("rabbitmq-env.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = InFolder("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = InFolder("data"),
        ["RABBITMQ_LOG_BASE"] = InFolder("log"),
        // The start script then becomes the node instead of waiting for it, so that signals reach the node.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    private string InFolder(string name) => Path.Combine(Folder.Path, name);
}
