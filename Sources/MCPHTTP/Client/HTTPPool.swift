import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOSSL

/// Connections to any number of servers, kept open between requests; HTTP/2 where TLS offers it.
package final class HTTPPool: HTTPExchanger {
    private let direct: HTTPClient
    /// Drops connections to private addresses before anything is sent.
    private let confined: HTTPClient
    private let proxied: [ProxyServer: HTTPClient]
    private let proxies: ProxySettings

    private init(_ settings: HTTPPoolSettings) throws {
        proxies = settings.proxies
        direct = HTTPClient(configuration: try Self.configuration(settings, proxy: nil))
        var configuration = try Self.configuration(settings, proxy: nil)
        configuration.http1_1ConnectionDebugInitializer = PrivatePeer.refuse
        configuration.http2ConnectionDebugInitializer = PrivatePeer.refuse
        confined = HTTPClient(configuration: configuration)
        let servers = Set([settings.proxies.http, settings.proxies.https].compactMap(\.self))
        proxied = try Dictionary(
            uniqueKeysWithValues: servers.map { server in
                (server, HTTPClient(configuration: try Self.configuration(settings, proxy: server)))
            }
        )
    }

    /// Makes a pool for the body, and closes every connection after it.
    /// - Throws: what the body throws, or why a file with certificates could not be read.
    package static func with<Value>(
        _ settings: HTTPPoolSettings = HTTPPoolSettings(),
        _ body: (HTTPPool) async throws -> Value
    ) async throws -> Value {
        let pool = try HTTPPool(settings)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(pool))
        } catch {
            result = .failure(error)
        }
        for client in [pool.direct, pool.confined] + pool.proxied.values {
            // A client that cannot be closed twice is closed already.
            try? await client.shutdown()
        }
        return try result.get()
    }

    /// Makes a request over a kept connection, or a new one where none is free.
    package func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        var request = HTTPClientRequest(url: call.address.description)
        request.method = HTTPMethod(rawValue: call.method.rawValue)
        for field in call.fields { request.headers.add(name: field.name.rawName, value: field.value) }
        if !call.body.isEmpty { request.body = .bytes(ByteBuffer(bytes: call.body)) }
        let response: HTTPClientResponse
        do {
            response = try await execute(request, by: client(for: call))
        } catch {
            throw Task.isCancelled ? .abandoned : HTTPFault(connecting: error)
        }
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        return HTTPReply(
            status: Int(response.status.code),
            fields: fields,
            body: response.body.map { Array(buffer: $0) }
        )
    }

    /// Tries another connection, once, where the server closed a kept one at the very moment when it was used again.
    ///
    /// Nothing was sent in that case.
    private func execute(_ request: HTTPClientRequest, by client: HTTPClient) async throws -> HTTPClientResponse {
        do {
            return try await client.execute(request, deadline: .distantFuture)
        } catch ChannelError.ioOnClosedChannel where !Task.isCancelled {
            return try await client.execute(request, deadline: .distantFuture)
        }
    }

    private func client(for call: HTTPCall) -> HTTPClient {
        proxies.proxy(for: call.address.origin).flatMap { proxied[$0] } ?? (call.isConfined ? confined : direct)
    }

    /// What a host's name stands for at this moment; nil where a proxy finds that out.
    /// - Throws: `.unreachable(.dns, …)`.
    package func addresses(of origin: HTTPOrigin) async throws(HTTPFault) -> [NetworkAddress]? {
        guard proxies.proxy(for: origin) == nil else { return nil }
        return try await SystemResolver.addresses(of: origin.bareHost)
    }

    private static func configuration(
        _ settings: HTTPPoolSettings,
        proxy: ProxyServer?
    ) throws -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .automatic
        configuration.timeout.connect = TimeAmount(settings.connectBound)
        configuration.connectionPool.idleTimeout = TimeAmount(settings.idleBound)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.connectionsPerOrigin
        // Whether it is worth trying again is decided above, where the first failure is wanted at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let proxy {
            configuration.proxy = .server(
                host: proxy.origin.bareHost,
                port: proxy.origin.port,
                authorization: proxy.user.map { .basic(username: $0, password: proxy.password ?? "") }
            )
        }
        if !settings.extraAuthorities.isEmpty {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.additionalTrustRoots = try settings.extraAuthorities.map { path in
                .certificates(try NIOSSLCertificate.fromPEMFile(path))
            }
            configuration.tlsConfiguration = tls
        }
        return configuration
    }
}
