import Fixtures
import Redaction
import JSON
import MCP
import MCPConnection
import MCPHTTP

/// The tools that a live server lists now, with what it says of itself.
struct LiveListing: Sendable {
    /// Why there is no list, in one sentence.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// As listed, without the secrets that the server was given.
    var tools: [JSONValue]
    /// Whether a second listing came in the same order.
    var hasOrder: Bool
    var revision: String
    var info: Implementation?

    /// Connects, lists twice, and lets the server go.
    static func of(_ live: LiveServer) async throws -> LiveListing {
        switch live.way {
        case .command(let server):
            let run: ClientRun<Result<LiveListing, ListingFailure>>
            do throws(LaunchError) {
                run = try await withStdioClient(
                    server,
                    configuration: live.configuration,
                    clock: ContinuousClock()
                ) { client in await list(client, live.scrubber) }
            } catch {
                throw Failure(description: "\(error)")
            }
            return try settled(run.outcome, live)
        case .address(let settings):
            let run = try await HTTPPool.with { pool in
                await withHTTPClient(
                    settings,
                    exchanger: pool,
                    configuration: live.configuration,
                    clock: ContinuousClock()
                ) { client, _ in await list(client, live.scrubber) }
            }
            return try settled(run.run.outcome, live)
        }
    }

    private static func list(_ client: Client, _ scrubber: Scrubber) async -> Result<LiveListing, ListingFailure> {
        do throws(ListingFailure) {
            let tools = try await client.list("tools/list", items: "tools")
            let names = tools.map { $0["name"] }
            var hasOrder = true
            if tools.count > 1 {
                // One that cannot list again has been heard once, and that is enough.
                let again = (try? await client.list("tools/list", items: "tools")) ?? tools
                hasOrder = again.map { $0["name"] } == names
            }
            var scrubber = scrubber
            return .success(
                LiveListing(
                    tools: tools.map { scrubber.value($0) },
                    hasOrder: hasOrder,
                    revision: client.server.revision.rawValue,
                    info: client.server.info
                )
            )
        } catch {
            return .failure(error)
        }
    }

    private static func settled(
        _ outcome: Result<Result<LiveListing, ListingFailure>, any Error>,
        _ live: LiveServer
    ) throws -> LiveListing {
        do {
            return try outcome.get().get()
        } catch {
            var scrubber = live.scrubber
            throw Failure(description: scrubber.text("\(error)"))
        }
    }
}
