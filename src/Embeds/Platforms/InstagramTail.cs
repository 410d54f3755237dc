using System.Collections.Frozen;

namespace Embeds.Platforms;

/// <summary>
/// The line below an Instagram embed in which the widget names the author, in the language of the page's editor:
/// <c>A post shared by Ada Example (@ada.example) on Nov 17, 2017 at 8:01am PST</c>.
/// </summary>
/// <param name="Start">Where the line begins; the text's length when there is none.</param>
/// <param name="Name">Display name.</param>
/// <param name="Handle">Handle without <c>@</c>.</param>
internal readonly record struct InstagramTail(int Start, string? Name, string? Handle)
{
    // The words before the name; the widget's own phrases, which are never a caption's.
    private static readonly string[] Openings =
    [
        "A post shared by", "A photo posted by", "A video posted by", "A photo shared by", "A video shared by",
        "Ein Beitrag geteilt von", "Ein von", "Ein Foto geteilt von", "Ein von",
        "Une publication partagée par", "Une photo publiée par", "Une vidéo publiée par",
        "Una publicación compartida de", "Una publicación compartida por", "Una foto publicada por", "Un vídeo publicado por", "Un video publicado por",
        "Uma publicação compartilhada por", "Um post compartilhado por", "Uma publicação partilhada por", "Uma foto publicada por", "Um vídeo publicado por",
        "Un post condiviso da", "Una foto pubblicata da", "Un video pubblicato da",
        "Een bericht gedeeld door", "Een foto die is geplaatst door", "Een foto geplaatst door",
        "Post udostępniony przez", "Publikacja udostępniona przez", "Zdjęcie zamieszczone przez użytkownika",
        "Публикация от", "Фото опубликовано", "Допис, поширений", "Допис від",
        "Ett inlägg delat av", "Et innlegg delt av", "Et opslag delt af", "Käyttäjän",
        "Příspěvek sdílený", "Sebuah kiriman dibagikan oleh", "Bài viết do", "منشور تمت مشاركته بواسطة", "‏‎",
        "Η δημοσίευση κοινοποιήθηκε από", "O postare distribuită de",
    ];

    // The words after the handle, where a language puts them there.
    private static readonly string[] Closings =
    [
        "がシェアした投稿", "が投稿した写真", "が投稿した動画", "님의 공유 게시물", "님이 게시한 사진", "分享的帖子", "分享的貼文", "'in paylaştığı bir gönderi", "geteilter Beitrag", "gepostetes Foto",
        "gepostetes Video", "(@",
    ];

    private static readonly FrozenSet<string> Invitations = new[]
    {
        "View this post on Instagram", "View this profile on Instagram", "Sieh dir diesen Beitrag auf Instagram an", "Diesen Beitrag auf Instagram ansehen",
        "Voir cette publication sur Instagram", "Afficher cette publication sur Instagram", "Ver esta publicación en Instagram", "Visualizza questo post su Instagram",
        "Ver essa foto no Instagram", "Ver esta publicação no Instagram", "Dit bericht op Instagram bekijken", "Dit bericht bekijken op Instagram",
        "Wyświetl ten post na Instagramie", "Посмотреть эту публикацию в Instagram", "Переглянути цей допис в Instagram", "Bu gönderiyi Instagram'da gör",
        "この投稿をInstagramで見る", "Instagram에서 이 게시물 보기", "在 Instagram 查看这篇帖子", "在 Instagram 查看這則貼文", "Se dette opslag på Instagram", "Visa detta inlägg på Instagram",
        "Se dette innlegget på Instagram", "Näytä tämä julkaisu Instagramissa", "Zobrazit příspěvek na Instagramu", "Lihat postingan ini di Instagram", "Xem bài viết này trên Instagram",
        "عرض هذا المنشور على Instagram", "Δείτε αυτή τη δημοσίευση στο Instagram.", "Vezi această postare pe Instagram",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsInvitation(ReadOnlySpan<char> text) =>
        Invitations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Trim());

    public static InstagramTail Read(string text)
    {
        var lineStart = text.LastIndexOf('\n') + 1;
        var at = LastOpening(text, out var length);
        var handle = LastHandle(text, Math.Max(at, 0), out var open, out var bare);
        if (at < 0 && (handle is null || !EndsLikeTail(text, open)))
            return new InstagramTail(text.Length, null, null);
        if (at < 0)
            at = lineStart;

        var nameEnd = handle is not null ? open : text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
        var name = bare || at + length > nameEnd ? null : text[(at + length)..nameEnd].Trim(' ', '\n', '\u200e', '\u200f');
        if (name is not null && name.EndsWith("さん", StringComparison.Ordinal))
            name = name[..^2];
        return new InstagramTail(at, string.IsNullOrWhiteSpace(name) ? null : name, handle);
    }

    private static int LastOpening(string text, out int length)
    {
        var best = -1;
        length = 0;
        foreach (var opening in Openings)
        {
            if (opening.Length < 4)
                continue;
            var at = text.LastIndexOf(opening, StringComparison.Ordinal);
            if (at > best && (at == 0 || text[at - 1] is '\n' or ' '))
                (best, length) = (at, opening.Length);
        }

        return best;
    }

    /// <summary>The last <c>(@handle)</c>, or <c>@handle</c> alone where the widget knows no name.</summary>
    private static string? LastHandle(string text, int from, out int open, out bool bare)
    {
        bare = false;
        open = text.LastIndexOf("(@", StringComparison.Ordinal);
        if (open >= from)
            return HandleAt(text.AsSpan(open + 2));
        open = text.LastIndexOf('@');
        bare = true;
        return open >= from && open > 0 ? HandleAt(text.AsSpan(open + 1)) : null;
    }

    private static string? HandleAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '_'))
            length++;
        var handle = text[..length].TrimEnd('.');
        return handle.IsEmpty || handle.Length > 30 ? null : handle.ToString();
    }

    private static bool EndsLikeTail(string text, int open)
    {
        foreach (var closing in Closings)
        {
            if (text.IndexOf(closing, open, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
