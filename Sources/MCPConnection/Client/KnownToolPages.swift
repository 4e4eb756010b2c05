import Glibc
import JSON
import MCP
import Synchronization

/// Pages of tools that were read before, found by their text: a server that is asked again says nearly always the same.
///
/// Holds the texts that came last within a bound; a page that is longer than the bound is read each time.
package final class KnownToolPages: Sendable {
    private struct Known: Sendable {
        /// A copy: what arrives is a part of a message, all of which would be kept with it.
        let text: [UInt8]
        let page: Page<Tool>
    }

    private struct Shelf {
        var known: [Known] = []
        var sizeInBytes = 0
    }

    private let limitInBytes: Int
    private let shelf = Mutex(Shelf())

    /// Knows nothing yet, and never holds more text than this.
    package init(limitInBytes: Int) {
        self.limitInBytes = limitInBytes
    }

    /// How much text is held.
    var sizeInBytes: Int { shelf.withLock(\.sizeInBytes) }

    /// Reads the result of `tools/list`, or finds what came of the same text before.
    func page(_ result: Payload) throws(ShapeError) -> Page<Tool> {
        guard case .text(let text) = result, text.bytes.count <= limitInBytes else {
            return try Page<Tool>(json: result.value)
        }
        if let page = shelf.withLock({ $0.known.first { Self.isSame($0.text, text.bytes) } })?.page { return page }
        let known = Known(text: Array(text.bytes), page: try Page<Tool>(json: text.value))
        shelf.withLock { shelf in
            shelf.known.append(known)
            shelf.sizeInBytes += known.text.count
            while shelf.sizeInBytes > limitInBytes { shelf.sizeInBytes -= shelf.known.removeFirst().text.count }
        }
        return known.page
    }

    private static func isSame(_ one: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        return one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                guard let left = one.baseAddress, let right = other.baseAddress else { return true }
                return memcmp(left, right, one.count) == 0
            }
        }
    }
}
