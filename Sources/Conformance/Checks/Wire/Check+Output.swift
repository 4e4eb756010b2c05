import JSON
import MCP

extension Check {
    private static let stdio = "basic/transports#stdio"
    private static let modernStdio = "basic/transports/stdio"

    static let cleanOutput = Check(
        "WIRE-CLEAN-OUTPUT",
        "Standard output carries messages and nothing else",
        requirement: "A server writes nothing to its standard output that is not a message; logs go to standard error.",
        reason: "One banner or stray print makes strict clients hang up, and others lose the message beside it.",
        method: "Every line of standard output, from start to end, is read as JSON-RPC.",
        twin: "A server that prints a banner, a log line or a progress bar on standard output.",
        rules: [.legacy(.must, .specification(stdio)), .modern(.must, .specification(modernStdio))],
        steps: Step.spoken,
        on: .pipes
    ) { record in
        record.spoken { lines in
            let spread = WireFragments.ranges(in: lines)
            let stray = lines.indices.first { index in
                lines[index].isStray && !spread.contains { $0.contains(index) }
            }
            guard let stray else {
                return .passed
            }
            return .failed(
                expected: "nothing but JSON-RPC messages on standard output",
                actual: lines[stray].whatItIs,
                message: lines[stray].excerpt
            )
        }
    }

    static let blankLines = Check(
        "WIRE-NO-BLANK-LINES",
        "There are no blank lines between messages",
        requirement: "Messages are separated by one line break; a blank line is not a message.",
        reason: "Most clients skip a blank line, strict ones report it as a broken message.",
        method: "Every line of standard output is looked at.",
        twin: "A server that writes an empty line after each message.",
        rules: [.legacy(.should, .specification(stdio)), .modern(.should, .specification(modernStdio))],
        steps: Step.spoken,
        on: .pipes
    ) { record in
        record.spoken { lines in
            let blank = lines.filter { $0.content == .blank }.count
            return blank == 0
                ? .passed
                : .failed(expected: "no blank lines", actual: "\(blank) of \(lines.count) lines are blank")
        }
    }

    static let encoding = Check(
        "WIRE-UTF8",
        "Messages are UTF-8",
        requirement: "JSON-RPC messages are encoded in UTF-8.",
        reason: "A message with a broken character cannot be read, and everything else in it is lost with it.",
        method: "Every line of standard output is decoded strictly.",
        twin: "A server that writes Latin-1, or cuts a character in half.",
        rules: [
            CheckRule(ProtocolRevision.november2024...ProtocolRevision.november2024, .must, .json("8.1")),
            CheckRule(
                ProtocolRevision.march2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports")
            ),
            .modern(.must, .specification("basic/transports")),
        ],
        steps: Step.spoken
    ) { record in
        record.spoken { lines in
            guard let line = lines.first(where: \.hasEncodingFault), case .notJSON(let error) = line.content else {
                return .passed
            }
            return .failed(
                expected: "valid UTF-8",
                actual: "\(error)",
                message: line.excerpt
            )
        }
    }

    static let oneLine = Check(
        "WIRE-ONE-LINE",
        "Each message is one line",
        requirement: "Messages end with a line break and have none inside.",
        reason: "Clients read line by line: a message in several lines is several broken ones.",
        method: "Lines that are no message are put together and read again; the last line must be complete.",
        twin: "A server that pretty-prints its messages, or ends in the middle of one.",
        rules: [.legacy(.must, .specification(stdio)), .modern(.must, .specification(modernStdio))],
        steps: Step.spoken,
        on: .pipes
    ) { record in
        record.spoken { lines in
            if let range = WireFragments.ranges(in: lines).first {
                return .failed(
                    expected: "one line for each message",
                    actual: "a message in \(range.count) lines",
                    message: lines[range.lowerBound].excerpt
                )
            }
            guard let cut = lines.first(where: { !$0.isTerminated }) else {
                return .passed
            }
            return .failed(
                expected: "a line break after each message",
                actual: "the output ended after \(cut.size) bytes of a line",
                message: cut.excerpt
            )
        }
    }

    static let lineLimit = Check(
        "WIRE-LINE-LIMIT",
        "No message is longer than 16 MiB",
        requirement: "Messages stay within 16 MiB, the limit of OpenWork; the specification names none.",
        reason: "A client has to hold a message in memory to read it, and every client has a limit somewhere.",
        method: "The length of every line is counted while it streams in; what is longer is discarded.",
        twin: "A server that answers with a line of 50 MB.",
        rules: [.always(.house, .house)],
        steps: Step.spoken
    ) { record in
        record.spoken { lines in
            guard let long = lines.first(where: { $0.content == .tooLong }) else {
                return .passed
            }
            return .failed(expected: "at most 16 MiB", actual: "\(long.size) bytes", message: long.excerpt)
        }
    }
}

extension WireLine {
    private static let encodingFaults: Set<JSONError.Code> = [
        .invalidUTF8, .overlongUTF8, .encodedSurrogate, .codePointTooLarge,
    ]

    fileprivate var hasEncodingFault: Bool {
        if case .notJSON(let error) = content {
            return WireLine.encodingFaults.contains(error.code)
        }
        return false
    }

    /// Whether the line is no message at all, for a reason that no other check is about.
    fileprivate var isStray: Bool {
        switch content {
        case .notJSON: isTerminated && !hasEncodingFault
        case .json(let value): !value.looksLikeMessage
        case .blank, .tooLong, .notKept: false
        }
    }

    fileprivate var whatItIs: String {
        switch content {
        case .notJSON(let error): "a line that is no JSON: \(error)"
        case .json(let value): value.objectValue == nil ? "JSON that is no object" : "an object that is no message"
        case .blank, .tooLong, .notKept: "a line"
        }
    }
}

extension JSONValue {
    fileprivate var looksLikeMessage: Bool {
        switch self {
        case .object(let object): ["jsonrpc", "method", "result", "error"].contains { object[$0] != nil }
        case .array(let elements):
            !elements.isEmpty && elements.allSatisfy { $0.objectValue != nil && $0.looksLikeMessage }
        default: false
        }
    }
}
