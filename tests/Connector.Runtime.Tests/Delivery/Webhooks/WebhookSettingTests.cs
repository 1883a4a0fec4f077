using System.Net;
using Connector.Runtime.Tests.Connectors;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class WebhookSettingTests
{
    [TestCase("10.20.0.0")]
    [TestCase("10.20.0.0/33")]
    [TestCase("10.20.0.0/16,home")]
    public void A_network_that_is_none_is_reported_and_none_is_allowed(string networks)
    {
        var settings = Settings.FromJsonWith("{}", ("Delivery:Webhooks:AllowedNetworks", networks));

        Assert.That(Failures(settings), Has.Some.StartsWith("ConnectorHost:Delivery:Webhooks:AllowedNetworks has an"));
        Assert.That(Read(settings).Delivery.Webhooks.AllowedNetworks, Is.Empty);
    }

    [TestCase("yes")]
    [TestCase("1")]
    public void A_switch_is_true_or_false(string value)
    {
        var settings = Settings.FromJsonWith("{}", ("Delivery:Webhooks:AllowHttp", value));

        Assert.That(
            Failures(settings), Is.EqualTo(["ConnectorHost:Delivery:Webhooks:AllowHttp is not true or false."]));
    }

    [Test]
    public void A_misspelt_name_is_reported()
    {
        var settings = Settings.FromJson("""{"ConnectorHost":{"Delivery":{"Webhooks":{"AllowHttps":true}}}}""");

        Assert.That(Failures(settings).Single(), Does.EndWith("Did you mean AllowHttp?"));
    }

    [Test]
    public void Networks_may_be_a_list_or_one_text_with_commas()
    {
        IPNetwork[] expected = [IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("fd00:1::/64")];
        var list = Settings.FromJson("""
            {"ConnectorHost":{"Delivery":{"Webhooks":{
                "AllowedNetworks":["10.20.0.0/16","fd00:1::/64"],"AllowHttp":true}}}}
            """);
        var text = Settings.FromJsonWith(
            "{}", ("Delivery:Webhooks:AllowedNetworks", "10.20.0.0/16, fd00:1::/64"));

        Assert.That(Failures(list), Is.Empty);
        Assert.That(Failures(text), Is.Empty);
        Assert.That(Read(list).Delivery.Webhooks.AllowedNetworks, Is.EqualTo(expected));
        Assert.That(Read(list).Delivery.Webhooks.AllowHttp);
        Assert.That(Read(text).Delivery.Webhooks.AllowedNetworks, Is.EqualTo(expected));
    }

    private static ConnectorRuntimeOptions Read(IConfiguration settings)
    {
        var options = new ConnectorRuntimeOptions();
        RuntimeSettings.Apply(settings, options);
        return options;
    }

    private static List<string> Failures(IConfiguration settings) =>
        [.. new ConnectorRuntimeOptionsValidator(settings).Validate(name: null, Read(settings)).Failures ?? []];
}
