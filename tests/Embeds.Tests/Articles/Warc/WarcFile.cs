using System.IO.Compression;
using System.Text;

namespace Embeds.Tests.Articles.Warc;

/// <summary>Writes small web archives for tests.</summary>
internal sealed class WarcFile(bool gzip = false)
{
    public byte[] Bytes { get; private set; } = [];

    public WarcFile Page(string url, string html, string headers = "Content-Type: text/html; charset=utf-8") =>
        Answer(url, "200 OK", headers, Encoding.UTF8.GetBytes(html));

    public WarcFile Answer(string url, string status, string headers, byte[] body) =>
        Record("response", url, "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body]);

    public WarcFile Record(string type, string url, string contentType, byte[] block, string more = "", long? length = null)
    {
        var header = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-03-14T10:20:30Z\r\n{more}Content-Type: {contentType}\r\nContent-Length: {length ?? block.Length}\r\n\r\n";
        return Raw([.. Encoding.UTF8.GetBytes(header), .. block, .. "\r\n\r\n"u8]);
    }

    public WarcFile Raw(byte[] record)
    {
        Bytes = [.. Bytes, .. gzip ? Compress(record, s => new GZipStream(s, CompressionLevel.Fastest, leaveOpen: true)) : record];
        return this;
    }

    public static byte[] Compress(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var all = new MemoryStream();
        using (var stream = compress(all))
            stream.Write(bytes);
        return all.ToArray();
    }
}
