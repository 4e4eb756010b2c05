import JSON
import Redaction

extension AnswerJudge {
    /// Looks at the structure first, and at words as the last resort.
    package static let plain = AnswerJudge { cue in
        if let status = cue.status, status == 401 || status == 403 { return .refused("HTTP status \(status)") }
        if let status = cue.status, status >= 400 { return .failed("HTTP status \(status)") }
        if let code = cue.exitCode { return .failed("the process ended with exit code \(code)") }
        guard let answer = cue.answer else { return .failed("the call was never answered") }
        if let error = answer["error"] {
            let text = error["message"]?.stringValue ?? ""
            let word = refusalWord(in: error.text())
            return word.map { .refused("the error says \"\($0)\"") } ?? .failed("it is an error: \(text)")
        }
        let texts = (answer["result"]?["content"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }
        let isError = answer["result"]?["isError"]?.boolValue == true
        // A long text is data, in which such words may well occur.
        let isShort = texts.reduce(0) { $0 + $1.utf8.count } <= 2_000
        if isError || isShort, let word = refusalWord(in: texts.joined(separator: "\n")) {
            return .refused("the text says \"\(word)\"")
        }
        return isError ? .failed("isError is true: \(texts.first.map { String($0.prefix(160)) } ?? "")") : .good
    }

    fileprivate static let earlyWords = [
        "not set", "is not defined", "is required", "missing", "credential", "api key", "api_key", "apikey", "token",
        "secret", "password", "log in", "login",
    ]

    fileprivate static let words = [
        "unauthorized", "unauthorised", "unauthenticated", "not authenticated", "authentication failed",
        "authentication required", "authentication error", "invalid api key", "invalid api token", "invalid token",
        "invalid access token", "invalid credentials", "invalid_auth", "bad credentials", "missing api key",
        "api key is required", "api key required", "token is required", "not configured", "no api key",
        "missing credentials", "credentials not found", "access denied", "permission denied", "forbidden", "401", "403",
        "invalid_grant", "token expired", "expired token", "not logged in", "login required", "must be set",
        "environment variable",
    ]

    fileprivate static func refusalWord(in text: String, among words: [String] = words) -> String? {
        let bytes = Array(text.lowercased().utf8)
        return words.first { word in
            let pattern = Array(word.utf8)
            return ByteSearch.all(of: pattern, in: bytes).contains { place in
                // A number counts only by itself: 401 is a status, 14015 is not.
                guard (0x30...0x39).contains(pattern[0]) else { return true }
                let before = place.lowerBound > 0 && (0x30...0x39).contains(bytes[place.lowerBound - 1])
                let after = place.upperBound < bytes.count && (0x30...0x39).contains(bytes[place.upperBound])
                return !before && !after
            }
        }
    }
}

extension AnswerJudge.Finding {
    /// What the words of an early end amount to: the last resort, where no entry says what the server's own look like.
    package static func wordsOf(_ end: EarlyEnd) -> AnswerJudge.Finding {
        if let status = end.status, status == 401 || status == 403 { return .refused("HTTP status \(status)") }
        let said = (end.lines + [end.error?["message"]?.stringValue ?? ""]).joined(separator: "\n")
        let words = AnswerJudge.words + AnswerJudge.earlyWords
        // What a program says of its own faults speaks of missing things, too.
        if AnswerJudge.isCrash(said) == false, let word = AnswerJudge.refusalWord(in: said, among: words) {
            return .refused("it says \"\(word)\"")
        }
        let how = end.exitCode.map { "the process ended with exit code \($0)" } ?? "the handshake was refused"
        let last = said.split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(160))" } ?? ""
        return .failed("\(how), and nothing that it said is about a credential\(last)")
    }
}

extension AnswerJudge {
    /// A program that could not even run: its modules, its interpreter, its own syntax.
    fileprivate static func isCrash(_ text: String) -> Bool {
        let marks = [
            "ModuleNotFoundError", "ImportError", "SyntaxError", "Cannot find module", "command not found",
            "No such file or directory", "ERR_MODULE_NOT_FOUND", "Segmentation fault",
        ]
        return marks.contains { text.contains($0) }
    }
}
