/// Reads one HTTP/1 response after the other from one connection, and keeps as little of them as it can.
struct ResponseReader {
    /// One response.
    struct Response {
        var status = 0
        /// The header fields as they came.
        var head: [UInt8] = []
        /// Bytes of the body, without those that only divide it.
        var length = 0
        /// Its first bytes, to say what it was where it is none that was wanted.
        var beginning: [UInt8] = []
    }

    private enum Place {
        case head
        case body(left: Int)
        case chunkSize, chunk(left: Int), chunkEnd(left: Int), trailer
    }

    private static let keptBytes = 2_048

    private var place = Place.head
    private var response = Response()
    private var line: [UInt8] = []

    /// Takes what was read; calls back at the end of each response.
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ finished: (Response) -> Void) {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch place {
            case .head:
                response.head.append(rest.removeFirst())
                guard response.head.suffix(4) == [13, 10, 13, 10] else { continue }
                beginBody(finished)
            case .body(let left):
                let count = keep(&rest, left)
                if count == left { end(finished) } else { place = .body(left: left - count) }
            case .chunkSize:
                let byte = rest.removeFirst()
                guard byte == 10 else {
                    line.append(byte)
                    continue
                }
                let digits = line.prefix { $0 != 13 && $0 != UInt8(ascii: ";") }
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
                line = []
                place = size == 0 ? .trailer : .chunk(left: size)
            case .chunk(let left):
                let count = keep(&rest, left)
                place = count == left ? .chunkEnd(left: 2) : .chunk(left: left - count)
            case .chunkEnd(let left):
                rest.removeFirst()
                place = left == 1 ? .chunkSize : .chunkEnd(left: left - 1)
            case .trailer:
                let byte = rest.removeFirst()
                guard byte == 10 else {
                    line.append(byte)
                    continue
                }
                let isLast = line.allSatisfy { $0 == 13 }
                line = []
                if isLast { end(finished) }
            }
        }
    }

    private mutating func beginBody(_ finished: (Response) -> Void) {
        let text = String(decoding: response.head, as: UTF8.self)
        response.status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        if let length = Self.field("content-length", in: text).flatMap({ Int($0) }) {
            if length == 0 { end(finished) } else { place = .body(left: length) }
        } else if Self.field("transfer-encoding", in: text) != nil {
            place = .chunkSize
        } else {
            end(finished)
        }
    }

    private mutating func keep(_ rest: inout Slice<UnsafeRawBufferPointer>, _ left: Int) -> Int {
        let count = min(left, rest.count)
        let room = Self.keptBytes - response.beginning.count
        if room > 0 { response.beginning.append(contentsOf: rest.prefix(min(room, count))) }
        response.length += count
        rest = rest.dropFirst(count)
        return count
    }

    private mutating func end(_ finished: (Response) -> Void) {
        let whole = response
        (response, place) = (Response(), .head)
        finished(whole)
    }

    /// The value of a header field; nil when there is none.
    static func field(_ name: String, in head: String) -> String? {
        for line in head.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == name else { continue }
            return String(parts[1].drop { $0 == " " })
        }
        return nil
    }
}
