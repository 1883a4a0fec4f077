using Connector.Host.Api;
using Connector.Runtime.Delivery;

namespace Connector.Host.Tests.Api;

internal sealed class RecentMessagesTests
{
    [Test]
    public void The_oldest_message_is_forgotten_when_there_are_too_many()
    {
        var recent = new RecentMessages();

        for (var i = 0; i <= RecentMessages.Capacity; i++)
        {
            recent.Add(Message($"msg_{i}"));
        }

        Assert.That(recent.Find("msg_0"), Is.Null);
        Assert.That(recent.Find("msg_1"), Is.Not.Null);
        Assert.That(recent.Find($"msg_{RecentMessages.Capacity}"), Is.Not.Null);
    }

    private static MessageResult Message(string id) => new()
    {
        Id = id,
        To = "+1415•••0123",
        UsageType = "SignIn",
        Status = "accepted",
        Retryable = false,
        CreatedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch,
        Attempts = [],
    };
}
