using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using TestServers.Processes;

namespace TestServers;

/// <summary>The files of a PostgreSQL server and how to run it on them.</summary>
internal sealed class PostgresCluster
{
    private const string User = "postgres";

    private readonly string binaries;
    private readonly string password = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private int port = FreePort.Take();

    private PostgresCluster(string binaries, ServerFolder folder)
    {
        this.binaries = binaries;
        Folder = folder;
    }

    public ServerFolder Folder { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = password,
        Database = "postgres",
        SslMode = SslMode.Disable,
    }.ConnectionString;

    private string Data => Path.Combine(Folder.Path, "data");

    // PostgreSQL refuses to run as root; its package made a user for it.
    private static IEnumerable<string> AsOrdinaryUser =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : [];

    public static async Task<PostgresCluster> CreateAsync(CancellationToken cancellationToken)
    {
        var programs = Binaries.Postgres ?? throw new InvalidOperationException(PostgresServer.Missing);
        var cluster = new PostgresCluster(programs, ServerFolder.Create("postgres"));
        await cluster.InitializeAsync(cancellationToken);
        return cluster;
    }

    public void TakePort() => port = FreePort.Take();

    public Task<ServerProcess> StartAsync(CancellationToken cancellationToken)
    {
        // SIGQUIT is its immediate shutdown: abrupt too, but it gives back its shared memory.
        var command = new ServerCommand(Folder, "postgres", "QUIT", [.. AsOrdinaryUser, .. ServerWords()]);
        return ServerProcess.StartAsync(command, AnswersAsync, cancellationToken);
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        var secret = Folder.Write("password", password, UnixFileMode.UserRead);
        if (Environment.IsPrivilegedProcess)
        {
            await Folder.RunAsync(["chown", "-R", $"{User}:", Folder.Path], cancellationToken);
        }

        string[] initialize =
        [
            Path.Combine(binaries, "initdb"), "--pgdata", Data, "--username", User, "--pwfile", secret,
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
        ];
        await Folder.RunAsync([.. AsOrdinaryUser, .. initialize], cancellationToken);
    }

    private IEnumerable<string> ServerWords()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"port={port}"),
            "unix_socket_directories=",
            "max_connections=200",
            // Kept in the data folder, where it is removed with it, not in the machine's /dev/shm.
            "dynamic_shared_memory_type=mmap",
        ];
        return [Path.Combine(binaries, "postgres"), "-D", Data, .. settings.SelectMany(Setting)];
    }

    private static string[] Setting(string assignment) => ["-c", assignment];

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false;Timeout=5");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
