import JSON
import JSONSchema
import Registry
import Wording

/// What a server lists, held against what its entry says of it.
extension EntryCheck {
    static let entryTools = EntryCheck(
        "TOOLS-ENTRY-NAMES",
        "A server lists the tools that its entry names",
        requirement: "The names listed are those of the entry; where that is said to be complete, there are no others.",
        reason: "Agents are promised the tools of the entry, and users approve what they read there.",
        method: "tools/list without any setting but the required ones, compared with the entry name by name.",
        twin: "A server in which a tool was renamed.",
        needs: [.session]
    ) { record in
        withListing(record) { listed in
            let subject = record.subject
            let known = subject.integration.listedTools(of: subject.server).map(\.name)
            let missing = known.filter { listed[$0] == nil }
            let all = Set(subject.integration.tools(of: subject.server).map(\.name))
            let isComplete = subject.integration.hasAllTools(of: subject.server)
            let added = isComplete ? listed.keys.filter { !all.contains($0) }.sorted() : []
            guard !missing.isEmpty || !added.isEmpty else { return .passed }
            var parts: [String] = []
            if !missing.isEmpty {
                let hints = missing.prefix(3).map { name in
                    NearestName.of(name, among: added).map { "\(name) (now \($0)?)" } ?? name
                }
                parts.append("not listed: \(hints.joined(separator: ", "))\(missing.count > 3 ? "…" : "")")
            }
            if !added.isEmpty {
                let names = added.prefix(3).joined(separator: ", ")
                parts.append("not in the entry: \(names)\(added.count > 3 ? "…" : "")")
            }
            return .failed(
                expected: "the \(known.count) tools of \(subject.place("tools"))",
                actual: parts.joined(separator: "; ") + ": correct the names there, or report the server"
            )
        }
    }

    static let entryArguments = EntryCheck(
        "TOOLS-ENTRY-ARGUMENTS",
        "Tools take the arguments that the entry names",
        requirement: "Where the entry knows the arguments of a tool, the schema requires and allows the same.",
        reason: "A call that leaves out a required argument fails in front of the user.",
        method: "The properties and the required names of each input schema are compared with the entry.",
        twin: "A server that requires an argument which the entry does not know.",
        needs: [.session]
    ) { record in
        withListing(record) { listed in
            var faults: [String] = []
            for facts in record.subject.integration.listedTools(of: record.subject.server) {
                guard let schema = listed[facts.name]?["inputSchema"], let required = facts.required else { continue }
                let theirs = Set(schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [])
                let ours = Set(required)
                for name in theirs.subtracting(ours).sorted() { faults.append("\(facts.name) requires \(name)") }
                for name in ours.subtracting(theirs).sorted() {
                    faults.append("\(facts.name) does not require \(name)")
                }
                guard let optional = facts.optional else { continue }
                let properties = Set(schema["properties"]?.objectValue?.keys ?? [])
                let known = ours.union(optional)
                for name in properties.subtracting(known).subtracting(theirs).sorted() {
                    faults.append("\(facts.name) takes \(name), too")
                }
                for name in Set(optional).subtracting(properties).sorted() {
                    faults.append("\(facts.name) does not take \(name)")
                }
            }
            guard !faults.isEmpty else { return .passed }
            let more = faults.count > 3 ? " and \(faults.count - 3) more" : ""
            return .failed(
                expected: "the arguments of \(record.subject.place("tools"))",
                actual: faults.prefix(3).joined(separator: "; ") + more + ": correct required and optional there"
            )
        }
    }

    static let entryReadOnly = EntryCheck(
        "TOOLS-ENTRY-READ-ONLY",
        "Tools say whether they change anything as the entry does",
        requirement: "Where the entry knows whether a tool is read-only, the annotation does not contradict it.",
        reason: "What an agent may do without asking rests on this one word.",
        method: "readOnlyHint of each tool is compared with the entry; a tool without it contradicts nothing.",
        twin: "A server that calls a writing tool read-only.",
        needs: [.session]
    ) { record in
        withListing(record) { listed in
            let wrong = record.subject.integration.listedTools(of: record.subject.server).filter { facts in
                guard let ours = facts.isReadOnly, let tool = listed[facts.name] else { return false }
                return tool["annotations"]?["readOnlyHint"]?.boolValue.map { $0 != ours } ?? false
            }
            guard let first = wrong.first else { return .passed }
            return .failed(
                expected: "readOnlyHint \(first.isReadOnly == true) for \(first.name), as in "
                    + record.subject.place("tools"),
                actual: "the opposite\(wrong.count > 1 ? ", and of \(wrong.count - 1) more tools" : "")"
            )
        }
    }

    static let entryProbe = EntryCheck(
        "TOOLS-ENTRY-PROBE",
        "The probe calls a tool that is there, as its schema allows",
        requirement: "The probe's tool is listed, and the probe's arguments fit its input schema.",
        reason: "A probe that cannot be called proves nothing, and the integration never shows green.",
        method: "The probe is looked up in the list, and its arguments are held against the schema.",
        twin: "An entry whose probe names a tool that was renamed.",
        needs: [.session]
    ) { record in
        guard let probe = record.subject.probe else { return .notApplicable("the entry names no probe") }
        return withListing(record) { listed in
            guard let tool = listed[probe.tool] else {
                let nearest = NearestName.of(probe.tool, among: Array(listed.keys).sorted())
                return .failed(
                    expected: "the tool \(probe.tool) of \(record.subject.place("probe"))",
                    actual: "no such tool is listed\(nearest.map { ", did you mean \($0)?" } ?? "")"
                )
            }
            // Values that the user configures are not known here: any text stands for them.
            let schema = tool["inputSchema"].flatMap { try? JSONSchema($0) }
            guard let violation = schema?.validate(.object(probe.arguments)).first else { return .passed }
            return .failed(
                expected: "arguments that fit \(probe.tool)",
                actual: "\(violation): correct \(record.subject.place("probe")).arguments"
            )
        }
    }

    private static func withListing(
        _ record: EntryRecord,
        _ judge: ([String: JSONValue]) -> Verdict
    ) -> Verdict {
        if let obstacle = record.untriedConversation { return obstacle }
        guard let session = record.session else {
            return record.untriedConversation ?? .incomplete("the server was not spoken to")
        }
        return session.listing(.firstListing) { listing in
            let named = listing.tools.compactMap { tool in tool["name"]?.stringValue.map { ($0, tool) } }
            return judge(Dictionary(named) { first, _ in first })
        }
    }
}

extension EntrySubject {
    /// Where something stands in the entry, for those who have to correct it.
    func place(_ member: String) -> String {
        let isOwn =
            switch member {
            case "tools": server.tools != nil
            case "probe": server.probe != nil
            default: true
            }
        let index = integration.servers.firstIndex { $0.id == server.id } ?? 0
        return isOwn ? "\(integration.id): servers[\(index)].\(member)" : "\(integration.id): \(member)"
    }
}
