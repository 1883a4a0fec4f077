using Connector.Host.Configuration;

namespace Connector.Host.Tests.Configuration;

internal sealed class HostArgumentsTests
{
    [TestCase("")]
    [TestCase("serve")]
    [TestCase("--urls http://127.0.0.1:1")]
    [TestCase("--URLS=http://127.0.0.1:1 serve --ConnectorHost:DataPath /x --environment Development")]
    public void Nothing_but_settings_means_to_serve(string line)
    {
        Assert.That(Split(line).IsServe);
    }

    [TestCase("plugins list")]
    [TestCase("--help")]
    [TestCase("serve --json")]
    [TestCase("--DataPath=/x")]
    public void Anything_else_is_a_command(string line)
    {
        Assert.That(Split(line).IsServe, Is.False);
    }

    [TestCase("--plugin-dev ../Acme")]
    [TestCase("serve --plugin-dev=../Acme --urls=u")]
    [TestCase("--urls u serve --plugin-dev ../Acme --ConnectorHost:DataPath /x")]
    public void Serving_may_build_and_reload_a_plugin(string line)
    {
        var arguments = Split(line);

        Assert.That(arguments.IsServe);
        Assert.That(arguments.PluginProject, Is.EqualTo("../Acme"));
        Assert.That(arguments.Settings, Has.None.Contains("Acme"));
    }

    [TestCase("serve --plugin-dev", "needs the path")]
    [TestCase("serve --plugin-dev --urls=u", "needs the path")]
    [TestCase("plugins list --plugin-dev ../Acme", "goes with serve only")]
    public void A_plugin_project_in_the_wrong_place_is_refused(string line, string why) =>
        Assert.That(() => Split(line), Throws.TypeOf<HostConfigurationException>().With.Message.Contains(why));

    [Test]
    public void Settings_and_command_may_be_mixed()
    {
        var arguments = Split("plugins --ConnectorHost:DataPath /x list --urls=u --json");

        Assert.That(arguments.Settings, Is.EqualTo(["--ConnectorHost:DataPath", "/x", "--urls=u"]));
        Assert.That(arguments.Command, Is.EqualTo(["plugins", "list", "--json"]));
    }

    [Test]
    public void A_value_with_a_colon_is_no_setting()
    {
        var arguments = Split("send --var a:b=c --var=d:e=f");

        Assert.That(arguments.Settings, Is.Empty);
    }

    private static HostArguments Split(string line) =>
        HostArguments.Split(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
