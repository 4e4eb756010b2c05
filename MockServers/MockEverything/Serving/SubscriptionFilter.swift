import JSON
import MCP

/// Which changes a modern client wants to be told.
struct SubscriptionFilter: Sendable, Hashable {
    private let lists: Set<ChangedList>
    private let resources: [String]?
    /// The tasks a client wants to hear of, whosever they are.
    private(set) var tasks: [String]?

    /// Reads the wish of a client; kinds of changes that we do not know are left out.
    init(_ wanted: JSONObject) throws(ErrorObject) {
        var lists: Set<ChangedList> = []
        for list in ChangedList.allCases {
            guard let value = wanted[Self.member(list)] else { continue }
            guard let isWanted = value.boolValue else { throw .invalidParams("\(Self.member(list)) is not a boolean") }
            if isWanted { lists.insert(list) }
        }
        self.lists = lists
        resources = try Self.strings("resourceSubscriptions", wanted)
        tasks = try Self.strings("taskIds", wanted)
    }

    private static func strings(_ member: String, _ wanted: JSONObject) throws(ErrorObject) -> [String]? {
        guard let value = wanted[member] else { return nil }
        guard let items = value.arrayValue, case let texts = items.compactMap(\.stringValue), texts.count == items.count
        else {
            throw .invalidParams("\(member) is not a list of strings")
        }
        return texts
    }

    /// The same wish without the tasks that are not the client's.
    func keeping(tasks isOwn: (String) -> Bool) -> SubscriptionFilter {
        var filter = self
        filter.tasks = tasks?.filter(isOwn)
        return filter
    }

    private static func member(_ list: ChangedList) -> String { "\(list.rawValue)ListChanged" }

    /// What we agree to.
    var json: JSONObject {
        var object = JSONObject()
        for list in ChangedList.allCases where lists.contains(list) { object[Self.member(list)] = true }
        object["resourceSubscriptions"] = resources.map { .array($0.map { .string($0) }) }
        object["taskIds"] = tasks.map { .array($0.map { .string($0) }) }
        return object
    }

    /// The notification a change is worth; nil when it was not asked for.
    func notification(
        of change: EverythingChange,
        task: (String) -> TaskDetails? = { _ in nil }
    ) -> Notification? {
        switch change {
        case .list(let list): lists.contains(list) ? Notification(method: list.notificationMethod) : nil
        case .task(let id): tasks?.contains(id) == true ? task(id)?.notification : nil
        case .resource(let uri): resources?.contains(uri) == true ? .resourceUpdated(uri) : nil
        }
    }
}
