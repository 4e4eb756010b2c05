import JSON
import MCP
package import Registry

extension MockServer {
    /// Plays one server of a registry entry from its facts: its tools, and how it reacts when something is wrong.
    ///
    /// Toolsets are listed that are on by default or switched on by the environment. The probe gets an answer that its
    /// questions accept; every other tool says that it is a mock's.
    /// - Parameters:
    ///   - integration: the entry.
    ///   - server: one of its servers.
    ///   - condition: what is right or wrong around it.
    ///   - environment: the variables that are set, for toolsets.
    package init(
        _ integration: Integration,
        server: IntegrationServer,
        condition: MockCondition = .sound,
        environment: [String: String] = [:]
    ) {
        self.init(server.package ?? integration.id, version: server.version ?? "0.0.0", title: integration.name)
        if let era = server.era { revisions = era == .modern ? .modern : .legacy }
        instructions = "A mock of \(integration.name), made from the facts of its registry entry."
        let probe = integration.probe(of: server)
        let toolsets = integration.toolsets(of: server)
        let listed = integration.tools(of: server).filter { tool in
            guard tool.via == nil else { return false }
            guard let name = tool.toolset, let set = toolsets.first(where: { $0.name == name }) else { return true }
            return set.isOnByDefault || set.isSwitchedOn(by: environment)
        }
        for tool in listed { add(MockTool(tool, of: integration, probe: probe)) }
        let hidden = integration.tools(of: server).filter { $0.via != nil }
        for generic in integration.genericTools(of: server) { add(generic, hidden: hidden, probe: probe) }
        door = EntryDoor(integration, server: server, condition: condition)
        if let stray = server.strayOutput { faults.append(MockFault(StrayOutput(text: stray))) }
        if case .troubled(let cause) = condition {
            let reactions = server.reactions[cause] ?? []
            faults.append(MockFault(EntryReactions(reactions)))
            entryReactions = reactions
        }
    }

    private mutating func add(_ generic: GenericTool, hidden: [ToolFacts], probe: Probe?) {
        guard let place = tools.firstIndex(where: { $0.name == generic.tool }) else { return }
        let known = Set(hidden.filter { $0.via == generic.tool }.map(\.name))
        let listed = tools[place].answer
        tools[place] = tools[place].answering { arguments in
            guard let name = generic.toolName(in: arguments) else { return listed }
            guard known.isEmpty || known.contains(name) else { return .failure("Unknown tool: \(name)") }
            return .text("\(name): done by a mock.")
        }
    }
}

extension MockServer {
    /// The same, with the credential of each request over HTTP looked at, and not one condition for all.
    ///
    /// Of the accepted values, and else of those in the environment, those that the server takes are the only right ones;
    /// a server that is no remote one has its credentials in its environment, and nothing changes.
    package init(
        _ integration: Integration,
        admitting server: IntegrationServer,
        environment: [String: String],
        accepting accepted: [String: String] = [:]
    ) {
        guard server.kind == .remote else {
            let condition = MockCondition(
                of: integration,
                server: server,
                environment: environment,
                accepting: accepted
            )
            self.init(integration, server: server, condition: condition, environment: environment)
            return
        }
        self.init(integration, server: server, condition: .sound, environment: environment)
        let values = environment.filter { !$0.value.isEmpty }.merging(accepted) { _, accepted in accepted }
        door = EntryDoor(integration, server: server, condition: nil, accepting: values)
    }
}

extension MockTool {
    /// A tool as an entry knows it: the names of its arguments are known, their types are not.
    init(_ facts: ToolFacts, of integration: Integration, probe: Probe?) {
        self.init(facts.name, facts.summary ?? Self.words(facts.name))
        let required = facts.required ?? []
        let names = required + (facts.optional ?? [])
        if facts.required == nil {
            inputSchema = ["type": "object"]
        } else {
            inputSchema = [
                "type": "object",
                "properties": .object(JSONObject(names.map { ($0, ["description": .string(Self.words($0))]) })),
            ]
            if !required.isEmpty { inputSchema["required"] = .array(required.map { .string($0) }) }
            if facts.optional != nil { inputSchema["additionalProperties"] = false }
        }
        if let isReadOnly = facts.isReadOnly { annotations = ToolAnnotations(readOnlyHint: isReadOnly) }
        answer = .text("\(facts.name): done by a mock of \(integration.name).")
        guard let probe, probe.tool == facts.name else { return }
        switch probe.sampleAnswer {
        case .string(let text): answer = .text(text)
        case .object(let object): answer = .structured(.object(object))
        case let other: answer = .text(other.text())
        }
    }

    /// A name in words: `get_me` becomes `Get me`.
    private static func words(_ name: String) -> String {
        let (small, capital) = (UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"))
        var text: [UInt8] = []
        text.reserveCapacity(name.utf8.count + 8)
        // Byte by byte: a mock with hundreds of arguments starts hundreds of times in one run. Others stay as they are.
        for byte in name.utf8 {
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                text.append(UInt8(ascii: " "))
            } else if capital.contains(byte), let last = text.last, small.contains(last) {
                text += [UInt8(ascii: " "), byte | 0x20]
            } else {
                text.append(byte)
            }
        }
        if let first = text.first, small.contains(first) { text[0] = first & ~0x20 }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Toolset {
    fileprivate func isSwitchedOn(by variables: [String: String]) -> Bool {
        !environment.isEmpty && environment.allSatisfy { variables[$0.key] == $0.value }
    }
}

extension GenericTool {
    /// The tool that a call with these arguments is for; nil when they do not have the form.
    fileprivate func toolName(in arguments: JSONObject) -> String? {
        for (key, template) in call {
            guard let template = template.stringValue, let given = arguments[key]?.stringValue else { continue }
            if template == "${tool}" { return given }
            guard let mark = template.firstRange(of: "${tool}") else { continue }
            let before = template[..<mark.lowerBound]
            guard given.hasPrefix(before) else { return nil }
            let name = given.dropFirst(before.count).prefix { !$0.isWhitespace }
            return name.isEmpty ? nil : String(name)
        }
        return nil
    }
}
