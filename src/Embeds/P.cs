namespace Embeds.Quotes; internal static class P { }
