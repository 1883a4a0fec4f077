using Connector.Abstractions;

namespace Connectors.Sandbox.Numbers;

/// <summary>Which numbers behave in their own way. Immutable.</summary>
internal sealed class NumberPlan
{
    private readonly Dictionary<string, NumberRule> byPhone = new(StringComparer.Ordinal);

    public NumberPlan(IEnumerable<NumberRule> configured)
    {
        foreach (var rule in BuiltInNumbers.All.Concat(configured))
        {
            byPhone[rule.Phone] = rule;
        }
    }

    /// <summary>The number's rule, or <see langword="null"/> for one that simply receives.</summary>
    public NumberRule? Find(PhoneNumber phone) => byPhone.GetValueOrDefault(phone.E164);
}
