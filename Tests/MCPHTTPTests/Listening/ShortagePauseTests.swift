import Glibc
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import MCPHTTP

@Suite("A server that can take no connection")
struct ShortagePauseTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A socket that listens, on a clock of its own.
    private let listener = EmbeddedChannel(
        handler: ShortagePause(.milliseconds(200), logger: ShortagePauseTests.logger),
        loop: EmbeddedEventLoop()
    )

    init() throws {
        // Only what is open and connected is looked at.
        try listener.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// Whether the socket is looked at; nil while that was never changed.
    private var looks: Bool? {
        listener.options.lazy.compactMap { $0.value as? Bool }.first
    }

    private func fail(_ number: CInt) {
        listener.pipeline.fireErrorCaught(IOError(errnoCode: number, reason: "accept"))
    }

    @Test("does not look at its socket for a while, and then again", arguments: [EMFILE, ENFILE, ENOBUFS, ENOMEM])
    func pauses(number: CInt) {
        for _ in 0..<3 { fail(number) }
        listener.embeddedEventLoop.advanceTime(by: .milliseconds(199))
        #expect(looks == false)
        listener.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(looks == true)
        fail(number)
        #expect(looks == false)
    }

    @Test("goes on looking where a single caller is at fault", arguments: [ECONNABORTED, EPROTO])
    func single(number: CInt) {
        fail(number)
        #expect(looks == nil)
        #expect(throws: IOError.self) { try listener.throwIfErrorCaught() }
    }

    @Test("does not look at a socket again that was closed meanwhile")
    func closed() throws {
        fail(EMFILE)
        try listener.close().wait()
        listener.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(looks == false)
    }
}
