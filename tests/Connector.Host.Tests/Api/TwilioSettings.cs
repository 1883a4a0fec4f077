using TwilioSimulator;

namespace Connector.Host.Tests.Api;

/// <summary>A connector named <c>twilio</c> that the simulator takes the messages of.</summary>
internal static class TwilioSettings
{
    public static IEnumerable<string> For(TwilioSimulatorServer twilio)
    {
        const string Connector = "--ConnectorHost:Connectors:twilio:";
        yield return $"{Connector}Plugin=twilio-sms";
        yield return $"{Connector}Config:accountSID={twilio.Options.AccountSid}";
        yield return $"{Connector}Config:authToken={twilio.Options.AuthToken}";
        yield return $"{Connector}Config:fromMessagingServiceSID={twilio.Options.MessagingServiceSids[0]}";
        yield return $"{Connector}Config:apiBaseUrl={twilio.BaseAddress}";
        foreach (var (index, usageType) in ((string[])["SignIn", "Register", "ForgotPassword", "Generic"]).Index())
        {
            yield return $"{Connector}Config:templates:{index}:usageType={usageType}";
            yield return $"{Connector}Config:templates:{index}:content=Your code is {{{{code}}}}";
        }
    }
}
