/// Effects that wait for their turn, one piece at a time, without ever holding what is only repeated.
struct OutputQueue {
    private var effects: [MockEffect] = []
    private var offset = 0
    /// What is repeated, often enough for a piece to be cut out of it wherever it begins.
    private var block: [UInt8] = []

    var isEmpty: Bool {
        effects.isEmpty
    }

    /// The effect whose turn it is.
    var first: MockEffect? {
        effects.first
    }

    /// Whether so much waits that nothing more should be asked for.
    var isLong: Bool {
        effects.count > 4_096
    }

    /// The end that is waiting behind the output; nil when there is none.
    var exit: MockExit? {
        guard case .exit(let exit)? = effects.last else { return nil }
        return exit
    }

    mutating func append(_ more: [MockEffect]) {
        effects.append(contentsOf: more)
    }

    /// The next piece to write of an effect that is a write.
    mutating func piece(upTo limit: Int) -> ArraySlice<UInt8> {
        switch effects.first {
        case .write(let bytes, _): return bytes[min(offset, bytes.count)...].prefix(limit)
        case .fill(let bytes, let times, _):
            let left = bytes.count * times - offset
            guard left > 0 else { return [] }
            if block.isEmpty {
                block = Array(repeatElement(bytes, count: limit / bytes.count + 2).joined())
            }
            return block[(offset % bytes.count)...].prefix(min(left, limit))
        case .close, .spawn, .exit, .http, nil: return []
        }
    }

    /// So many bytes are written; the effect is done when nothing of it is left.
    mutating func advance(by count: Int) {
        offset += count
        let length =
            switch effects.first {
            case .write(let bytes, _): bytes.count
            case .fill(let bytes, let times, _): bytes.count * times
            case .close, .spawn, .exit, .http, nil: 0
            }
        if offset >= length { removeFirst() }
    }

    /// The effect is done, or given up.
    mutating func removeFirst() {
        if !effects.isEmpty { effects.removeFirst() }
        offset = 0
        block = []
    }
}
