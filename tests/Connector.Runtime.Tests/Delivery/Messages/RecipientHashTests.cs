using System.Text;
using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RecipientHashTests(StorageProvider provider) : IAsyncDisposable
{
    private static readonly PhoneNumber Anna = PhoneNumber.Parse("+14155550101");
    private static readonly PhoneNumber Bert = PhoneNumber.Parse("+14155550102");

    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task Looking_for_a_number_before_any_was_stored_finds_and_writes_nothing()
    {
        Assert.That(await NewHash().FindAsync(Anna, CancellationToken.None), Is.Null);
        Assert.That(await store.CountAsync("secrets"), Is.Zero);
    }

    [Test]
    public async Task Hosts_that_begin_at_the_same_time_agree()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => NewHash()).ToList();

        var hashes = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.ComputeAsync(Anna))));

        Assert.That(hashes, Is.All.EqualTo(hashes[0]));
        Assert.That(await store.CountAsync("secrets"), Is.EqualTo(1));
    }

    [Test]
    public async Task Equal_numbers_have_equal_hashes_and_others_have_others()
    {
        var hash = NewHash();
        var anna = await hash.ComputeAsync(Anna);

        Assert.That(await hash.ComputeAsync(PhoneNumber.Parse(Anna.E164)), Is.EqualTo(anna).And.Length.EqualTo(16));
        Assert.That(await NewHash().FindAsync(Anna, CancellationToken.None), Is.EqualTo(anna));
        Assert.That(await hash.ComputeAsync(Bert), Is.Not.EqualTo(anna));
    }

    [Test]
    public async Task Another_installation_has_other_hashes_and_the_key_is_sealed()
    {
        await using var other = await TestStore.OpenAsync(provider);
        var hash = await NewHash().ComputeAsync(Anna);

        Assert.That(await new RecipientHash(other.Database, other.SealedData).ComputeAsync(Anna), Is.Not.EqualTo(hash));
        var stored = await store.Database.ReadAsync(session => session.FindAsync(
            "SELECT value FROM secrets WHERE name = 'recipient-hash'", reader => (byte[])reader.GetValue(0)));
        Assert.That(store.SealedData.OpenSetting(stored!), Has.Length.EqualTo(32));
        Assert.That(
            Encoding.Latin1.GetString(stored!),
            Does.Not.Contain(Encoding.Latin1.GetString(store.SealedData.OpenSetting(stored!))));
    }

    private RecipientHash NewHash() => new(store.Database, store.SealedData);
}
