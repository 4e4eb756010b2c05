import HTTPTypes
package import MCP
package import MCPHTTP
import MCPConnection

/// A server at an address: nothing is started, and each conversation is a connection of its own.
package struct HTTPHost<C: Clock<Duration>>: ServerHost {
    private let settings: HTTPClientSettings
    private let exchanger: any HTTPExchanger
    private let clock: C

    /// - Parameters:
    ///   - settings: The address, the credentials and the bounds of the transport.
    ///   - exchanger: Makes the requests.
    ///   - clock: Counts the bounds.
    package init(_ settings: HTTPClientSettings, exchanger: any HTTPExchanger, clock: C) {
        self.settings = settings
        self.exchanger = exchanger
        self.clock = clock
    }

    /// Everybody who waits for an answer over HTTP waits for it to the end.
    package var silenceMeansLegacy: Bool { false }

    /// The same with every revision on offer.
    package func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        await withServer(offering: .all, body)
    }

    /// Connects, and ends the connection, and with it a session, on every path.
    package func withServer(
        offering offer: RevisionOffer,
        _ body: @Sendable (HostedServer) async -> Void
    ) async -> HostingOutcome {
        let recorder = RecordingExchanger(exchanger)
        let channel = HTTPChannel(settings, offer: offer, exchanger: recorder, clock: clock)
        let door = HTTPDoor(settings, recorder, exchanger) { channel.transport }
        let isOver = AnswerBox<Bool>()
        await withTaskGroup { group in
            group.addTask {
                await channel.run()
                isOver.put(true)
            }
            await body(
                HostedServer(
                    channel: channel,
                    door: door,
                    obstacle: { obstacle(channel) },
                    loss: { HTTPHost.loss($0, channel) },
                    ended: { await isOver.take() ?? false }
                )
            )
            channel.close()
            channel.abandon()
        }
        return .ran(nil)
    }

    private func obstacle(_ channel: HTTPChannel) -> HostObstacle? {
        let hasCredentials = settings.fields[.authorization] != nil
        return channel.connectionFault.map {
            HostObstacle($0, at: settings.address, hasCredentials: hasCredentials)
        }
    }

    /// The words of the transport where it stands in for a server that did not answer.
    private static func loss(_ message: [UInt8], _ channel: HTTPChannel) -> String? {
        guard message.count < 8 << 10, case .single(let envelope) = try? IncomingMessage(parsing: message),
            case .error(_, let error) = envelope.kind
        else {
            return nil
        }
        return channel.fault(behind: error).map { "\($0)" }
    }
}
