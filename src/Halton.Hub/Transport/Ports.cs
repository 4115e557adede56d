using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Halton.Hub.Transport;

/// <summary>The two ports, their limits and their encryption. Plain text is for loopback only.</summary>
internal static class Ports
{
    /// <summary>Opens them.</summary>
    public static void Configure(WebApplicationBuilder builder, HubOptions options)
    {
        var certificate = options.TlsCertificate is { } file ? X509Certificate2.CreateFromPemFile(file, options.TlsKey) : null;
        if (certificate is null && !(IPAddress.IsLoopback(options.Http.Address) && IPAddress.IsLoopback(options.Grpc.Address)))
        {
            throw new InvalidOperationException("Plain text is served on loopback addresses only. Give a TLS certificate and key, or listen on 127.0.0.1.");
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 100;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
            kestrel.Listen(options.Http, port => Speak(port, certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2, certificate));
            kestrel.Listen(options.Grpc, port => Speak(port, HttpProtocols.Http2, certificate));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    private static void Speak(ListenOptions port, HttpProtocols protocols, X509Certificate2? certificate)
    {
        port.Protocols = protocols;
        if (certificate is not null)
        {
            port.UseHttps(certificate, https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        }
    }
}
