using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class RollbackTests : InstallationTests
{
    [Test]
    public async Task A_rollback_brings_the_version_before_back_and_a_second_one_undoes_it()
    {
        var old = await UpgradeAsync();

        var back = await RollBackAsync();
        var named = LockedVersions();
        var used = (await UseAsync(integrity: PluginIntegrity.Locked)).Plugin;
        var forth = await RollBackAsync();

        Assert.That((back.Version, back.Hash, used.Hash), Is.EqualTo(("1.0.0", old.Hash, old.Hash)));
        Assert.That(named, Is.EqualTo(["1.0.0", "1.1.0"]));
        Assert.That(forth.Version, Is.EqualTo("1.1.0"));
    }

    [Test]
    public async Task A_rollback_can_go_further_back()
    {
        await UpgradeAsync();
        CopyGood("1.2.0");
        await AddAsync();

        var plugin = await RollBackAsync("1.0.0");

        Assert.That(plugin.Version, Is.EqualTo("1.0.0"));
        Assert.That(LockedVersions(), Is.EqualTo(["1.0.0", "1.2.0", "1.1.0"]));
    }

    [Test]
    public async Task A_broken_drop_is_rolled_back_to_what_the_lock_file_names()
    {
        CopyGood();
        var good = await AddAsync();
        await File.WriteAllBytesAsync(Path.Combine(good.Path, "Good.dll"), new byte[10]);

        var plugin = await RollBackAsync();

        Assert.That((plugin.Path, plugin.Hash), Is.EqualTo((good.Path, good.Hash)));
        Assert.That((await LookAsync()).State, Is.EqualTo(PluginState.Available));
    }

    [Test]
    public async Task A_changed_copy_is_not_rolled_back_to()
    {
        var old = await UpgradeAsync();
        var copy = Path.Combine(Sandbox.Data, "plugins", old.Hash!["sha256:".Length..], "Good.deps.json");
        File.SetAttributes(copy, FileAttributes.Normal);
        await File.AppendAllTextAsync(copy, " ");

        var failure = await PluginExpectations.FailureOfAsync(() => RollBackAsync());

        Assert.That(failure.Problem.Code, Is.EqualTo("STAGED_COPY_MODIFIED"));
        Assert.That((await LookAsync()).Version, Is.EqualTo("1.1.0"));
    }

    [TestCase(null, "knows nothing")]
    [TestCase("9.9.9", "It knows 1.1.0, 1.0.0")]
    [TestCase("1.1.0", "lies in the plugin folder")]
    public async Task A_version_that_nobody_knows_cannot_be_rolled_back_to(string? version, string cause)
    {
        if (version is not null)
        {
            await UpgradeAsync();
        }

        var failure = await PluginExpectations.FailureOfAsync(() => RollBackAsync(version));

        Assert.That(failure.Problem.Code, Is.EqualTo("NO_EARLIER_VERSION"));
        Assert.That(failure.Problem.Cause, Does.Contain(cause));
    }

    [Test]
    public async Task A_copy_that_is_gone_cannot_be_rolled_back_to()
    {
        var old = await UpgradeAsync();
        var copy = Path.Combine(Sandbox.Data, "plugins", old.Hash!["sha256:".Length..]);
        Directory.Move(copy, Path.Combine(Sandbox.Root, "gone"));

        var failure = await PluginExpectations.FailureOfAsync(() => RollBackAsync());

        Assert.That(failure.Problem.Code, Is.EqualTo("NO_EARLIER_VERSION"));
        Assert.That(failure.Problem.Cause, Does.Contain(copy));
    }
}
