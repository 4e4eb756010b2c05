import Gateway

/// Where agents find the tools of each integration, as all roles have it at one moment.
struct OfferBook: Sendable, Hashable {
    /// What each role finds of each integration at its endpoint.
    let standings: [String: [String: RoleCatalogue.Standing]]
    /// The roles that have an integration, in the order of the registry.
    let roles: [String: [String]]

    /// Whether the tools of an integration are where agents look for them, and in words.
    func effective(_ id: String) -> (holds: Bool?, detail: String) {
        guard let roles = roles[id] else { return (nil, "no role has it") }
        let good = roles.filter { standings[$0]?[id]?.isCallable == true }
        if !good.isEmpty {
            let tools = good.compactMap { standings[$0]?[id]?.tools }.max() ?? 0
            return (true, "\(tools) tools are listed at \(good.joined(separator: ", "))")
        }
        let found = roles.lazy.compactMap { standings[$0]?[id] }.first
        return (false, "listed at none of \(roles.joined(separator: ", ")): \(Self.words(found))")
    }

    static func words(_ standing: RoleCatalogue.Standing?) -> String {
        guard let standing else { return "it is not run" }
        if let cause = standing.cause { return "it \(cause)" }
        if standing.tools > 0 {
            return standing.held == 0
                ? "\(standing.tools) tools" : "\(standing.tools) tools, and \(standing.held) wait for review"
        }
        if standing.held > 0 { return "\(standing.held) tools wait for review: openwork tools review" }
        return standing.refused > 0 ? "the role's rules allow none of its \(standing.refused) tools" : "it has no tools"
    }
}
