using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NoticesTests
{
    private readonly FakeTimeProvider time = new();
    private int sent;

    [Test]
    public void The_first_one_goes_at_once_and_many_that_follow_are_one()
    {
        var notices = new Notices(SendAsync, time);

        for (var i = 0; i < 100; i++)
        {
            notices.Send();
        }

        Assert.That(sent, Is.EqualTo(1));
        time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.That(() => sent, Is.EqualTo(2).After(20).Seconds.PollEvery(5).MilliSeconds);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(sent, Is.EqualTo(2));
    }

    [Test]
    public void One_that_fails_does_not_keep_the_next_from_being_sent()
    {
        var notices = new Notices(
            async () =>
            {
                await SendAsync();
                throw new StorageException("storage_unreachable", "Away.", "Wait.");
            },
            time);

        notices.Send();
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(
            () =>
            {
                notices.Send();
                return sent;
            },
            Is.EqualTo(2).After(20).Seconds.PollEvery(5).MilliSeconds);
    }

    private Task SendAsync()
    {
        Interlocked.Increment(ref sent);
        return Task.CompletedTask;
    }
}
