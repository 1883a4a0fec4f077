using Connector.Abstractions;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class ActivationTests : SandboxedTests
{
    [Test]
    public async Task A_constructor_that_throws_faults_its_plugin_only()
    {
        Sandbox.DropFolder("CtorThrows");
        Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();

        var e = await PluginExpectations.FailureOfAsync(() => Sandbox.LoadAsync("ctor-throws"));

        Sandbox.Catalog.Find("ctor-throws")!.ShouldBe(
            PluginState.Faulted, "ACTIVATION_FAILED", "ctor-throws", "InvalidOperationException: The licence of");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Problem.Cause, Does.Not.Contain("4155550123"), "a phone number");
            Assert.That(e.Problem.Cause, Does.Not.Contain("Secret.Place"), "a stack trace");
            Assert.That(await Sandbox.LoadAsync("good"), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_constructor_that_hangs_is_given_up_at_the_deadline()
    {
        Sandbox.DropFolder("CtorHangs");
        Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();

        var hanging = Sandbox.LoadAsync("ctor-hangs");
        var good = await Sandbox.LoadAsync("good");
        Assert.That(hanging.IsCompleted, Is.False, "the clock stands still");
        await PluginExpectations.FailureOfAsync(() => Sandbox.PassTimeUntilAsync(hanging));

        Sandbox.Catalog.Find("ctor-hangs")!.ShouldBe(PluginState.Faulted, "ACTIVATION_TIMEOUT", "ctor-hangs", "10 s");
        Assert.That(good.Plugin.Id, Is.EqualTo("good"));
    }

    [Test]
    public async Task A_failed_load_is_not_tried_again_until_other_files_are_dropped()
    {
        using var sandbox = new PluginSandbox(options => options.Integrity = PluginIntegrity.Off);
        var folder = sandbox.DropFolder("CtorThrows");
        await sandbox.ScanAsync();
        var first = await PluginExpectations.FailureOfAsync(() => sandbox.LoadAsync("ctor-throws"));
        var again = await PluginExpectations.FailureOfAsync(() => sandbox.LoadAsync("ctor-throws"));
        sandbox.Catalog.ReportUse("ctor-throws", PluginState.Disabled, []);

        Assert.That(again, Is.SameAs(first));
        Assert.That(sandbox.Catalog.Find("ctor-throws")!.State, Is.EqualTo(PluginState.Faulted));
        await File.WriteAllTextAsync(Path.Combine(folder, "NOTICE"), "mended");
        Assert.That((await sandbox.ScanOneAsync()).State, Is.EqualTo(PluginState.Available));
    }

    [Test]
    public async Task Many_callers_get_one_instance()
    {
        Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();

        var loaded = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => Sandbox.LoadAsync("good"))));

        Assert.That(loaded.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_caller_that_leaves_does_not_spoil_the_load_for_others()
    {
        Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();

        Assert.That(
            () => Sandbox.Catalog.LoadAsync("good", new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Sandbox.LoadAsync("good"), Is.Not.Null);
    }

    [Test]
    public async Task An_id_that_is_not_installed_is_named()
    {
        await Sandbox.ScanAsync();

        var e = await PluginExpectations.FailureOfAsync(() => Sandbox.LoadAsync("acme"));

        Assert.That(e.Problem.Code, Is.EqualTo("PLUGIN_NOT_INSTALLED"));
        Assert.That(e.Problem.Cause, Does.Contain("'acme'"));
    }

    [Test]
    public async Task A_rejected_plugin_is_never_loaded()
    {
        Sandbox.DropFolder("EntryTypeMissing");
        await Sandbox.ScanAsync();

        var e = await PluginExpectations.FailureOfAsync(
            () => Sandbox.LoadAsync("entry-type-missing"));

        Assert.That(e.Problem.Code, Is.EqualTo("ENTRY_TYPE_MISSING"));
    }

    [Test]
    public async Task A_file_that_the_runtime_refuses_is_a_load_failure()
    {
        var folder = Sandbox.DropFolder("Good");
        await File.WriteAllTextAsync(Path.Combine(folder, "Good.deps.json"), "{ not json");
        await Sandbox.ScanAsync();

        await PluginExpectations.FailureOfAsync(() => Sandbox.LoadAsync("good"));

        Sandbox.Catalog.Find("good")!.ShouldBe(PluginState.LoadFailed, "LOAD_FAILED", "Good.dll");
    }

    [TestCase("throw", "ACTIVATION_FAILED", "InvalidOperationException")]
    [TestCase("timeout", "ACTIVATION_FAILED", "TimeoutException")]
    [TestCase("nothing", "ACTIVATION_FAILED", "returned nothing")]
    [TestCase("block", "ACTIVATION_TIMEOUT", "10 s")]
    [TestCase("hang", "ACTIVATION_TIMEOUT", "10 s")]
    [TestCase("obey", "ACTIVATION_TIMEOUT", "10 s")]
    public async Task Creating_a_connector_that_goes_wrong_is_a_problem_without_secrets(
        string mood, string code, string culprit)
    {
        var loaded = await LoadMoodyAsync();

        var creating = loaded.CreateAsync(Configs.Context(mood), CancellationToken.None);
        var e = await PluginExpectations.FailureOfAsync(() => mood is "block" or "hang" or "obey"
            ? Sandbox.PassTimeUntilAsync(creating)
            : creating);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.State, Is.EqualTo(PluginState.Faulted));
            Assert.That(e.Problem.Code, Is.EqualTo(code));
            Assert.That(e.Problem.Cause, Does.Contain(culprit).And.Contain("'moody'"));
            Assert.That(e.Problem.Cause, Does.Not.Contain(Configs.Token));
            Assert.That(e.Problem.Cause, Does.Not.Contain("4155550123"));
        }
    }

    [Test]
    public async Task A_connector_is_created_on_a_thread_of_the_plugins_own()
    {
        var loaded = await LoadMoodyAsync();

        var connector = await loaded.CreateAsync(Configs.Context("good"), CancellationToken.None);
        var outcome = await connector.SendAsync(
            PhoneNumber.Parse("+14155550123"), UsageType.Generic, new SmsPayload(), CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Unknown("plugin moody")));
    }

    [Test]
    public async Task A_caller_that_leaves_ends_its_own_wait_for_a_connector()
    {
        var loaded = await LoadMoodyAsync();
        using var cancellation = new CancellationTokenSource();

        var creating = loaded.CreateAsync(Configs.Context("block"), cancellation.Token);
        await cancellation.CancelAsync();

        Assert.That(() => creating, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_validator_reports_what_it_finds()
    {
        var issues = await (await LoadMoodyAsync()).ValidateAsync(Configs.Mood("sad"), CancellationToken.None);

        Assert.That(issues, Is.EqualTo([new ConfigIssue("/mood", "Cheer up.")]));
    }

    [Test]
    public async Task A_validator_that_throws_is_a_problem()
    {
        var loaded = await LoadMoodyAsync();

        var e = await PluginExpectations.FailureOfAsync(
            () => loaded.ValidateAsync(Configs.Mood("throw"), CancellationToken.None));

        Assert.That(e.Problem.Code, Is.EqualTo("ACTIVATION_FAILED"));
    }

    [Test]
    public async Task A_validator_that_hangs_is_a_problem()
    {
        var loaded = await LoadMoodyAsync();

        var e = await PluginExpectations.FailureOfAsync(
            () => Sandbox.PassTimeUntilAsync(loaded.ValidateAsync(Configs.Mood("block"), CancellationToken.None)));

        Assert.That(e.Problem.Code, Is.EqualTo("ACTIVATION_TIMEOUT"));
    }

    [Test]
    public async Task A_plugin_without_a_validator_finds_nothing()
    {
        Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();
        var loaded = await Sandbox.LoadAsync("good");

        Assert.That(await loaded.ValidateAsync(Configs.Mood("any"), CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task What_the_connectors_report_is_shown_with_what_inspection_found()
    {
        Sandbox.DropFolder("LogoBroken");
        await Sandbox.ScanAsync();

        Sandbox.Catalog.ReportUse(
            "logo-broken", PluginState.Degraded, [new PluginProblem("X", PluginProblemSeverity.Error, "cause", "fix")]);

        var plugin = Sandbox.Catalog.Find("logo-broken")!;
        Assert.That(plugin.State, Is.EqualTo(PluginState.Degraded));
        Assert.That(plugin.Problems.Select(problem => problem.Code), Is.EqualTo(["X", "LOGO_BROKEN"]));
    }

    private async Task<LoadedPlugin> LoadMoodyAsync()
    {
        Sandbox.DropFolder("Moody");
        await Sandbox.ScanAsync();
        return await Sandbox.LoadAsync("moody");
    }
}
