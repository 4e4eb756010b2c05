import Conformance
import Health
import JSON
import Registry

/// One fact of an entry, changed mechanically, and the checks that are about it.
struct EntryMutation {
    enum Kind: String, CaseIterable, Sendable {
        case toolRenamed, argumentDropped, wordsChanged, probeChanged
    }

    let entry: Integration
    let server: IntegrationServer
    /// The entry with the change.
    let changed: Integration
    /// What a contributor has to be told: the name of the thing that was changed.
    let thing: String
    /// Must fail.
    let wanted: CheckID
    /// May fail as well, because they are about the same fact.
    let allowed: Set<CheckID>

    /// The change at the first server that has such a fact; nil where none has.
    init?(_ kind: Kind, of entry: Integration) {
        for server in entry.servers {
            guard let made = Self.make(kind, entry, server) else { continue }
            self = made
            return
        }
        return nil
    }

    private init(
        _ entry: Integration,
        _ server: IntegrationServer,
        _ changed: Integration,
        thing: String,
        _ wanted: CheckID,
        allowing allowed: Set<CheckID> = []
    ) {
        (self.entry, self.server, self.changed) = (entry, server, changed)
        (self.thing, self.wanted, self.allowed) = (thing, wanted, allowed.union([wanted]))
    }

    private static func make(_ kind: Kind, _ entry: Integration, _ server: IntegrationServer) -> EntryMutation? {
        switch kind {
        case .toolRenamed:
            guard let tool = spareTool(entry, server, where: { _ in true }) ?? entry.listedTools(of: server).first
            else { return nil }
            let changed = withTool(tool.name, of: server, in: entry) { $0.name += "_of_old" }
            return EntryMutation(entry, server, changed, thing: tool.name + "_of_old", "TOOLS-ENTRY-NAMES")
        case .argumentDropped:
            if let tool = spareTool(entry, server, where: { !($0.required ?? []).isEmpty }) {
                let changed = withTool(tool.name, of: server, in: entry) { $0.required?.removeFirst() }
                return EntryMutation(entry, server, changed, thing: tool.required?.first ?? "", "TOOLS-ENTRY-ARGUMENTS")
            }
            // Where no argument is known to be required, one is believed to be.
            guard let tool = spareTool(entry, server, where: { _ in true }) ?? entry.listedTools(of: server).first
            else { return nil }
            let changed = withTool(tool.name, of: server, in: entry) { $0.required = ($0.required ?? []) + ["of_old"] }
            return EntryMutation(entry, server, changed, thing: "of_old", "TOOLS-ENTRY-ARGUMENTS")
        case .wordsChanged:
            return wordsChanged(entry, server)
        case .probeChanged:
            var changed = entry
            let index = entry.servers.firstIndex { $0.id == server.id } ?? 0
            // Where none is known, one is believed in.
            var other = entry.probe(of: server) ?? Probe("who_am_i")
            other.tool += "_of_old"
            changed.servers[index].probe = other
            return EntryMutation(
                entry,
                server,
                changed,
                thing: other.tool,
                "TOOLS-ENTRY-PROBE",
                allowing: ["REG-REACTIONS"]
            )
        }
    }

    private static func wordsChanged(_ entry: Integration, _ server: IntegrationServer) -> EntryMutation? {
        let index = entry.servers.firstIndex { $0.id == server.id } ?? 0
        let hasProbe = entry.probe(of: server) != nil
        let rows = ReactionExpectation.all(of: entry, server: server)
        let isQuoted = { (cause: ReactionCause) in
            rows.contains { $0.cause == cause && $0.outcome.evidence.excerpt?.isEmpty == false }
        }
        // Where a server says nothing, it is believed to say something.
        let causes = ReactionCause.allCases.filter(isQuoted) + ReactionCause.allCases.filter { !isQuoted($0) }
        for cause in causes {
            // Only what a contact meets can be told from what it was.
            let met = rows.filter { $0.cause == cause }
            guard var reactions = server.reactions[cause], !met.isEmpty,
                met.allSatisfy({ $0.reaction.how != .silent }),
                met.allSatisfy({
                    $0.reaction.when != .call || hasProbe && [nil, .complete].contains($0.reaction.listing)
                })
            else { continue }
            for place in reactions.indices {
                if reactions[place].text == nil, reactions[place].body != nil {
                    reactions[place].body = ["words": "of old"]
                } else {
                    reactions[place].text = "Words of old"
                }
            }
            var changed = entry
            changed.servers[index].reactions[cause] = reactions
            return EntryMutation(entry, server, changed, thing: "of old", "AUTH-TEXT", allowing: ["REG-REACTIONS"])
        }
        return nil
    }

    /// A listed tool that nothing calls.
    private static func spareTool(
        _ entry: Integration,
        _ server: IntegrationServer,
        where fits: (ToolFacts) -> Bool
    ) -> ToolFacts? {
        let called = Set(
            [entry.probe(of: server)?.tool, EntrySubject(entry, server).harmlessCall?.tool].compactMap(\.self)
        )
        return entry.listedTools(of: server).first { !called.contains($0.name) && fits($0) }
    }

    private static func withTool(
        _ name: String,
        of server: IntegrationServer,
        in entry: Integration,
        change: (inout ToolFacts) -> Void
    ) -> Integration {
        var changed = entry
        let index = entry.servers.firstIndex { $0.id == server.id } ?? 0
        if var tools = entry.servers[index].tools {
            for place in tools.indices where tools[place].name == name { change(&tools[place]) }
            changed.servers[index].tools = tools
        } else if let place = entry.tools.firstIndex(where: { $0.name == name }) {
            change(&changed.tools[place])
        }
        return changed
    }
}
