using System.Reflection;
using System.Runtime.CompilerServices;

namespace Embeds.Tests.Architecture;

/// <summary>
/// "Arrows point down": what each folder of the library may know. Signatures, fields, bases and the types named in method
/// bodies (locals and compiler-made members) are looked at.
/// </summary>
public sealed class FolderArrowsTests
{
    private static readonly Assembly Library = typeof(EmbedArchiver).Assembly;

    /// <summary>A folder and the folders that it may know; the root's plain data (issues, descriptions) is everybody's.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Embeds.Quotes"] = [],
        ["Embeds.Languages"] = ["Embeds.Quotes"],
        ["Embeds.Articles"] = ["Embeds.Quotes"],
        ["Embeds.Platforms"] = ["Embeds.Quotes", "Embeds.Languages"],
        ["Embeds.Detection"] = ["Embeds.Quotes", "Embeds.Languages", "Embeds.Platforms", "Embeds.Articles"],
        ["Embeds.Recovery"] = ["Embeds.Quotes", "Embeds.Articles", "Embeds.Languages"],
        ["Embeds.Capture"] = ["Embeds.Rewriting", "Embeds.Quotes", "Embeds.Languages", "Embeds.Platforms", "Embeds.Articles", "Embeds.Detection", "Embeds.Recovery"],
        ["Embeds.Rendering"] = ["Embeds.Quotes"],
        ["Embeds.Rewriting"] = ["Embeds.Quotes", "Embeds.Rendering", "Embeds.Articles"],
    };

    private static readonly HashSet<string> RootData = ["CaptureIssue", "ArticleDescription", "ArticleQuotes", "ArticleUnreadableException"];

    public static IEnumerable<TheoryDataRow<string>> Folders() => Allowed.Keys.Select(k => new TheoryDataRow<string>(k));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_knows_only_those_below_it(string folder)
    {
        var offences =
            from type in Library.GetTypes()
            where FolderOf(type) == folder
            from known in Known(type)
            let other = FolderOf(known)
            // The compiler's own arrays for spans of constants have no namespace.
            where known.Assembly == Library && known.Namespace is not null && other != folder
            where other == "Embeds" ? !RootData.Contains(known.Name) : !Allowed[folder].Contains(other)
            select $"{type.FullName} knows {known.FullName}";

        Assert.Empty(offences.Distinct().Order());
    }

    [Fact]
    public void Every_folder_is_in_the_table()
    {
        var folders = Library.GetTypes().Where(t => t.Namespace?.StartsWith("Embeds", StringComparison.Ordinal) == true).Select(FolderOf).Distinct();

        Assert.Empty(folders.Except(Allowed.Keys).Except(["Embeds"]));
    }

    /// <summary>The top folder: what lies deeper (Capture.Http, Detection.Carriers) belongs to it.</summary>
    private static string FolderOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts.Length < 2 ? parts[0] : parts[0] + "." + parts[1];
    }

    private static IEnumerable<Type> Known(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var direct = new List<Type?> { type.BaseType };
        direct.AddRange(type.GetInterfaces());
        direct.AddRange(type.GetFields(all).Select(f => f.FieldType));
        direct.AddRange(type.GetProperties(all).Select(p => p.PropertyType));
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            direct.AddRange(method.GetParameters().Select(p => p.ParameterType));
            direct.Add((method as MethodInfo)?.ReturnType);
            direct.AddRange(method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? []);
        }

        return direct.OfType<Type>().SelectMany(Unwrap);
    }

    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType)
            return Unwrap(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
