package import Fixtures
import JSON
package import Registry

/// What a recording shows of how a server reacts, as an entry says it, with how to recognise it.
package struct ReactionDraft: Sendable, Hashable {
    /// What the server does.
    package let reaction: Reaction
    /// How it is recognised; nil where its form says all.
    package let signature: AuthSignature?

    /// Reads the reaction off a recording; nil where nothing went wrong in it.
    package init?(_ fixture: Fixture, means outcome: SignatureOutcome) {
        let cues = CueBook(fixture).cues.filter { $0.id != nil }
        guard let last = cues.last(where: { $0.form.method == "tools/call" }) ?? cues.last else { return nil }
        let errors = fixture.entries.filter { $0.from == .stderr }.compactMap(\.message.stringValue)
        if let code = cues.compactMap(\.exitCode).last, code != 0 {
            let line = errors.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
            var reaction = Reaction(last.form.method == "tools/call" ? .call : .start, .exit, text: line)
            reaction.exitCode = Int(code)
            self.init(reaction, Self.recognised(outcome, Int(code), by: line))
        } else if let status = last.status, status >= 400 {
            var reaction = Reaction(Self.phase(last), .http, text: last.answer?.stringValue)
            reaction.status = status
            self.init(reaction, status == 401 || status == 403 ? nil : AuthSignature(outcome, httpStatus: status))
        } else if let error = last.answer?["error"] {
            let text = error["message"]?.stringValue ?? ""
            var reaction = Reaction(Self.phase(last), .jsonrpc, text: text)
            reaction.code = error["code"]?.intValue
            let code = error["code"]?.intValue
            self.init(
                reaction,
                AuthSignature(outcome, jsonrpcCode: code, body: [BodyTest(contains: Self.telling(text))])
            )
        } else if let result = last.answer?["result"], last.form.method == "tools/call" {
            let isError = result["isError"]?.boolValue ?? false
            let text = result["content"]?[0]?["text"]?.stringValue ?? ""
            let reaction = Reaction(.call, isError ? .isError : .result, text: text)
            let body = [BodyTest(contains: Self.telling(text))]
            self.init(reaction, AuthSignature(outcome, isError: isError ? true : nil, body: body))
        } else {
            return nil
        }
    }

    private init(_ reaction: Reaction, _ signature: AuthSignature?) {
        self.reaction = reaction
        self.signature = signature
    }

    private static func phase(_ cue: Cue) -> ContactPhase {
        switch cue.form.method {
        case "initialize", "server/discover": .connect
        case "tools/list": .list
        default: .call
        }
    }

    private static func recognised(_ outcome: SignatureOutcome, _ code: Int, by line: String) -> AuthSignature {
        AuthSignature(outcome, exitCode: code, body: line.isEmpty ? [] : [BodyTest(contains: telling(line))])
    }

    /// The part that will hardly change: the first line, up to what may be a value.
    private static func telling(_ text: String) -> String {
        let line = text.prefix { !$0.isNewline }
        let plain = line.prefix { $0 != "<" && $0 != "{" && $0 != "'" && $0 != "\"" }
        let start = plain.count >= 12 ? plain : line
        return String(start.prefix(80)).trimmed
    }
}

extension String {
    /// Without blanks at either end.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == ":" }
        return String(start.reversed().drop { $0 == " " || $0 == ":" }.reversed())
    }
}
