import HTTPTestSupport
import Foundation
import HTTPTypes
import HummingbirdHTTP2
import HummingbirdTLS
import JSON
import MCP
import MCPConnection
import NIOSSL
import Testing

@testable import MCPHTTP

@Suite("A pool of connections", .timeLimit(.minutes(1)))
struct HTTPPoolTests {
    private static let openssl = "/usr/bin/openssl"

    @Test(
        "names which step towards a connection failed",
        arguments: [
            ("http://127.0.0.1:1/", .refused), ("http://nothing.invalid/", .dns),
        ] as [(String, HTTPFault.Reach)]
    )
    func unreachable(text: String, reach: HTTPFault.Reach) async throws {
        let address = try HTTPAddress(text)
        try await HTTPPool.with { pool in
            do throws(HTTPFault) {
                _ = try await pool.exchange(HTTPCall(.get, address))
                Issue.record("a connection")
            } catch {
                guard case .unreachable(reach, _) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test(
        "speaks HTTP/2 over TLS with an authority of one's own, and trusts nobody else",
        .enabled(if: HTTPPoolTests.hasOpenSSL)
    )
    func encrypted() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mcphttp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let openssl = Process()
        openssl.executableURL = URL(filePath: Self.openssl)
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()

        let tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        )
        let log = CallLog()
        let settings = TestService.settings(log: log)
        try await withEndpoint(settings, server: try .http2Upgrade(tlsConfiguration: tls), scheme: .https) { address in
            try await HTTPPool.with(HTTPPoolSettings(extraAuthorities: [certificate])) { pool in
                let run = await withJudgedHTTPClient(
                    HTTPClientSettings(address: address),
                    exchanger: pool,
                    configuration: EndToEndTests.configuration(.all),
                    clock: ContinuousClock()
                ) { client, _ in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<100 {
                            group.addTask { _ = try await client.callTool("count", arguments: ["to": 3]) }
                        }
                        try await group.waitForAll()
                    }
                    await withTaskGroup { group in
                        group.addTask { await client.outcome(of: "tools/call", params: ["name": "wait"]) }
                        await log.awaits("begun")
                        group.cancelAll()
                        await log.awaits("cancelled")
                    }
                }
                try run.run.value
            }
            try await HTTPPool.with { pool in
                do throws(HTTPFault) {
                    _ = try await pool.exchange(HTTPCall(.get, address))
                    Issue.record("a connection to a stranger")
                } catch {
                    guard case .unreachable(.tls, _) = error else {
                        Issue.record("\(error)")
                        return
                    }
                }
            }
        }
    }

    static var hasOpenSSL: Bool { FileManager.default.isExecutableFile(atPath: openssl) }

    @Test("sends nothing of a confined request to a private address, whatever its name was, and goes on")
    func confined() async throws {
        let log = CallLog()
        try await withEndpoint(TestService.settings(log: log)) { address in
            try await HTTPPool.with { pool in
                let named = HTTPAddress(
                    origin: HTTPOrigin(scheme: .http, host: "localhost", port: address.origin.port),
                    path: "/mcp"
                )
                for target in [address, named, address] {
                    var call = HTTPCall(.get, target)
                    call.isConfined = true
                    do throws(HTTPFault) {
                        _ = try await pool.exchange(call)
                        Issue.record("an answer")
                    } catch {
                        guard case .unreachable(.other, let words) = error else {
                            Issue.record("\(error)")
                            return
                        }
                        #expect(words.contains("is in a private network"))
                    }
                }
                let reply = try await pool.exchange(HTTPCall(.put, address))
                #expect(reply.status == 405)
            }
        }
    }

    @Test("knows what a name stands for, unless a proxy finds that out")
    func addresses() async throws {
        let target = HTTPOrigin(scheme: .http, host: "server.test")
        let local = HTTPOrigin(scheme: .http, host: "localhost")
        let proxy = ProxyServer(origin: HTTPOrigin(scheme: .http, host: "127.0.0.1", port: 1))
        try await HTTPPool.with(HTTPPoolSettings(proxies: ProxySettings(http: proxy))) { pool in
            let (behindProxy, direct) = (try await pool.addresses(of: target), try await pool.addresses(of: local))
            #expect(behindProxy == nil)
            #expect(direct?.isEmpty == false)
        }
    }

    @Test("reaches servers through a proxy, with the credentials it wants")
    func proxied() async throws {
        let settings = TestService.settings { $0.gate.hosts = ["server.test"] }
        try await withEndpoint(settings) { address in
            try await withTunnel { port, seen in
                let proxy = ProxyServer(
                    origin: HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port),
                    user: "alice",
                    password: "secret"
                )
                let target = HTTPAddress(
                    origin: HTTPOrigin(scheme: .http, host: "server.test", port: address.origin.port),
                    path: "/mcp"
                )
                try await HTTPPool.with(HTTPPoolSettings(proxies: ProxySettings(http: proxy))) { pool in
                    let posting = Posting(
                        body: EndpointRequestTests.request("tools/list"),
                        fields: EndpointRequestTests.list
                    )
                    let answer = try await posting.send(to: target, over: pool)
                    #expect(answer.status == 200, "\(answer.body)")
                }
                var iterator = seen.makeAsyncIterator()
                let head = await iterator.next() ?? ""
                #expect(head.hasPrefix("CONNECT server.test:\(address.origin.port) HTTP/1.1"))
                #expect(head.lowercased().contains("proxy-authorization: basic ywxpy2u6c2vjcmv0"))
            }
        }
    }
}
