/// Counts what goes to stdout and cuts it off at a byte.
struct OutputCut: Sendable {
    private var left: Int
    private var isCut = false

    init(after bytes: Int) {
        left = bytes
    }

    /// Lets bytes through until the cut; what follows the last one is up to the fault.
    mutating func meet(_ event: FaultEvent, then end: MockEffect) -> FaultReaction {
        if case .started = event, left == 0 {
            isCut = true
            return .instead([Emission(end)])
        }
        guard case .sending(let emission) = event else { return .pass }
        switch emission.effect {
        case .write(let bytes, to: .standardOutput):
            return meet(bytes, emission, end)
        case .fill(let bytes, let times, to: .standardOutput):
            guard !bytes.isEmpty, left < bytes.count * times else {
                left -= bytes.count * times
                return .pass
            }
            let whole = left / bytes.count
            left %= bytes.count
            let head = Emission(.fill(bytes, times: whole, to: .standardOutput), after: emission.delay)
            guard case .instead(let tail) = meet(bytes, emission, end) else { return .instead([head]) }
            return .instead([head] + tail)
        default: return isCut ? .instead([]) : .pass
        }
    }

    private mutating func meet(_ bytes: [UInt8], _ emission: Emission, _ end: MockEffect) -> FaultReaction {
        guard !isCut else { return .instead([]) }
        guard left < bytes.count else {
            left -= bytes.count
            return left > 0 ? .pass : .instead([emission, cutOff(end, after: emission.delay)])
        }
        let head = Emission(.write(Array(bytes.prefix(left)), to: .standardOutput), after: emission.delay)
        return .instead([head, cutOff(end, after: emission.delay)])
    }

    private mutating func cutOff(_ end: MockEffect, after delay: Duration) -> Emission {
        isCut = true
        left = 0
        return Emission(end, after: delay)
    }
}
