package import JSON

/// How a server ended, or refused to go on, before it could be asked for anything.
///
/// That is a refusal of the credential only if it says so: a module that is missing ends a process, too.
package struct EarlyEnd: Sendable, Hashable {
    /// The status with which the process ended by itself; nil when it went on.
    package var exitCode: Int32?
    /// What it wrote to standard error, and what of its output was no JSON-RPC.
    package var lines: [String] = []
    /// The error with which it answered the handshake or the list; nil when there was none.
    package var error: JSONValue?
    /// The status of the last HTTP answer; nil over stdio.
    package var status: Int?

    /// An end of which only this is known.
    package init(exitCode: Int32? = nil, lines: [String] = [], error: JSONValue? = nil, status: Int? = nil) {
        (self.exitCode, self.lines, self.error, self.status) = (exitCode, lines, error, status)
    }

    /// The early end that a recording shows; nil when there was a session, or nobody answered at all.
    init?(_ book: CueBook) {
        let requests = book.cues.filter { $0.id != nil }
        guard !requests.contains(where: { $0.form.method == "tools/call" || $0.answer?["result"] != nil }) else {
            return nil
        }
        for step in book.prelude + book.cues.flatMap(\.steps) {
            switch step {
            case .exit(let code): exitCode = code
            case .standardError(let line), .raw(let line): lines.append(line)
            case .answer(let answer): error = answer["error"] ?? error
            case .say, .ask, .await: break
            }
        }
        status = requests.compactMap(\.status).last { $0 >= 400 }
        guard exitCode.map({ $0 != 0 }) ?? false || error != nil || status == 401 || status == 403 else { return nil }
    }
}
