import JSON

/// Decides whether a recording shows what it says it shows; the place where a better judge is plugged in.
package struct AnswerJudge: Sendable {
    /// What an answer amounts to.
    package enum Finding: Sendable, Hashable {
        /// The server did what it was asked for.
        case good
        /// It refused the credential, or the lack of one; the reason in a few words.
        case refused(String)
        /// It failed for another reason.
        case failed(String)
        /// It cannot be told.
        case unclear(String)
    }

    /// Looks at the recorded answer of a call; nil for a call that was never answered.
    package let judge: @Sendable (_ cue: Cue) -> Finding
    /// Looks at a server that ended, or refused to go on, before it could be asked for anything.
    package var judgeEarlyEnd: @Sendable (_ end: EarlyEnd) -> Finding = { .wordsOf($0) }
    /// Whether a refusal that cannot be told from a success is recorded all the same.
    package var acceptsUnclear = false

    /// A judge that asks a closure.
    package init(judge: @escaping @Sendable (_ cue: Cue) -> Finding) {
        self.judge = judge
    }

    /// Lets a fixture pass whose kind is true of it.
    /// - Throws: `RecordingRefusal`.
    package func admit(_ fixture: Fixture, tool: String?) throws(RecordingRefusal) {
        let book = CueBook(fixture)
        switch fixture.header.kind {
        case .handshake: try expectSession(book)
        case .tools:
            try expectSession(book)
            guard Self.answers(book, "tools/list").contains(where: { $0.answer?["result"]?["tools"] != nil }) else {
                throw .missing("the server listed no tools: \(Self.reason(book, "tools/list"))")
            }
        case .probeOK:
            let probe = try probe(book, tool)
            switch judge(probe) {
            case .good: break
            case .refused(let reason), .failed(let reason), .unclear(let reason): throw .notGood(reason)
            }
        case .credentialMissing, .credentialWrong:
            guard !acceptsUnclear else { return }
            if let end = EarlyEnd(book) {
                switch judgeEarlyEnd(end) {
                case .refused: return
                case .good: throw .notRefused("the server ended as if nothing were wrong")
                case .failed(let reason), .unclear(let reason): throw .notRefused(reason)
                }
            }
            try expectSession(book)
            switch judge(try probe(book, tool)) {
            case .refused: break
            case .good: throw .notRefused("the server answered the call as if the credential were good")
            case .failed(let reason), .unclear(let reason): throw .notRefused(reason)
            }
        default: break
        }
    }

    private func expectSession(_ book: CueBook) throws(RecordingRefusal) {
        let openings = Self.answers(book, "initialize") + Self.answers(book, "server/discover")
        guard openings.contains(where: { $0.answer?["result"] != nil }) else {
            throw .missing("no session came about: \(Self.reason(book, "initialize"))")
        }
    }

    private func probe(_ book: CueBook, _ tool: String?) throws(RecordingRefusal) -> Cue {
        let calls = Self.answers(book, "tools/call")
        let probe = tool.map { name in calls.filter { $0.params?["name"]?.stringValue == name } } ?? calls
        guard let last = probe.last else { throw .missing("no tool was called: give --tool and --arguments") }
        return last
    }

    private static func answers(_ book: CueBook, _ method: String) -> [Cue] {
        book.cues.filter { $0.id != nil && $0.form.method == method }
    }

    private static func reason(_ book: CueBook, _ method: String) -> String {
        let cues = book.cues.filter { $0.id != nil }
        if let code = cues.compactMap(\.exitCode).last { return "its process ended with exit code \(code)" }
        if let status = cues.compactMap(\.status).last(where: { $0 >= 400 }) { return "HTTP status \(status)" }
        let error = answers(book, method).last?.answer?["error"]?["message"]?.stringValue
        return error.map { "\(method) was refused: \($0)" } ?? "\(method) had no answer"
    }
}
