import MockMCP

/// One response of a mock over HTTP as a value: effects and the time go in, steps come out, nothing happens inside.
///
/// Times are counted from the start of the server.
struct ReplyMachine: Sendable {
    /// What the sound server's response is.
    enum Source: Sendable, Hashable {
        /// Messages that come one by one.
        case eventStream
        /// One message, or none, that is known already.
        case document
        /// There is none: the server never saw the request.
        case none
    }

    private let source: Source
    private let acceptsEventStream: Bool
    private var entries: [(time: Duration, effect: MockEffect)] = []
    private var waiting: [ReplyStep] = []
    private var framer: BodyFramer?
    private var contentType: String?
    private var wantsEventStream = false
    private var owesAnswer: Bool
    private var sourceIsOver: Bool
    private var isOver = false

    /// A response that has not begun.
    ///
    /// An answer is owed to a request; it is never finished without one.
    init(source: Source, acceptsEventStream: Bool, owesAnswer: Bool) {
        self.source = source
        self.acceptsEventStream = acceptsEventStream
        self.owesAnswer = owesAnswer
        sourceIsOver = source != .eventStream
    }

    /// When there is something to do without anything new; nil when there is nothing.
    var nextDue: Duration? { isOver ? nil : entries.first?.time }

    /// Effects come in, in the order in which they were made.
    mutating func add(_ dues: [MockLine.Due], at now: Duration, isAnswer: Bool = false) {
        if isAnswer, !dues.isEmpty { owesAnswer = false }
        for due in dues {
            let time = now + due.delay
            let place = entries.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
            entries.insert((time, due.effect), at: place)
        }
    }

    /// What the head is to be like, before it leaves.
    mutating func open(_ dues: [MockLine.Due]) {
        for due in dues { _ = step(due.effect) }
    }

    /// Bytes that are no message and pass as they are, such as comments.
    mutating func pass(_ bytes: [UInt8]) {
        guard source == .eventStream, framer != nil else { return }
        waiting.append(.write(bytes))
    }

    /// The sound server has said everything.
    mutating func sourceEnded() { sourceIsOver = true }

    /// What is to be done next; nil when that is not known yet.
    mutating func next(at now: Duration) -> ReplyStep? {
        if framer == nil, !isOver, source == .eventStream { begin() }
        while waiting.isEmpty, !isOver {
            if let first = entries.first {
                guard first.time <= now else { return nil }
                entries.removeFirst()
                if let step = step(first.effect) { waiting.append(step) }
            } else {
                guard sourceIsOver else { return nil }
                if !owesAnswer, framer == nil { begin() }
                waiting.append(owesAnswer ? .hold : .finish)
            }
        }
        guard !waiting.isEmpty else { return nil }
        let step = waiting.removeFirst()
        switch step {
        case .answer, .finish, .hold, .cut, .exit:
            isOver = true
            waiting = []
        case .begin, .write, .fill, .log: break
        }
        return step
    }

    /// What an effect comes to; nil when only the machine has changed.
    private mutating func step(_ effect: MockEffect) -> ReplyStep? {
        switch effect {
        case .write(let bytes, to: .standardError): return .log(bytes)
        case .fill(_, _, to: .standardError): return nil
        case .write(let bytes, to: .standardOutput):
            begin(with: effect)
            let body = framer?.frame(bytes) ?? []
            return body.isEmpty ? nil : .write(body)
        case .fill(let bytes, let times, to: .standardOutput):
            begin(with: effect)
            return fill(bytes, times)
        case .close(.standardOutput): return .cut(isReset: false, closesOutput: true)
        case .close, .spawn: return nil
        case .exit(let exit): return .exit(exit)
        case .http(.answer(let refusal)): return framer == nil ? .answer(refusal) : .finish
        case .http(.contentType(let type)): contentType = type
        case .http(.eventStream): wantsEventStream = true
        case .http(.hold):
            // Otherwise the head of what never comes would be a promise.
            if wantsEventStream { begin() }
            return .hold
        case .http(.cut(let isReset)): return .cut(isReset: isReset, closesOutput: false)
        }
        return nil
    }

    private mutating func fill(_ bytes: [UInt8], _ times: Int) -> ReplyStep? {
        guard bytes.contains(0x0A) else {
            let first = framer?.frame(bytes) ?? []
            guard times > 1 else { return times == 1 ? .write(first) : nil }
            waiting.append(.write(first))
            return .fill(bytes, times: times - 1)
        }
        let body = framer?.frame(repeatElement(bytes, count: times).joined()) ?? []
        return body.isEmpty ? nil : .write(body)
    }

    private mutating func begin(with effect: MockEffect? = nil) {
        guard framer == nil else { return }
        let effects = (effect.map { [$0] } ?? []) + entries.map(\.effect)
        let lines = effects.reduce(0) { $0 + $1.lineEnds }
        let isStream = source == .eventStream || acceptsEventStream && (wantsEventStream || lines > 1)
        framer = BodyFramer(isEventStream: isStream)
        waiting.append(.begin(isEventStream: isStream, contentType: contentType))
    }
}

extension MockEffect {
    /// How many lines of output end with it.
    fileprivate var lineEnds: Int {
        switch self {
        case .write(let bytes, to: .standardOutput): bytes.count { $0 == 0x0A }
        case .fill(let bytes, let times, to: .standardOutput): bytes.count { $0 == 0x0A } * times
        default: 0
        }
    }
}
