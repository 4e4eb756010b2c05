extension IntegrationServer {
    /// What the server does when this is wrong and this tool is called; nil when not known.
    ///
    /// Pass no tool for what happens before any is called.
    package func reaction(to cause: ReactionCause, tool: String? = nil) -> Reaction? {
        let known = reactions[cause] ?? []
        if let tool, let special = known.first(where: { $0.tools.contains(tool) }) { return special }
        return known.first { $0.tools.isEmpty }
    }
}
