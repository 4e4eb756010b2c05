/// The 2025-03-26 batches whose requests are not all answered: their answers go back together.
struct BatchTable: Sendable {
    private struct Batch {
        var open: Set<RequestID>
        var answers: [[UInt8]] = []
    }

    private var batches: [Int: Batch] = [:]
    private var batchOfID: [RequestID: Int] = [:]
    private var lastKey = 0

    /// Starts a batch with the answers that are known at once.
    mutating func open(_ ids: Set<RequestID>, answers: [[UInt8]]) -> [UInt8]? {
        lastKey += 1
        batches[lastKey] = Batch(open: ids, answers: answers)
        for id in ids { batchOfID[id] = lastKey }
        return finishIfAnswered(lastKey)
    }

    /// Whether the answer to this request goes back with others.
    func contains(_ id: RequestID) -> Bool { batchOfID[id] != nil }

    /// Records an answer, or with nil that there will be none; returns the whole batch once nothing is missing.
    mutating func settle(_ id: RequestID, with answer: [UInt8]?) -> [UInt8]? {
        guard let key = batchOfID.removeValue(forKey: id) else { return nil }
        batches[key]?.open.remove(id)
        if let answer { batches[key]?.answers.append(answer) }
        return finishIfAnswered(key)
    }

    private mutating func finishIfAnswered(_ key: Int) -> [UInt8]? {
        guard let batch = batches[key], batch.open.isEmpty else { return nil }
        batches[key] = nil
        guard !batch.answers.isEmpty else { return nil }
        return [UInt8(ascii: "[")] + batch.answers.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }
}
