import JSON

extension Fixture {
    /// Reads the text of a file and reports everything that is wrong with it at once.
    package init(parsing text: String) throws(FixtureError) {
        var faults: [FixtureFault] = []
        var header: FixtureHeader?
        var entries: [FixtureEntry] = []
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            do throws(FixtureFault) {
                var reader = try FixtureLine(line, number: number)
                if header == nil {
                    header = try FixtureHeader(&reader)
                } else {
                    entries.append(try FixtureEntry(&reader))
                }
                try reader.finish()
            } catch {
                faults.append(error)
                // Without a header nothing that follows can be understood.
                if header == nil { break }
            }
        }
        if header == nil, faults.isEmpty {
            faults.append(FixtureFault(line: 1, "the file is empty: the first line must be the header of a fixture"))
        }
        guard let header, faults.isEmpty else { throw FixtureError(faults: faults) }
        self.init(header: header, entries: entries)
    }
}

extension FixtureHeader {
    fileprivate init(_ reader: inout FixtureLine) throws(FixtureFault) {
        guard let format = reader.take("format")?.stringValue else {
            throw reader.fault("this is no header: it must say \"format\": \"\(Fixture.format)\"")
        }
        guard format == Fixture.format else {
            throw reader.fault("format is \"\(format)\": this version reads \"\(Fixture.format)\"; record it again")
        }
        let integration = try reader.text("integration")
        let kind = try reader.requiredText("kind", such: FixtureKind.tools.rawValue)
        let provenance = try Self.provenance(&reader)
        let server = try FixtureServer(&reader)
        let revision = try reader.text("revision")
        let names = Transport.allCases.map(\.rawValue)
        let written = try reader.requiredText("transport", such: names[0])
        guard let transport = Transport(rawValue: written) else {
            throw reader.fault("transport is \"\(written)\": write \(names.joined(separator: " or "))")
        }
        let day = try reader.requiredText("recordedAt", such: "2026-07-28")
        self.init(
            integration: integration,
            kind: FixtureKind(rawValue: kind),
            provenance: provenance,
            server: server,
            revision: revision,
            transport: transport,
            recordedAt: try reader.day(day, "recordedAt"),
            expires: nil
        )
        if let expires = try reader.text("expires") { self.expires = try reader.day(expires, "expires") }
        redactions = try Self.redactions(&reader)
        note = try reader.text("note")
    }

    private static func provenance(_ reader: inout FixtureLine) throws(FixtureFault) -> Provenance {
        let word = try reader.requiredText("provenance", such: "recorded")
        let sources = try reader.texts("sources")
        switch (word, sources) {
        case ("recorded", nil): return .recorded
        case ("documented", let sources?) where !sources.isEmpty: return .documented(sources: sources)
        case ("documented", _):
            throw reader.fault("sources is missing: a documented fixture names the pages that it was built from")
        case ("recorded", _):
            throw reader.fault("sources belongs to documented fixtures: a recorded one is its own source; remove it")
        default: throw reader.fault("provenance is \"\(word)\": write recorded or documented")
        }
    }

    private static func redactions(_ reader: inout FixtureLine) throws(FixtureFault) -> [String: Int] {
        guard let value = reader.take("redactions") else { return [:] }
        var counts: [String: Int] = [:]
        for (placeholder, count) in value.objectValue ?? [:] {
            guard let count = count.intValue, count > 0 else {
                throw reader.fault("redactions/\(placeholder) must be the number of places, 1 or more")
            }
            counts[placeholder] = count
        }
        guard value.objectValue != nil else {
            throw reader.fault("redactions must be an object: placeholders with the number of places")
        }
        return counts
    }
}

extension FixtureServer {
    fileprivate init(_ reader: inout FixtureLine) throws(FixtureFault) {
        guard let value = reader.take("server") else {
            self.init()
            return
        }
        var inner = FixtureLine(object: value.objectValue, reader)
        guard value.objectValue != nil else { throw reader.fault("server must be an object with package and version") }
        self.init(
            package: try inner.text("package"),
            version: try inner.text("version"),
            command: try inner.texts("command") ?? [],
            url: try inner.text("url")
        )
        try inner.finish(in: "server/")
    }
}

extension FixtureEntry {
    fileprivate init(_ reader: inout FixtureLine) throws(FixtureFault) {
        guard let at = reader.take("at")?.intValue, at >= 0 else {
            throw reader.fault("at is missing or wrong: write the milliseconds since the beginning, 0 or more")
        }
        let names = Origin.allCases.map(\.rawValue)
        let written = try reader.requiredText("from", such: names[0])
        guard let from = Origin(rawValue: written) else {
            throw reader.fault("from is \"\(written)\": write one of \(names.joined(separator: ", "))")
        }
        guard let message = reader.take("message") else {
            throw reader.fault("message is missing: write what was said")
        }
        let exchange = reader.take("exchange")
        if let exchange, exchange.intValue == nil {
            throw reader.fault("exchange must be a whole number: that of the HTTP request")
        }
        self.init(at: at, from: from, message: message, exchange: exchange?.intValue)
        if let problem { throw reader.fault(problem) }
    }

    /// What is wrong with the message for its origin.
    private var problem: String? {
        switch (from, message) {
        case (.client, .object), (.client, .array), (.client, .string): nil
        case (.server, .object), (.server, .array), (.server, .string): nil
        case (.client, _), (.server, _):
            "message must be a JSON-RPC message, or a string for what was no JSON"
        case (.stderr, .string): nil
        case (.stderr, _): "message must be a string: one line of standard error"
        case (.exit, .object(let object)) where object["code"]?.intValue != nil || object["signal"] != nil: nil
        case (.exit, _): "message must be an object with code or signal, as in {\"code\": 1}"
        case (.http, .object(let object))
        where object["method"]?.stringValue != nil || object["status"]?.intValue != nil:
            exchange == nil ? "exchange is missing: number the HTTP requests from 1" : nil
        case (.http, _): "message must be an object with method and target, or with status"
        }
    }
}
