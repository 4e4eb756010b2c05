import JSON
package import MCP
import Vetting

/// Everything that a role is offered, put together from what its integrations offer; a value, made anew after a change.
///
/// Sorted by integration and name, whatever the order of configuration: a list that stays the same reads the same.
package struct RoleCatalogue: Sendable, Hashable {
    /// Tools that can be called.
    package private(set) var tools: [OfferedItem] = []
    /// Prompts that can be asked for.
    package private(set) var prompts: [OfferedItem] = []
    /// Resources that can be read; of several with one URI that of the first integration by name.
    package private(set) var resources: [OfferedItem] = []
    /// Templates of resources, likewise.
    package private(set) var templates: [OfferedItem] = []
    /// Tools that are known and not offered.
    package private(set) var withheld: [WithheldTool] = []

    /// What each integration comes to, by its id.
    package private(set) var standings: [String: Standing] = [:]

    private let toolNames: NameTable
    private let promptNames: NameTable
    private var toolsByKey: [String: OfferedItem] = [:]
    private var promptsByKey: [String: OfferedItem] = [:]
    private var offers: [String: UpstreamOffer] = [:]
    private var assessments = ToolAssessments()

    /// Nothing.
    package static let empty = RoleCatalogue([], policy: RolePolicy(), approvals: ToolApprovals())

    /// Puts together what integrations offer; what was found out for a former catalogue is not found out again.
    package init(
        _ offers: [UpstreamOffer],
        policy: RolePolicy,
        approvals: ToolApprovals,
        after former: RoleCatalogue? = nil
    ) {
        let offers = offers.sorted { $0.integration < $1.integration }
        self.offers = Dictionary(offers.map { ($0.integration, $0) }) { first, _ in first }
        var assessments = ToolAssessments()
        for offer in offers {
            assessments.assess(offer, policy, approvals.only(offer.integration), after: former?.assessments)
        }
        let candidates = offers.flatMap { assessments[$0.integration] }
        self.assessments = assessments
        // What is down or waits for approval keeps its name, and so do the others.
        toolNames = NameTable(candidates.filter { $0.refusal == nil }.map(\.origin), limit: policy.names)
        promptNames = NameTable(offers.flatMap { Self.origins($0, $0.prompts) }, limit: policy.names)
        for candidate in candidates { add(candidate, policy) }
        tools.sort { $0.origin < $1.origin }
        withheld.sort { $0.origin < $1.origin }
        toolsByKey = Dictionary(tools.map { ($0.key, $0) }) { first, _ in first }
        standings = Self.standings(offers, tools, withheld)
        addPrompts(offers)
        resources = Self.resources(offers, \.resources, "uri")
        templates = Self.resources(offers, \.templates, "uriTemplate")
    }

    // MARK: Finding

    /// The tool that agents call so.
    package func tool(_ name: String) -> OfferedItem? { toolsByKey[name] }

    /// The prompt that agents call so.
    package func prompt(_ name: String) -> OfferedItem? { promptsByKey[name] }

    /// Why a tool that agents once called so cannot be called; nil for a name that nobody has.
    package func absence(of name: String) -> WithheldTool? { withheld.first { $0.name == name } }

    /// What an integration offers.
    package func offer(of integration: String) -> UpstreamOffer? { offers[integration] }

    /// The integrations, by name.
    package var integrations: [String] { offers.keys.sorted() }

    /// The integration that a resource is read from.
    ///
    /// Servers mention resources that they do not list, so after lists and templates the scheme decides, where only one
    /// integration uses it, and where only one has resources at all, that is it.
    package func integration(ofResource uri: String) -> String? {
        if let listed = resources.first(where: { $0.key == uri }) { return listed.origin.integration }
        if let template = templates.first(where: { ResourceTemplatePattern($0.key).matches(uri) }) {
            return template.origin.integration
        }
        let able = offers.values.filter { $0.isAvailable && $0.capabilities.supportsResources }
        let scheme = uri.prefix { $0 != ":" } + ":"
        let sharing = Set((resources + templates).filter { $0.key.hasPrefix(scheme) }.map(\.origin.integration))
        if sharing.count == 1 { return sharing.first }
        return able.count == 1 ? able.first?.integration : nil
    }

    /// The lists in which this one differs from another.
    package func changes(from old: RoleCatalogue) -> Set<ChangedList> {
        var changed: Set<ChangedList> = []
        if tools != old.tools { changed.insert(.tools) }
        if prompts != old.prompts { changed.insert(.prompts) }
        if resources != old.resources || templates != old.templates { changed.insert(.resources) }
        return changed
    }

    // MARK: Putting together

    private mutating func add(_ candidate: AssessedTool, _ policy: RolePolicy) {
        let name = toolNames[candidate.origin]
        func withhold(_ reason: WithheldTool.Reason) {
            withheld.append(WithheldTool(origin: candidate.origin, name: name, reason: reason))
        }
        if let refusal = candidate.refusal { return withhold(refusal) }
        let standing = candidate.standing
        guard standing.isServed(policy.unapproved) else { return withhold(.standing(standing)) }
        if let offer = offers[candidate.origin.integration], case .unavailable(let cause) = offer.availability,
            !offer.standIns.contains(candidate.origin.name)
        {
            return withhold(.unavailable(cause))
        }
        guard let name, var object = candidate.json.objectValue else { return }
        object["name"] = .string(name)
        tools.append(OfferedItem(candidate.origin, key: name, json: .object(object)))
    }

    private mutating func addPrompts(_ offers: [UpstreamOffer]) {
        for offer in offers where offer.isAvailable {
            var seen: Set<String> = []
            for json in offer.prompts {
                guard let own = json["name"]?.stringValue, var object = json.objectValue, seen.insert(own).inserted
                else { continue }
                let origin = ToolOrigin(integration: offer.integration, name: own)
                let key = promptNames[origin] ?? own
                object["name"] = .string(key)
                prompts.append(OfferedItem(origin, key: key, json: .object(object)))
            }
        }
        prompts.sort { $0.origin < $1.origin }
        promptsByKey = Dictionary(prompts.map { ($0.key, $0) }) { first, _ in first }
    }

    private static func origins(_ offer: UpstreamOffer, _ items: [JSONValue]) -> [ToolOrigin] {
        items.compactMap { $0["name"]?.stringValue }.map { ToolOrigin(integration: offer.integration, name: $0) }
    }

    private static func resources(
        _ offers: [UpstreamOffer],
        _ list: (UpstreamOffer) -> [JSONValue],
        _ member: String
    ) -> [OfferedItem] {
        var seen: Set<String> = []
        let items = offers.filter(\.isAvailable).flatMap { offer in
            list(offer).compactMap { json -> OfferedItem? in
                guard let key = json[member]?.stringValue, seen.insert(key).inserted else { return nil }
                return OfferedItem(ToolOrigin(integration: offer.integration, name: key), key: key, json: json)
            }
        }
        return items.sorted { $0.origin < $1.origin }
    }
}
