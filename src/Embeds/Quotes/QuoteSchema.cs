namespace Embeds.Quotes;

/// <summary>The JSON Schema (draft 2020-12) of <c>quoteblock/1</c>, for checking blocks with other tools.</summary>
public static class QuoteSchema
{
    private static readonly Lazy<string> Resource = new(Read);

    /// <summary>The schema's text: a JSON document in strict form, no object of which allows further members.</summary>
    public static string Text => Resource.Value;

    private static string Read()
    {
        using Stream stream = typeof(QuoteSchema).Assembly.GetManifestResourceStream(typeof(QuoteSchema), "quoteblock.schema.json")
            ?? throw new InvalidOperationException("The assembly was built without its schema.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
