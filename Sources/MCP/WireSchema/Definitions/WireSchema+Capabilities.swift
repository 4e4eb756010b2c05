/// What each side says it can do, and who it is.
extension WireSchema {
    static let capabilities: [WireDefinition] = [
        .object("ClientCapabilities", experimental)
            .optional("roots", .object([listChanged]), through: .november2025)
            .optional("roots", .open, since: .july2026)
            .optional("sampling", modes("context", "tools"))
            .optional("elicitation", modes("form", "url"), since: .june2025)
            .optional("tasks", taskSupport(clientTasks), since: .november2025, through: .november2025),
        .object("ServerCapabilities", experimental)
            .optional("logging", .open)
            .optional("completions", .open, since: .march2025)
            .optional("prompts", .object([listChanged]))
            .optional("resources", .object([listChanged, .optional("subscribe", .boolean)]))
            .optional("tools", .object([listChanged]))
            .optional("tasks", taskSupport(serverTasks), since: .november2025, through: .november2025),
        .object("Implementation", named, icons)
            .required("version", .string)
            .optional("description", .string, since: .november2025)
            .optional("websiteUrl", .uri, since: .november2025),
        .object("BaseMetadata", named).since(.june2025),
        .object("Icons", icons).since(.november2025),
        .object("Icon").since(.november2025)
            .required("src", .uri)
            .optional("mimeType", .string)
            .optional("sizes", .strings)
            .optional("theme", .choice(["light", "dark"])),
    ]

    private static let listChanged = WireMember.optional("listChanged", .boolean)

    private static let experimental: [WireMember] = [
        .optional("experimental", .map(.open)),
        .optional("extensions", .map(.open), since: .july2026),
    ]

    private static let clientTasks: [WireMember] = [
        .optional("sampling", .object([.optional("createMessage", .open)])),
        .optional("elicitation", .object([.optional("create", .open)])),
    ]

    private static let serverTasks: [WireMember] = [.optional("tools", .object([.optional("call", .open)]))]

    private static func taskSupport(_ requests: [WireMember]) -> WireType {
        .object([.optional("list", .open), .optional("cancel", .open), .optional("requests", .object(requests))])
    }

    /// A capability that has named modes since November 2025 and was one thing before.
    private static func modes(_ names: String...) -> WireType {
        .object(names.map { .optional($0, .open, since: .november2025) })
    }
}
