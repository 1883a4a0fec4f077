using System.Collections;
using System.Globalization;
using System.Net.Http.Json;
using System.Resources;
using System.Text.Json;
using Connector.Console.Tests.Hosting;
using Connector.Host.Problems;
using Connector.Host.WebConsole;

namespace Connector.Console.Tests;

internal sealed class PhraseBookTests
{
    private CultureInfo before = null!;

    [SetUp]
    public void SpeakSpanish()
    {
        before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
    }

    [TearDown]
    public void SpeakAsBefore() => CultureInfo.CurrentUICulture = before;

    [TestCase("")]
    [TestCase("is required.")]
    [TestCase("The provider's own words. And more of them!")]
    [TestCase("{0} {1} {2}")]
    [TestCase("a\nb")]
    public void What_is_not_in_the_book_stays(string text) => Assert.That(PhraseBook.Say(text), Is.EqualTo(text));

    [Test]
    public void English_stays_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.That(PhraseBook.Say("authToken is required."), Is.EqualTo("authToken is required."));
    }

    [TestCase("authToken is required.", "authToken es obligatorio.")]
    [TestCase("numbers must be one of: a, b. c.", "numbers debe ser uno de: a, b. c.")]
    [TestCase(
        "authTokn is not a known setting. Did you mean authToken?",
        "authTokn no es un ajuste conocido. ¿Quiso decir authToken?")]
    [TestCase(
        "accountSID doesn't have the expected form. AC and 32 digits.",
        "accountSID no tiene la forma esperada. AC and 32 digits.")]
    [TestCase("<b>{0}</b> must be text.", "<b>{0}</b> debe ser texto.")]
    [TestCase(
        "{{cod}} stays in the text unless the application sends a variable of this name.",
        "{{cod}} se queda en el texto si la aplicación no envía una variable con ese nombre.")]
    public void Sentences_are_said_with_what_they_hold(string english, string spanish) =>
        Assert.That(PhraseBook.Say(english), Is.EqualTo(spanish));

    [Test]
    public void Of_a_problem_the_words_change_and_what_programs_read_does_not()
    {
        var said = PhraseBook.Say(new ApiProblem
        {
            Status = 400,
            Code = "config_invalid",
            Title = "The configuration is invalid",
            Detail = "Mend every entry of errors. Nothing was sent.",
            Errors = [new ProblemError("/config/authToken", "authToken is required.")],
        });

        Assert.That((said.Status, said.Code), Is.EqualTo((400, "config_invalid")));
        Assert.That(said.Title, Is.EqualTo("La configuración no es válida"));
        Assert.That(said.Detail, Is.EqualTo("Corrija cada uno de los errores. No se ha enviado nada."));
        Assert.That(
            said.Errors, Is.EqualTo([new ProblemError("/config/authToken", "authToken es obligatorio.")]));
    }

    [Test]
    public void Every_phrase_is_found_by_its_own_English()
    {
        var phrases = new ResourceManager(typeof(PhraseText))
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;

        foreach (DictionaryEntry phrase in phrases)
        {
            var english = (string)phrase.Value!;
            Assert.That(english, Is.EqualTo(phrase.Key));
            Assert.That(PhraseBook.Say(english), Is.Not.EqualTo(english));
        }
    }

    // What the host says today, so that a sentence that changes there is missed here.
    [TestCase("twilio-sms", """{"accountSID":"x","fromNumbr":"1","templates":[{"usageType":"SignIn"}]}""")]
    [TestCase("twilio-sms", """{"accountSID":1,"authToken":[],"templates":{},"apiBaseUrl":"nowhere"}""")]
    [TestCase("http-sms", """{"url":"https://example.com/send","method":"POST","body":"x","answer":{}}""")]
    [TestCase("sandbox", """{"numbers":[{"phone":"+34600000000","behaviour":"sleepy"}],"capacity":-1}""")]
    public async Task What_bundled_connectors_say_of_a_configuration_is_in_the_book(string plugin, string config)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var response = await host.Client.PostAsJsonAsync(
            new Uri($"/api/v1/plugins/{plugin}/validate", UriKind.Relative),
            new { config = JsonElement.Parse(config) });

        var check = await response.Content.ReadFromJsonAsync<JsonElement>();
        var messages = check.GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("message").GetString()!).ToList();
        Assert.That(messages, Is.Not.Empty);
        Assert.That(messages.Where(message => PhraseBook.Say(message) == message), Is.Empty);
    }
}
