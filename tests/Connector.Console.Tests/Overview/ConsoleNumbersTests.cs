using System.Globalization;
using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Overview;

internal sealed class ConsoleNumbersTests
{
    [TestCase("en", "1,234,567", "1,234.50", "0.00", "0.0079")]
    [TestCase("es", "1.234.567", "1.234,50", "0,00", "0,0079")]
    [TestCase("fr", "1,234,567", "1,234.50", "0.00", "0.0079")]
    public void Numbers_are_written_as_in_the_language_of_the_page(
        string language, string count, string amount, string nothing, string little)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.That(ConsoleNumbers.Show(1_234_567), Is.EqualTo(count));
            Assert.That(ConsoleNumbers.ShowAmount(1234.5m), Is.EqualTo(amount));
            Assert.That(ConsoleNumbers.ShowAmount(0), Is.EqualTo(nothing));
            Assert.That(ConsoleNumbers.ShowAmount(0.0079m), Is.EqualTo(little));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
