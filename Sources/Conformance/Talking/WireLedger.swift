import JSON

/// The lines of one process as they come and go, kept as long as there is room.
struct WireLedger: Sendable {
    /// What is kept at most, so that no server can fill our memory.
    struct Limits: Sendable, Hashable {
        /// Lines with their beginning.
        var lines = 20_000
        /// Bytes of lines whose value is kept.
        var valueBytes = 32 << 20
        /// What a single message may be like.
        var json = JSONLimits()
    }

    let process: Int
    let limits: Limits
    private(set) var lines: [WireLine] = []
    private(set) var unkeptLines = 0
    private var valueBytes = 0

    init(process: Int, limits: Limits) {
        self.process = process
        self.limits = limits
    }

    /// Records a whole line and says what it is, whether or not it is kept.
    mutating func record(
        _ bytes: [UInt8],
        from sender: WireLine.Sender,
        phase: WireLine.Phase,
        at: Duration,
        isTerminated: Bool = true
    ) -> WireLine {
        let line = WireLine(
            reading: bytes,
            sender: sender,
            process: process,
            phase: phase,
            at: at,
            isTerminated: isTerminated,
            limits: limits.json,
            keepsValue: true
        )
        valueBytes += bytes.count
        keep(valueBytes <= limits.valueBytes ? line : line.withoutValue)
        return line
    }

    /// Records a line that was too long to be read.
    mutating func recordOversized(
        beginning: [UInt8],
        size: Int,
        phase: WireLine.Phase,
        at: Duration
    ) {
        keep(
            WireLine(
                sender: .server,
                process: process,
                phase: phase,
                at: at,
                beginning: beginning,
                size: size,
                content: .tooLong
            )
        )
    }

    /// The last request of a method that was answered, with its answer.
    func lastExchange(of methods: Set<String>) -> Exchange? {
        let requests = lines.filter { $0.sender == .client }.flatMap(WireMessage.messages)
            .filter { methods.contains($0.method ?? "") && $0.id != nil }
        let answers = lines.filter { $0.sender == .server }.flatMap(WireMessage.messages).filter(\.isAnswer)
        for request in requests.reversed() {
            guard let method = request.method, let id = request.id else {
                continue
            }
            if let answer = answers.last(where: { $0.id == id }) {
                return Exchange(method: method, id: id, answeredBy: answer, after: request.line.at)
            }
        }
        return nil
    }

    private mutating func keep(_ line: WireLine) {
        guard lines.count < limits.lines else {
            unkeptLines += 1
            return
        }
        lines.append(line)
    }
}

extension WireLine {
    fileprivate var withoutValue: WireLine {
        guard case .json = content else {
            return self
        }
        return WireLine(
            sender: sender,
            process: process,
            phase: phase,
            at: at,
            beginning: beginning,
            size: size,
            isTerminated: isTerminated,
            content: .notKept
        )
    }

    /// The same line under another number of process.
    func renumbered(_ process: Int) -> WireLine {
        WireLine(
            sender: sender,
            process: process,
            phase: phase,
            at: at,
            beginning: beginning,
            size: size,
            isTerminated: isTerminated,
            content: content
        )
    }
}

extension Exchange {
    init(method: String, id: JSONValue, answeredBy answer: WireMessage, after start: Duration) {
        let outcome: Outcome =
            if let error = answer.object["error"] {
                .error(error)
            } else {
                .result(answer.object["result"] ?? .null)
            }
        self.init(
            method: method,
            id: id,
            outcome: outcome,
            answer: answer.line,
            duration: answer.line.at - start
        )
    }
}
