extension RoleCatalogue {
    /// What an integration comes to at a role's endpoint.
    package struct Standing: Sendable, Hashable {
        /// Tools that are listed and can be called.
        package var tools = 0
        /// Tools that wait for somebody to look at them.
        package var held = 0
        /// Tools that the role may not use, or that cannot be offered.
        package var refused = 0
        /// Why none can be called; nil while the integration is available.
        package var cause: String?

        /// Whether agents find it there: a tool that can be called, or that it is there and has none.
        package var isCallable: Bool { cause == nil && (tools > 0 || held + refused == 0) }
    }

    static func standings(
        _ offers: [UpstreamOffer],
        _ tools: [OfferedItem],
        _ withheld: [WithheldTool]
    ) -> [String: Standing] {
        var standings: [String: Standing] = [:]
        for offer in offers {
            var standing = Standing()
            if case .unavailable(let cause) = offer.availability { standing.cause = cause }
            standings[offer.integration] = standing
        }
        for tool in tools { standings[tool.origin.integration]?.tools += 1 }
        for tool in withheld {
            switch tool.reason {
            case .standing: standings[tool.origin.integration]?.held += 1
            case .policy, .needsTasks, .unreadable: standings[tool.origin.integration]?.refused += 1
            case .unavailable: break
            }
        }
        return standings
    }
}
