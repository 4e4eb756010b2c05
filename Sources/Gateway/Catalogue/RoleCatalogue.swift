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

    private let toolNames: NameTable
    private let promptNames: NameTable
    private var toolsByKey: [String: OfferedItem] = [:]
    private var promptsByKey: [String: OfferedItem] = [:]
    private var offers: [String: UpstreamOffer] = [:]

    /// Nothing.
    package static let empty = RoleCatalogue([], policy: RolePolicy(), approvals: ToolApprovals())

    /// Puts together what integrations offer.
    package init(_ offers: [UpstreamOffer], policy: RolePolicy, approvals: ToolApprovals) {
        let offers = offers.sorted { $0.integration < $1.integration }
        self.offers = Dictionary(offers.map { ($0.integration, $0) }) { first, _ in first }
        let candidates = offers.flatMap { Candidate.all(in: $0, policy) }
        // What is down or waits for approval keeps its name, and so do the others.
        toolNames = NameTable(candidates.filter { $0.refusal == nil }.map(\.origin), limit: policy.names)
        promptNames = NameTable(offers.flatMap { Self.origins($0, $0.prompts) }, limit: policy.names)
        for candidate in candidates { add(candidate, policy, approvals) }
        tools.sort { $0.origin < $1.origin }
        withheld.sort { $0.origin < $1.origin }
        toolsByKey = Dictionary(tools.map { ($0.key, $0) }) { first, _ in first }
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

    private mutating func add(_ candidate: Candidate, _ policy: RolePolicy, _ approvals: ToolApprovals) {
        let name = toolNames[candidate.origin]
        func withhold(_ reason: WithheldTool.Reason) {
            withheld.append(WithheldTool(origin: candidate.origin, name: name, reason: reason))
        }
        if let refusal = candidate.refusal { return withhold(refusal) }
        let standing = approvals.standing(of: candidate.json, in: candidate.origin.integration)
        guard standing.isServed(policy.unapproved) else { return withhold(.standing(standing)) }
        if case .unavailable(let cause)? = offers[candidate.origin.integration]?.availability {
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

/// A tool of one integration before anybody has decided about it.
private struct Candidate {
    let origin: ToolOrigin
    let json: JSONValue
    /// Why it is not even named.
    var refusal: WithheldTool.Reason?

    static func all(in offer: UpstreamOffer, _ policy: RolePolicy) -> [Candidate] {
        var seen: Set<String> = []
        return offer.tools.compactMap { json in
            let own = json["name"]?.stringValue
            // Of several tools with one name nobody knows which a call would reach; the first stands for them.
            guard seen.insert(own ?? "").inserted else { return nil }
            return Candidate(ToolOrigin(integration: offer.integration, name: own ?? ""), json, offer, policy)
        }
    }

    private init(_ origin: ToolOrigin, _ json: JSONValue, _ offer: UpstreamOffer, _ policy: RolePolicy) {
        self.origin = origin
        self.json = json
        do throws(ShapeError) {
            let tool = try Tool(json: json)
            let entry = offer.readOnlyTools[origin.name]
            refusal = policy.refusal(of: origin, tool.annotations, isReadOnly: entry).map { .policy($0) }
            if refusal == nil, tool.taskSupport == "required" { refusal = .needsTasks }
        } catch {
            refusal = .unreadable("\(error)")
        }
    }
}
