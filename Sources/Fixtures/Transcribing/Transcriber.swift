import JSON
package import Redaction

/// Writes a conversation down as it goes on, without the secrets in it.
package struct Transcriber: Sendable {
    /// More than this is no fixture but a log.
    private static let entryLimit = 100_000
    private static let byteLimit = 64 << 20

    private var scrubber: Scrubber
    private var entries: [FixtureEntry] = []
    private var bytes = 0
    private var isTooLarge = false

    /// Starts with what is known to be secret.
    package init(_ scrubber: Scrubber) {
        self.scrubber = scrubber
    }

    /// Notes a message of the client, or whatever it sent instead.
    package mutating func client(_ message: [UInt8], at time: Duration, exchange: Int? = nil) {
        add(message, from: .client, at: time, exchange)
    }

    /// Notes a message of the server, or whatever it sent instead.
    package mutating func server(_ message: [UInt8], at time: Duration, exchange: Int? = nil) {
        add(message, from: .server, at: time, exchange)
    }

    /// Notes a line of standard error.
    package mutating func standardError(_ line: String, at time: Duration) {
        add(.string(scrubber.text(line)), from: .stderr, at: time, nil, size: line.utf8.count)
    }

    /// Notes the end of the server's process, by a code or by the number of a signal.
    package mutating func exit(code: Int32?, signal: Int32?, ending: String, at time: Duration) {
        var message = JSONObject()
        message["code"] = code.map { .number(JSONNumber(Int($0))) }
        message["signal"] = signal.map { .number(JSONNumber(Int($0))) }
        message["ending"] = .string(ending)
        add(.object(message), from: .exit, at: time, nil, size: 0)
    }

    /// Notes the head of an HTTP request.
    package mutating func request(
        _ exchange: Int,
        method: String,
        target: String,
        fields: [(name: String, value: String)],
        at time: Duration
    ) {
        let message: JSONObject = [
            "method": .string(method), "target": .string(scrubber.target(target)),
            "headers": .object(scrubber.fields(fields)),
        ]
        add(.object(message), from: .http, at: time, exchange, size: target.utf8.count)
    }

    /// Notes the head of an HTTP response.
    package mutating func response(
        _ exchange: Int,
        status: Int,
        fields: [(name: String, value: String)],
        at time: Duration
    ) {
        let message: JSONObject = [
            "status": .number(JSONNumber(status)), "headers": .object(scrubber.fields(fields)),
        ]
        add(.object(message), from: .http, at: time, exchange, size: 0)
    }

    /// What was written down so far, under a header whose texts are scrubbed, too.
    package func fixture(_ header: FixtureHeader) -> Fixture {
        var scrubber = scrubber
        var entries = entries
        var header = header
        header.server.command = header.server.command.map { scrubber.text($0) }
        header.server.url = header.server.url.map { scrubber.text($0) }
        header.note = header.note.map { scrubber.text($0) }
        if scrubber.hasLearned {
            // What was found late may have gone by early in a dress that gave nothing away.
            for index in entries.indices { entries[index].message = scrubber.value(entries[index].message) }
        }
        header.redactions = scrubber.redactions
        return Fixture(header: header, entries: entries)
    }

    /// The text of the file, if it may be written.
    /// - Throws: `RecordingRefusal`.
    package func finished(
        _ header: FixtureHeader,
        judge: AnswerJudge = .plain,
        tool: String? = nil
    ) throws(RecordingRefusal) -> String {
        guard !isTooLarge else {
            throw .tooLarge(entries: Self.entryLimit, bytes: Self.byteLimit)
        }
        let fixture = fixture(header)
        try judge.admit(fixture, tool: tool)
        let text = fixture.text
        if let survivor = Canary(scrubber.knownSecrets).survivor(in: text) { throw .secret(survivor) }
        return text
    }

    private mutating func add(_ message: [UInt8], from: FixtureEntry.Origin, at time: Duration, _ exchange: Int?) {
        // What is no JSON is kept as text: servers that print where they must not are worth recording.
        let value = (try? JSONValue(parsing: message)) ?? .string(String(decoding: message, as: UTF8.self))
        add(scrubber.value(value), from: from, at: time, exchange, size: message.count)
    }

    private mutating func add(
        _ message: JSONValue,
        from: FixtureEntry.Origin,
        at time: Duration,
        _ exchange: Int?,
        size: Int
    ) {
        bytes += size
        guard entries.count < Self.entryLimit, bytes <= Self.byteLimit else {
            isTooLarge = true
            return
        }
        let milliseconds = max(0, Int(time / .milliseconds(1)))
        entries.append(FixtureEntry(at: milliseconds, from: from, message: message, exchange: exchange))
    }
}
