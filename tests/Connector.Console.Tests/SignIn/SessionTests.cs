using System.Net;
using System.Text.RegularExpressions;
using Connector.Console.Tests.Hosting;

namespace Connector.Console.Tests.SignIn;

/// <summary>What an attacker would try, without a browser's good manners.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed partial class SessionTests : IDisposable
{
    private const string SessionCookie = "console-session";

    private static ConsoleHost host = null!;

    private readonly CookieContainer cookies = new();
    private HttpClient client = null!;

    [OneTimeSetUp]
    public static async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public static async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public void Open() => client = new HttpClient(
        new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
    {
        BaseAddress = host.Address,
    };

    public void Dispose() => client.Dispose();

    [TestCase("/")]
    [TestCase("/plugins")]
    [TestCase("/console/plugins/sandbox/logo")]
    public async Task Nothing_is_shown_to_who_is_not_signed_in(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [Test]
    public async Task No_page_s_connection_opens_for_who_is_not_signed_in()
    {
        using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        using var answer = await client.PostAsync(
            "/console/sign-in", new FormUrlEncodedContent([new("key", host.Key)]));

        Assert.That(answer.Headers.Location!.ToString(), Does.Contain("trouble=form"));
        Assert.That(Session(), Is.Null);
    }

    [Test]
    public async Task A_session_s_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var answer = await SignInAsync();

        var cookie = answer.Headers.GetValues("Set-Cookie")
            .Single(set => set.StartsWith(SessionCookie, StringComparison.Ordinal));
        Assert.That(cookie.ToLowerInvariant(), Does.Contain("httponly").And.Contain("samesite=strict"));
    }

    [Test]
    public async Task A_cookie_that_was_planted_before_signing_in_is_replaced()
    {
        cookies.Add(host.Address, new Cookie(SessionCookie, "planted"));

        (await SignInAsync()).Dispose();

        Assert.That(Session(), Is.Not.Null.And.Not.EqualTo("planted"));
    }

    [Test]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_signing_out()
    {
        (await SignInAsync()).Dispose();
        var copied = Session()!;
        var token = await ReadTokenAsync("/");
        using var left = await client.PostAsync(
            "/console/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        cookies.Add(host.Address, new Cookie(SessionCookie, copied));
        using var answer = await client.GetAsync("/");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task The_api_takes_no_cookie()
    {
        (await SignInAsync()).Dispose();

        using var answer = await client.GetAsync("/api/v1/plugins");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("//evil.example/")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example/")]
    public async Task Signing_in_leads_to_this_host_only(string elsewhere)
    {
        using var answer = await SignInAsync(elsewhere);

        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/"));
    }

    [Test]
    public async Task Pages_may_run_the_host_s_own_scripts_only()
    {
        using var answer = await client.GetAsync("/sign-in");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'"));
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TokenPattern();

    private async Task<HttpResponseMessage> SignInAsync(string returnTo = "/") => await client.PostAsync(
        "/console/sign-in",
        new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", await ReadTokenAsync("/sign-in")),
            new("key", host.Key),
            new("returnTo", returnTo),
        ]));

    private async Task<string> ReadTokenAsync(string path) =>
        TokenPattern().Match(await client.GetStringAsync(path)).Groups["token"].Value;

    private string? Session() => cookies.GetCookies(host.Address)[SessionCookie]?.Value;
}
