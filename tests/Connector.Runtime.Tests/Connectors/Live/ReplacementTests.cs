using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Tests.Plugins;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>Every way that files get into a folder.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReplacementTests
{
    [Test]
    public async Task Files_copied_over_the_old_ones_are_used()
    {
        await using var live = await LiveHost.StartAsync();
        Assert.That(await live.SendAsync(), Is.EqualTo("1"));

        live.CopyOver("2");

        await live.UntilServesAsync("2");
        await live.UntilAsync(() => Task.FromResult(live.Shown is { State: PluginState.Active, Problems: [] }));
    }

    [Test]
    public async Task A_folder_moved_over_the_old_one_is_used()
    {
        await using var live = await LiveHost.StartAsync();
        var prepared = live.Prepare("2");

        Directory.Move(live.Host.DropPath(LiveHost.Plugin), live.Host.DataPath("..", "old"));
        Directory.Move(prepared, live.Host.DropPath(LiveHost.Plugin));

        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_file_moved_over_one_of_the_same_length_and_time_is_used()
    {
        await using var live = await LiveHost.StartAsync();
        var build = live.Host.DropPath(LiveHost.Plugin, "build.txt");
        var other = live.Host.DataPath("..", "build.txt");
        await File.WriteAllTextAsync(other, "2");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(build));
        await live.Host.UntilLoggedAsync(1061);

        File.Move(other, build, overwrite: true);

        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_link_that_leads_to_another_folder_is_followed()
    {
        await using var live = await LiveHost.StartAsync(build: null);
        var link = live.Host.DropPath("current");
        Directory.CreateSymbolicLink(link, live.Prepare("1", "one"));
        await live.UntilServesAsync("1");

        var next = live.Prepare("2", "two");
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, next);

        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_change_where_a_link_leads_is_noticed_although_no_signal_tells()
    {
        await using var live = await LiveHost.StartAsync(build: null);
        var target = live.Prepare("1", "elsewhere");
        Directory.CreateSymbolicLink(live.Host.DropPath("current"), target);
        await live.UntilServesAsync("1");

        await File.WriteAllTextAsync(Path.Combine(target, "build.txt"), "2");

        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_zip_takes_the_place_of_a_zip()
    {
        await using var live = await LiveHost.StartAsync(build: null);
        var zip = live.Host.DropPath("replaceable.connector.zip");
        await File.WriteAllBytesAsync(zip, TestZip.OfFolder(live.Prepare("1", "one")));
        await live.UntilServesAsync("1");

        await File.WriteAllBytesAsync(zip, TestZip.OfFolder(live.Prepare("2", "two")));

        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_drop_of_another_name_takes_the_place_of_one_that_is_gone()
    {
        await using var live = await LiveHost.StartAsync(
            configure: options => options.Plugins.Pace = options.Plugins.Pace with { Removal = TimeSpan.FromHours(1) });

        Directory.Move(live.Host.DropPath(LiveHost.Plugin), live.Host.DataPath("..", "old"));
        live.CopyOver("2", folder: "Replaceable-2");

        await live.UntilServesAsync("2");
        await live.UntilAsync(() => Task.FromResult(live.Shown.Problems.Count == 0));
    }

    [Test]
    public async Task Half_a_file_leaves_the_old_build_serving_until_the_rest_is_there()
    {
        await using var live = await LiveHost.StartAsync();
        var dll = live.Host.DropPath(LiveHost.Plugin, "Replaceable.dll");
        var content = await File.ReadAllBytesAsync(dll);
        await using (var file = new FileStream(dll, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            await file.WriteAsync(content.AsMemory(0, content.Length / 2));
            await file.FlushAsync();
            await live.UntilRejectedAsync("CORRUPT_DLL");
            Assert.That(await live.SendAsync(), Is.EqualTo("1"));

            await file.WriteAsync(content.AsMemory(content.Length / 2));
        }

        await File.WriteAllTextAsync(live.Host.DropPath(LiveHost.Plugin, "build.txt"), "2");
        await live.UntilServesAsync("2");
        Assert.That(live.Shown.Problems, Is.Empty);
    }

    [Test]
    public async Task A_plugin_that_configuration_waits_for_serves_as_soon_as_it_is_dropped()
    {
        await using var live = await LiveHost.StartAsync(build: null);
        Assert.That(live.Host.Get<ConnectorRegistry>().Find("acme")!.Problems[0].Code, Is.EqualTo("PLUGIN_NOT_FOUND"));

        live.CopyOver("1");

        await live.UntilServesAsync("1");
        Assert.That(live.Host.Get<ConnectorRegistry>().Find("acme")!.Problems, Is.Empty);
    }

    [Test]
    public async Task A_plugin_that_was_broken_at_the_start_serves_once_it_is_mended()
    {
        await using var live = await LiveHost.StartAsync("broken");
        Assert.That(live.Shown.State, Is.EqualTo(PluginState.Faulted));

        live.CopyOver("1");

        await live.UntilServesAsync("1");
        await live.UntilAsync(() => Task.FromResult(live.Shown is { State: PluginState.Active, Problems: [] }));
    }

    [Test]
    public async Task A_removed_plugin_stops_and_starts_again_when_it_comes_back()
    {
        await using var live = await LiveHost.StartAsync();

        Directory.Delete(live.Host.DropPath(LiveHost.Plugin), recursive: true);
        await live.UntilStoppedAsync();
        Assert.That(live.Host.Get<ConnectorRegistry>().Find("acme")!.Problems[0].Code, Is.EqualTo("PLUGIN_NOT_FOUND"));
        Assert.That(live.Catalog.Find(LiveHost.Id), Is.Null);

        live.CopyOver("2");
        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task A_plugin_folder_that_is_gone_says_nothing_of_the_plugins()
    {
        await using var live = await LiveHost.StartAsync();

        Directory.Move(live.Host.DropPath(), live.Host.DataPath("..", "away"));
        await live.Host.UntilLoggedAsync(1057);
        Assert.That(await live.SendAsync(), Is.EqualTo("1"));

        Directory.Move(live.Host.DataPath("..", "away"), live.Host.DropPath());
        live.CopyOver("2");
        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task What_is_sent_during_a_replacement_ends_on_the_old_build()
    {
        await using var live = await LiveHost.StartAsync(
            connectors: """ "acme": { "Plugin": "replaceable", "Config": { "sender": "held" } } """);
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AppDomain.CurrentDomain.SetData("hold-held-1", (Func<Task>)(() =>
        {
            // Only the first: the others are to find out which build serves.
            return called.TrySetResult() ? release.Task : Task.CompletedTask;
        }));
        var sending = live.SendAsync();
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        live.CopyOver("2");
        await live.UntilServesAsync("2");
        release.SetResult();

        Assert.That(await sending, Is.EqualTo("1"));
    }

    [Test]
    public async Task No_send_fails_while_builds_take_turns()
    {
        await using var live = await LiveHost.StartAsync();
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(live, enough.Token))).ToArray();

        for (var build = 2; build <= 12; build++)
        {
            live.CopyOver($"{build}");
            await live.UntilServesAsync($"{build}");
        }

        await enough.CancelAsync();
        Assert.That((await Task.WhenAll(load)).Sum(), Is.GreaterThan(100));
    }

    [Test]
    public async Task Without_reloading_the_host_goes_by_what_it_found_at_its_start()
    {
        await using var live = await LiveHost.StartAsync(configure: options => options.Plugins.Reload = false);

        live.CopyOver("2");
        await live.Catalog.ScanAsync(CancellationToken.None);

        Assert.That(await live.SendAsync(), Is.EqualTo("1"));
        live.Shown.ShouldBe(PluginState.RestartRequired, "RESTART_REQUIRED");
    }

    private static async Task<int> SendAsync(LiveHost live, CancellationToken enough)
    {
        var sent = 0;
        for (; !enough.IsCancellationRequested; sent++)
        {
            await live.SendAsync();
        }

        return sent;
    }
}
