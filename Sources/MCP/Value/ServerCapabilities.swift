package import JSON

/// What a server declares it offers; unknown members are kept.
package struct ServerCapabilities: Sendable, Hashable {
    /// The declaration as it stands in a message.
    package private(set) var object: JSONObject

    /// Declares the given members.
    package init(_ object: JSONObject = [:]) {
        self.object = object
    }

    /// Reads a declaration: an object in which every known member, where present, is an object.
    package init(json: JSONValue) throws(ShapeError) {
        try self.init(json: json, at: [])
    }

    init(json: JSONValue, at tokens: [String]) throws(ShapeError) {
        let reader = try ObjectReader(json, at: tokens)
        for member in Self.known { _ = try reader.optional(member, .object) }
        object = reader.object
    }

    private static let known = [
        "tools", "resources", "prompts", "logging", "completions", "experimental", "extensions", "tasks",
    ]

    /// Whether the member is there; null counts as not declared.
    package func declares(_ capability: String) -> Bool {
        object[capability].map { !$0.isNull } ?? false
    }

    /// The declaration as a value.
    package var json: JSONValue { .object(object) }

    /// The declaration without what a revision does not have: each form of tasks belongs to one.
    func json(for revision: ProtocolRevision) -> JSONValue {
        var declared = object
        if revision != .november2025 { declared["tasks"] = nil }
        guard revision.era == .legacy, var extensions = object["extensions"]?.objectValue,
            extensions[TaskExtension.name] != nil
        else { return .object(declared) }
        extensions[TaskExtension.name] = nil
        declared["extensions"] = extensions.isEmpty ? nil : .object(extensions)
        return .object(declared)
    }

    /// 2025-11-25: whether a call of a tool may become a task.
    package var runsToolsAsTasks: Bool { object["tasks"]?["requests"]?["tools"]?["call"] != nil }

    /// 2025-11-25: whether tasks may be cancelled.
    package var cancelsTasks: Bool { object["tasks"]?["cancel"] != nil }

    /// Whether tools can be listed and called.
    package var supportsTools: Bool { declares("tools") }

    /// Whether resources can be listed and read.
    package var supportsResources: Bool { declares("resources") }

    /// Whether prompts can be listed and filled in.
    package var supportsPrompts: Bool { declares("prompts") }

    /// Whether log messages may come.
    package var supportsLogging: Bool { declares("logging") }

    /// Whether arguments can be completed.
    package var supportsCompletions: Bool { declares("completions") }

    /// Whether single resources can be watched.
    package var supportsResourceSubscriptions: Bool { object["resources"]?["subscribe"] == true }

    /// Whether changes of a listing are announced.
    package func announcesChanges(of list: ChangedList) -> Bool {
        object[list.rawValue]?["listChanged"] == true
    }

    /// Whether changes of the tool list are announced.
    package var toolsListChanged: Bool { announcesChanges(of: .tools) }

    /// The settings of an extension; nil when it is not declared.
    package func settings(ofExtension name: String) -> JSONObject? {
        object["extensions"]?[name]?.objectValue
    }
}
