import JSON
import MCP

/// What a modern client wants to be told on one subscription.
struct ListenFilter: Sendable, Hashable {
    private let lists: Set<ChangedList>
    /// Nil where the client names no resources at all.
    private(set) var resources: Set<String>?

    private let order: [String]

    /// Reads the wish of a client; kinds of changes that we do not know are left out.
    init(_ wanted: JSONObject) throws(ErrorObject) {
        var lists: Set<ChangedList> = []
        for list in ChangedList.allCases {
            guard let value = wanted[Self.member(list)] else { continue }
            guard let isWanted = value.boolValue else { throw .invalidParams("\(Self.member(list)) is not a boolean") }
            if isWanted { lists.insert(list) }
        }
        self.lists = lists
        guard let value = wanted["resourceSubscriptions"] else {
            order = []
            return
        }
        guard let items = value.arrayValue, case let uris = items.compactMap(\.stringValue), uris.count == items.count
        else { throw .invalidParams("resourceSubscriptions is not a list of strings") }
        order = uris
        resources = Set(uris)
    }

    /// The same without resources that cannot be watched.
    func keeping(_ uris: Set<String>) -> ListenFilter {
        var copy = self
        copy.resources = resources?.intersection(uris)
        return copy
    }

    private static func member(_ list: ChangedList) -> String { "\(list.rawValue)ListChanged" }

    /// What we agree to.
    var json: JSONObject {
        var object = JSONObject()
        for list in ChangedList.allCases where lists.contains(list) { object[Self.member(list)] = true }
        object["resourceSubscriptions"] = resources.map { kept in
            .array(order.filter(kept.contains).map { .string($0) })
        }
        return object
    }

    /// The notification an event is worth; nil when it was not asked for.
    func notification(of event: RoleEvent) -> MCP.Notification? {
        switch event {
        case .list(let list): lists.contains(list) ? MCP.Notification(method: list.notificationMethod) : nil
        case .resource(let uri): resources?.contains(uri) == true ? .resourceUpdated(uri) : nil
        case .message: nil
        }
    }
}

extension MCP.Notification {
    static func resourceUpdated(_ uri: String) -> MCP.Notification {
        MCP.Notification(method: "notifications/resources/updated", params: ["uri": .string(uri)])
    }
}
