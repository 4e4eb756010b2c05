/// One part of a run that is divided among machines: the k-th of n, by a hash of each integration's id.
///
/// An integration stays in its part whatever else is added to the registry.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
    /// Which part, counted from 1.
    package let index: Int
    /// How many parts there are.
    package let count: Int

    /// The most parts that a run can be divided into.
    package static let maximumCount = 1000

    /// Reads `k/n`; nil for anything but 1 ≤ k ≤ n ≤ 1000.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let index = Int(parts[0]), let count = Int(parts[1]), index >= 1, index <= count,
            count <= Self.maximumCount
        else { return nil }
        self.index = index
        self.count = count
    }

    /// `k/n`, as it was given.
    package var description: String { "\(index)/\(count)" }

    /// Whether an integration belongs to this part.
    package func holds(_ id: String) -> Bool {
        Self.hash(id) % UInt64(count) == UInt64(index - 1)
    }

    /// FNV-1a, and its bits mixed once more so that the lowest depend on all: never to be changed.
    private static func hash(_ id: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }
}
