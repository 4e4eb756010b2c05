import JSON
import MCP

/// Which changes a modern client wants to be told.
struct SubscriptionFilter: Sendable, Hashable {
    private let lists: Set<ChangedList>
    private let resources: [String]?

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
            resources = nil
            return
        }
        guard let items = value.arrayValue, case let uris = items.compactMap(\.stringValue), uris.count == items.count
        else {
            throw .invalidParams("resourceSubscriptions is not a list of strings")
        }
        resources = uris
    }

    private static func member(_ list: ChangedList) -> String { "\(list.rawValue)ListChanged" }

    /// What we agree to.
    var json: JSONObject {
        var object = JSONObject()
        for list in ChangedList.allCases where lists.contains(list) { object[Self.member(list)] = true }
        object["resourceSubscriptions"] = resources.map { .array($0.map { .string($0) }) }
        return object
    }

    /// The notification a change is worth; nil when it was not asked for.
    func notification(of change: ChangeFeed.Change) -> Notification? {
        switch change {
        case .list(let list): lists.contains(list) ? Notification(method: list.notificationMethod) : nil
        case .resource(let uri): resources?.contains(uri) == true ? .resourceUpdated(uri) : nil
        }
    }
}
