import JSON

/// The sessions that a replay over HTTP gives out.
enum ReplaySessionName {
    /// Whether a body opens a session of the legacy era.
    static func isOpened(by body: [UInt8]) -> Bool {
        // What is no JSON opens nothing, and is refused further on.
        (try? JSONValue(parsing: body))?["method"]?.stringValue == "initialize"
    }

    /// The name of one more session; nobody has to guess it, since it guards nothing but a recording.
    static func next(after count: Int) -> String {
        "replay-\(count + 1)-" + String(UInt64.random(in: .min ... .max), radix: 16)
    }
}
