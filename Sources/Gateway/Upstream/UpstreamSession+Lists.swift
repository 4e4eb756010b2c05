import JSON
import MCP
import MCPConnection
import Synchronization

extension UpstreamSession {
    /// How long a server may take for one page of a list.
    private static let pageBound = Duration.seconds(60)
    /// A server that says without end that its lists change is not asked without end: so many readings at once, and then
    /// one in each pause.
    private static let readingsAtOnce = 8.0
    private static let pauseBetweenReadings = Duration.milliseconds(250)
    /// One that does not stop is asked less and less often, down to this pause.
    private static let longestPauseBetweenReadings = Duration.seconds(8)
    /// How long lists wait for the server to agree that it tells of changes.
    private static let settlingBound = Duration.seconds(1)

    /// Whether a modern server is to tell of changes of its lists; one with sessions does so unasked.
    static func isTold(of client: Client) -> Bool {
        let declared = client.server.capabilities
        return client.server.era == .modern && ChangedList.allCases.contains { declared.announcesChanges(of: $0) }
    }

    /// Returns when lists may be read: what changes from now on is told, as far as the server does that.
    package func settled(_ opened: OpenedConnection) async {
        _ = await time.limit(to: Self.settlingBound) { await opened.subscribed.wait() }
    }

    /// Reads all lists once, and each again when the server says that it has changed.
    func keepLists(_ opened: OpenedConnection) async {
        await settled(opened)
        state.withLock { $0.hasRead = true }
        opened.stale.insert(ChangedList.allCases)
        var (allowance, last, pause) = (Self.readingsAtOnce, time.elapsed, Self.pauseBetweenReadings)
        var first = opened.tools
        await opened.stale.forEach { lists in
            let elsewhere = first
            first = nil
            await read(lists, of: opened.client, elsewhere)
            let now = time.elapsed
            let earned = allowance + (now - last) / Self.pauseBetweenReadings
            allowance = max(-1, min(Self.readingsAtOnce, earned) - 1)
            last = now
            guard allowance < 0 else {
                if allowance > Self.readingsAtOnce / 2 { pause = Self.pauseBetweenReadings }
                return
            }
            _ = await time.wait(pause)
            // The pause itself has earned nothing.
            last = time.elapsed
            pause = min(pause * 2, Self.longestPauseBetweenReadings)
        }
    }

    private func read(
        _ lists: Set<ChangedList>,
        of client: Client,
        _ elsewhere: OneShot<[JSONValue]?>? = nil
    ) async {
        do throws(ListingFailure) {
            var (read, lists) = (Lists(), lists)
            if client.server.capabilities.supportsTools, let tools = await elsewhere?.wait() ?? nil {
                read.tools = tools
                lists.remove(.tools)
            }
            for list in lists { try await read.read(list, of: client) }
            let conceal = state.withLock(\.conceal)
            (read.tools, read.prompts) = (read.tools?.map(conceal), read.prompts?.map(conceal))
            update { offer in
                read.put(into: &offer)
                offer.availability = .available
            }
        } catch {
            // What was listed before is better than nothing; without any list there is nothing to offer.
            guard !Task.isCancelled else { return }
            let fault = "\(error)"
            update { offer in
                if offer.isAvailable { return }
                offer.availability = .unavailable("does not list what it offers: \(fault)")
            }
        }
    }

    /// Lists as they were read; what was not read is nil.
    private struct Lists {
        var tools: [JSONValue]?
        var prompts: [JSONValue]?
        var resources: [JSONValue]?
        var templates: [JSONValue]?

        mutating func read(_ list: ChangedList, of client: Client) async throws(ListingFailure) {
            let declared = client.server.capabilities
            let options = RequestOptions(timeLimit: .within(UpstreamSession.pageBound))
            switch list {
            case .tools where declared.supportsTools:
                tools = try await client.list("tools/list", items: "tools", options: options)
            case .prompts where declared.supportsPrompts:
                prompts = try await client.list("prompts/list", items: "prompts", options: options)
            case .resources where declared.supportsResources:
                resources = try await client.list("resources/list", items: "resources", options: options)
                templates = try await Self.templates(of: client, options)
            case .tools: tools = []
            case .prompts: prompts = []
            case .resources: (resources, templates) = ([], [])
            }
        }

        /// Many servers have resources and answer no question for templates.
        private static func templates(
            of client: Client,
            _ options: RequestOptions
        ) async throws(ListingFailure) -> [JSONValue] {
            do throws(ListingFailure) {
                let method = "resources/templates/list"
                return try await client.list(method, items: "resourceTemplates", options: options)
            } catch {
                if case .request(let failure) = error, failure.serverError != nil { return [] }
                throw error
            }
        }

        func put(into offer: inout UpstreamOffer) {
            if let tools { offer.tools = tools }
            if let prompts { offer.prompts = prompts }
            if let resources { offer.resources = resources }
            if let templates { offer.templates = templates }
        }
    }
}
