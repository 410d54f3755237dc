using System.Globalization;
using Embeds.Capture.Http;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>What an answer means for its post: the platform's own reading first, then what its status alone allows to say.</summary>
internal static class AnswerJudge
{
    public static SourceReading Read(SourceAnswer answer)
    {
        if (AccessWall.In(answer) is { } wall)
            return SourceReading.Of(PostState.Unreachable, Sentence($"{Status(answer)}, {wall}"));
        return answer.Source.Read(answer) ?? ByStatus(answer);
    }

    public static SourceReading Of(FetchFailure failure) => SourceReading.Of(PostState.Unreachable, failure.Message);

    private static SourceReading ByStatus(SourceAnswer answer) => answer.Status switch
    {
        404 or 410 => SourceReading.Of(PostState.Gone, Status(answer)),
        200 or 203 => SourceReading.Of(PostState.Unreachable, Sentence($"{Status(answer)}, but not with the post")),
        _ => SourceReading.Of(PostState.Unreachable, Status(answer)),
    };

    private static string Status(SourceAnswer answer) => Sentence($"HTTP {answer.Status} from {new Uri(answer.Source.Url).Host}");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
