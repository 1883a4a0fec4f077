using System.Security.Cryptography;
using FaultTests.Hosts;
using Microsoft.Data.Sqlite;

namespace FaultTests;

/// <summary>A host that can't have its database ends with one clear message, and changes nothing.</summary>
internal sealed class StartFaultTests
{
    private const string LaterScript =
        "INSERT INTO schema_versions (ScriptName, Applied) VALUES ('9999_of_a_later_version.sql', CURRENT_TIMESTAMP)";

    // SQLite recognises its files by the first page, and only reads the others when it needs them.
    private const int FirstPage = 4096;

    private TempFolder folder;

    private string Data => Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;

    private string Database => Path.Combine(Data, "connector.db");

    [SetUp]
    public void CreateFolder()
    {
        folder = new TempFolder();
        Write(new HostSettings { Provider = new Uri("http://127.0.0.1:9") });
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task A_file_that_is_no_database_stays_as_it_is()
    {
        await File.WriteAllBytesAsync(Database, RandomNumberGenerator.GetBytes(100_000));
        var before = await HashAsync();

        AssertClear(await HostRun.ServeAsync(folder.Path), "storage_corrupt");
        Assert.That(await HashAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_damaged_database_stays_as_it_is()
    {
        await ServeOnceAsync();
        await using (var file = File.OpenWrite(Database))
        {
            file.Position = FirstPage;
            await file.WriteAsync(RandomNumberGenerator.GetBytes((int)file.Length - FirstPage));
        }

        var before = await HashAsync();

        AssertClear(await HostRun.ServeAsync(folder.Path), "storage_corrupt");
        Assert.That(await HashAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_database_of_a_later_version_stays_as_it_is()
    {
        await ServeOnceAsync();
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = new SqliteCommand(LaterScript, connection);
            await command.ExecuteNonQueryAsync();
        }

        var before = await HashAsync();

        AssertClear(await HostRun.ServeAsync(folder.Path), "schema_too_new", "9999_of_a_later_version");
        Assert.That(await HashAsync(), Is.EqualTo(before));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_folder_that_can_not_be_written_is_named(bool hasDatabase)
    {
        PrivateMounts.Require();
        if (hasDatabase)
        {
            await ServeOnceAsync();
        }

        var run = await HostRun.ServeAsync(folder.Path, PrivateMounts.ReadOnlyFolder(Data));

        AssertClear(run, "storage_read_only", Database);
    }

    [Test]
    public async Task A_second_host_keeps_away_from_the_file_of_the_first()
    {
        await using var first = new TestedHost(
            new HostSettings { Provider = new Uri("http://127.0.0.1:9"), DataPath = Data });
        await first.StartAsync();

        AssertClear(await HostRun.ServeAsync(folder.Path), "storage_in_use", Database);
        Assert.That(await first.IsAsync("ready"));
    }

    private void Write(HostSettings settings) =>
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), settings.ToString());

    private async Task ServeOnceAsync()
    {
        await using var host = new TestedHost(
            new HostSettings { Provider = new Uri("http://127.0.0.1:9"), DataPath = Data });
        await host.StartAsync();
        await host.StopAsync();
    }

    private async Task<string> HashAsync() =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Database)));

    private static void AssertClear(HostRun run, params string[] words)
    {
        var everything = run.Output + run.Errors;
        Assert.That(run.ExitCode, Is.Not.Zero, everything);
        Assert.That(everything, Does.Not.Contain("   at ").And.Not.Contain("Unhandled"));
        foreach (var word in words)
        {
            Assert.That(run.Errors, Does.Contain(word), everything);
        }
    }
}
