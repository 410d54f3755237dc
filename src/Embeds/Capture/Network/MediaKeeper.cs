using System.Globalization;
using Embeds.Capture.Http;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>Keeps the pictures of posts in a directory, each named by its hash, so that the same picture is there once.</summary>
internal sealed class MediaKeeper(SourceAsker asker, NetworkOptions options)
{
    private const string Platform = "media";
    private readonly string _directory = options.MediaDirectory!; // made only where there is one

    /// <summary>Where the picture of a medium is: a video's is its still. Null where there is none.</summary>
    public static string? AddressOf(Media media) => media.Type == MediaType.Image ? media.Url ?? media.Poster : media.Poster;

    /// <summary>Keeps the picture of one medium.</summary>
    /// <param name="media">A post's medium that has a picture.</param>
    /// <param name="purse">How many pictures the article may still keep, and its budget.</param>
    /// <param name="issues">Takes why it could not be kept.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The medium with its copy; without where none was kept.</returns>
    public async Task<Media> KeepAsync(Media media, MediaPurse purse, ICollection<CaptureIssue> issues, CancellationToken cancellationToken)
    {
        if (AddressOf(media) is not { } url)
            return media;
        if (!purse.TakePicture())
        {
            issues.Add(Issue("media-too-many", url, string.Create(CultureInfo.InvariantCulture, $"Only {options.MaxMediaPerArticle} pictures of an article are kept; this is one more.")));
            return media;
        }

        var outcome = await asker.FetchAsync(Platform, url, null, options.MaxMediaBytes, purse.Budget, cancellationToken).ConfigureAwait(false);
        if (outcome is FetchFailure failure)
        {
            issues.Add(Issue("media-" + failure.Code, url, failure.Message));
            return media;
        }

        var resource = (FetchedResource)outcome;
        if (resource.StatusCode is not (200 or 203) || PictureKind.Of(resource.Body.Span) is not { } kind)
        {
            issues.Add(Issue("media-none", url, string.Create(CultureInfo.InvariantCulture, $"There is no picture at this address (HTTP {resource.StatusCode}).")));
            return media;
        }

        return await StoreAsync(media, resource.Body, kind, url, issues, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Media> StoreAsync(Media media, ReadOnlyMemory<byte> picture, PictureKind kind, string url, ICollection<CaptureIssue> issues, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(picture.Span);
        var path = $"blobs/{hash[..2]}/{hash}.{kind.Extension}";
        var file = Path.Join(_directory, path);
        var part = file + "." + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        try
        {
            if (!File.Exists(file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(part, picture, cancellationToken).ConfigureAwait(false);
                File.Move(part, file, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            issues.Add(Issue("media-not-written", url, $"The picture could not be kept: {e.Message}"));
            return media;
        }
        finally
        {
            File.Delete(part);
        }

        return media with { Path = path, Sha256 = hash, Bytes = picture.Length, Mime = kind.Mime };
    }

    private static CaptureIssue Issue(string code, string url, string message) => new() { Code = code, Url = url, Message = message };
}
