import ArgumentParser
import Conformance
import Drift
import Fixtures
import Glibc
import JSON
import Registry

/// What a word on the command line can mean: a file of any of our kinds, or an entry of the registry.
extension ToolSource {
    /// Whether a word is an address rather than a file or an entry.
    static func isAddress(_ word: String) -> Bool { word.hasPrefix("http://") || word.hasPrefix("https://") }

    /// Reads a file if there is one, and looks into the registry otherwise.
    init(_ word: String, registry: String?, overlay: String?) throws {
        let parts = word.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let part = parts.count > 1 ? parts[1] : nil
        if access(word, F_OK) == 0 {
            try self.init(file: word, part: nil)
        } else if access(parts[0], F_OK) == 0 {
            try self.init(file: parts[0], part: part)
        } else if word.contains(".json") || word.hasPrefix("/") || word.hasPrefix(".") {
            throw ValidationError("\(word) cannot be read: No such file or directory")
        } else {
            let options = try EntryOptions.parse(
                (registry.map { ["--registry", $0] } ?? []) + (overlay.map { ["--overlay", $0] } ?? [])
            )
            let chosen = try options.choose([word], seed: 1).subjects
            self.init(word, entry: chosen[0].integration, server: chosen[0].server)
        }
    }

    private init(_ name: String, entry: Integration, server: IntegrationServer) {
        self.init(name: name, listing: ToolListing(entry, server: server), definitions: [])
    }

    private init(file: String, part: String?) throws {
        let text = try TextFile(path: file).read()
        let first = text.prefix { !$0.isNewline }
        // The header of a fixture is a line of its own; every other file is one value.
        if let head = try? JSONValue(parsing: String(first)), head["format"]?.stringValue?.contains("fixture") ?? false
        {
            try self.init(file: file, fixture: try FixtureDestination.read(file))
            return
        }
        let json: JSONValue
        do {
            json = try JSONValue(parsing: text)
        } catch {
            throw Self.bad("\(file): \(error)")
        }
        if ToolLock.isMeant(by: json) {
            try self.init(file: file, part: part, lock: json)
        } else if let tools = Self.tools(in: json) {
            self.init(name: file, listing: ToolListing(definitions: tools), definitions: tools)
        } else {
            try self.init(file: file, part: part, entries: json)
        }
    }

    private init(file: String, fixture: Fixture) throws {
        guard let listing = ToolListing(fixture) else {
            throw Self.bad("\(file): no tools were listed in this recording: record it with --scenario tools")
        }
        let definitions = listing.tools.compactMap { tool -> JSONValue? in
            guard case .definition(let definition) = tool.knowledge else { return nil }
            return definition
        }
        self.init(name: file, listing: listing, definitions: definitions)
    }

    private init(file: String, part: String?, lock json: JSONValue) throws {
        do throws(ToolLock.Faults) {
            let lock = try ToolLock(json: json)
            let names = lock.servers.keys.sorted()
            guard let name = part ?? (names.count == 1 ? names[0] : nil), let server = lock.servers[name] else {
                let known = names.map { "\(file)#\($0)" }.joined(separator: ", ")
                throw ToolLock.Faults(sentences: ["say which of its servers is meant: \(known)"])
            }
            self.init(
                name: "\(file)#\(name)",
                listing: ToolListing(server),
                definitions: server.tools.map(\.definition)
            )
        } catch {
            throw Self.bad(error.sentences.map { "\(file): \($0)" }.joined(separator: "\n"))
        }
    }

    private init(file: String, part: String?, entries json: JSONValue) throws {
        let entries = json.arrayValue ?? json["integrations"]?.arrayValue ?? [json]
        let words = part.map { $0.split(separator: "/", maxSplits: 1).map(String.init) } ?? []
        guard let value = entries.first(where: { words.isEmpty || $0["id"]?.stringValue == words[0] }),
            value["id"] != nil
        else {
            let what = "neither tools, a recording, a lock nor an entry"
            throw Self.bad("\(file): this is \(part.map { "nothing with the id \($0)" } ?? what)")
        }
        let entry: Integration
        do throws(EntryError) {
            entry = try Integration(json: value)
        } catch {
            throw Self.bad("\(file): \(error)")
        }
        let server = words.count > 1 ? entry.server(words[1]) : entry.preferredServer
        guard let server else {
            let known = entry.servers.map(\.id).joined(separator: ", ")
            throw Self.bad("\(file): \(entry.id) has no such server: use \(known)")
        }
        self.init(part.map { "\(file)#\($0)" } ?? file, entry: entry, server: server)
    }

    /// A list as a server gives it, alone, in a result, or in a whole message.
    private static func tools(in json: JSONValue) -> [JSONValue]? {
        if let tools = json["result"]?["tools"]?.arrayValue { return tools }
        if json["id"] == nil || json["jsonrpc"] != nil, let tools = json["tools"]?.arrayValue { return tools }
        guard let list = json.arrayValue, list.allSatisfy({ $0["name"] != nil && $0["id"] == nil }) else { return nil }
        return list
    }

    private static func bad(_ text: String) -> ExitCode {
        writeAll("openwork-conform: \(text)\n", to: 2)
        return ExitCode(RunExitCode.badData.rawValue)
    }
}
