/// Where the values of a text stand, so that a message can name line and column.
///
/// Finding them all costs a scan and an entry for every value: ask only when there is something to say.
package struct JSONPlaces: Sendable {
    /// A place as editors count: both from 1, columns in bytes.
    package struct Place: Sendable, Hashable {
        /// The line.
        package var line: Int
        /// The byte within the line.
        package var column: Int

        /// Takes both, counted from 1.
        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let offsets: [JSONPointer: Int]
    private let lineStarts: [Int]

    /// Scans a text; of one that is not valid JSON, only what stands before the first fault is known.
    package init(of bytes: [UInt8]) {
        var sink = PlaceSink(bytes)
        var scanner = Scanner(limits: .unlimited)
        let outcome = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONError) in try scanner.scan(buffer, into: &sink) }
        }
        // What is wrong with the text is for its reader to say.
        _ = outcome
        offsets = sink.offsets
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// Where a member's key or an element begins; for what is missing, where the innermost thing around it does.
    package func place(of pointer: JSONPointer) -> Place {
        var tokens = pointer.tokens
        while !tokens.isEmpty {
            if let offset = offsets[JSONPointer(tokens: tokens)] { return place(ofByte: offset) }
            tokens.removeLast()
        }
        return place(ofByte: offsets[JSONPointer()] ?? 0)
    }

    /// Where a byte stands, counted from the start of the text.
    package func place(ofByte offset: Int) -> Place {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return Place(line: low + 1, column: offset - lineStarts[low] + 1)
    }
}
