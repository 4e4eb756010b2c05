public import JSON
import MCP
import Registry

/// How a pretended server behaves: who it says it is, what it offers, how it answers, and what it does wrong.
///
/// A value, built like a sentence; nothing runs until it is served:
/// ```swift
/// let weather = MockServer("weather")
///     .speaking(.legacy)
///     .offering(
///         MockTool("forecast", "The weather of the next days.")
///             .taking("city", .string, "Name of the city")
///             .readOnly()
///             .answering(.text("Sunny in {{/city}}."))
///     )
///     .listing(pageSize: 10)
///     .failing("latency=200ms", seed: 7)
/// ```
public struct MockServer: Sendable {
    var info: Implementation
    var instructions: String?
    var revisions = MockRevisions.dual
    var capabilities: JSONObject = [:]
    var tools: [MockTool] = [] {
        didSet { writtenTools = WrittenTools() }
    }
    /// The same tools as text.
    private(set) var writtenTools = WrittenTools()
    var pageSize: Int?
    var announcesChanges = false
    var changes: [MockChange] = []
    var notifications: [MockNotification] = []
    var faults: [MockFault] = []
    /// What an entry says about the trouble it is in; empty for all other mocks.
    var entryReactions: [Reaction] = []
    /// Who looks at the credentials of requests over HTTP; nil for a mock of no entry.
    package var door: EntryDoor?
    /// For all that is random in its faults.
    package var seed: UInt64 = 1

    /// A sound server of both eras that offers nothing yet.
    public init(_ name: String, version: String = "1.0.0", title: String? = nil) {
        info = Implementation(name: name, version: version, title: title)
    }
}

extension MockServer {
    /// Says which revisions it serves; without this, all of them.
    public func speaking(_ revisions: MockRevisions) -> MockServer {
        changed { $0.revisions = revisions }
    }

    /// Gives the advice that a model gets with the handshake.
    public func instructing(_ instructions: String) -> MockServer {
        changed { $0.instructions = instructions }
    }

    /// Adds tools, listed in this order; a tool of the same name is replaced.
    public func offering(_ tools: MockTool...) -> MockServer {
        changed { server in
            for tool in tools { server.add(tool) }
        }
    }

    /// Declares a capability in words of the protocol, beside `tools`, which it declares by itself.
    public func declaring(_ capability: String, _ settings: JSONObject = [:]) -> MockServer {
        changed { $0.capabilities[capability] = .object(settings) }
    }

    /// Lists so many tools per page, at least one; without this, all are on one page.
    public func listing(pageSize: Int) -> MockServer {
        changed { $0.pageSize = max(1, pageSize) }
    }

    /// Changes the list of tools during a session, and tells the client.
    public func changing(_ change: MockChange) -> MockServer {
        changed { server in
            server.changes.append(change)
            server.announcesChanges = true
        }
    }

    /// Declares that it announces changes of its tools, whether or not any happen.
    public func announcingChanges() -> MockServer {
        changed { $0.announcesChanges = true }
    }

    /// Sends a notification of its own.
    public func notifying(_ notification: MockNotification) -> MockServer {
        changed { $0.notifications.append(notification) }
    }

    func changed(_ change: (inout MockServer) -> Void) -> MockServer {
        var copy = self
        change(&copy)
        return copy
    }

    mutating func add(_ tool: MockTool) {
        if let place = tools.firstIndex(where: { $0.name == tool.name }) {
            tools[place] = tool
        } else {
            tools.append(tool)
        }
    }
}
