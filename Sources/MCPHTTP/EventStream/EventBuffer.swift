/// The fields of the event that is being read.
struct EventBuffer: Sendable {
    private let limits: EventStreamLimits
    private var data: [UInt8] = []
    private var hasData = false
    private var type = ""
    private var pendingID: String?
    private var length = 0
    private(set) var isDiscarded = false
    private(set) var lastEventID: String?

    init(limits: EventStreamLimits) {
        self.limits = limits
    }

    /// Takes one line that is not blank.
    mutating func take(_ line: LineBuffer) -> EventStreamItem? {
        let colon = line.bytes.firstIndex(of: UInt8(ascii: ":"))
        guard colon != 0 else { return nil }
        let name = line.bytes[..<(colon ?? line.bytes.endIndex)]
        var value = colon.map { line.bytes[($0 + 1)...] } ?? []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name.prefix(8), as: UTF8.self) {
        case "data":
            takeData(value, isCut: line.isCut, length: line.length - name.count)
        case "event":
            guard fits(value, line) else { return nil }
            type = String(decoding: value, as: UTF8.self)
        case "id":
            guard fits(value, line), !value.contains(0) else { return nil }
            pendingID = String(decoding: value, as: UTF8.self)
        case "retry":
            return retry(value)
        default:
            break
        }
        return nil
    }

    /// Ends the event at a blank line.
    mutating func dispatch() -> EventStreamItem? {
        defer {
            data = []
            hasData = false
            type = ""
            length = 0
            isDiscarded = false
        }
        guard !isDiscarded else {
            // The id is not adopted: a reader that resumes gets the chance to see the event again.
            pendingID = lastEventID
            return .oversized(lengthInBytes: length, beginning: Array(data.prefix(EventStreamParser.reportedBytes)))
        }
        if let pendingID { lastEventID = pendingID.isEmpty ? nil : pendingID }
        guard hasData else { return nil }
        return .event(ServerSentEvent(type: type.isEmpty ? "message" : type, data: data, id: lastEventID))
    }

    private mutating func takeData(_ value: ArraySlice<UInt8>, isCut: Bool, length lineLength: Int) {
        length += isCut ? lineLength : value.count + (hasData ? 1 : 0)
        guard !isDiscarded else { return }
        if hasData { data.append(0x0A) }
        hasData = true
        guard !isCut, length <= limits.eventBytes else {
            data = Array((data.prefix(EventStreamParser.reportedBytes) + value.prefix(EventStreamParser.reportedBytes)))
            isDiscarded = true
            return
        }
        data.append(contentsOf: value)
    }

    private mutating func fits(_ value: ArraySlice<UInt8>, _ line: LineBuffer) -> Bool {
        if !line.isCut, value.count <= limits.fieldBytes { return true }
        length += line.length
        isDiscarded = true
        return false
    }

    private func retry(_ value: ArraySlice<UInt8>) -> EventStreamItem? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard !value.isEmpty, value.allSatisfy(digits.contains) else { return nil }
        // A number beyond every integer is as good as none.
        return Int(String(decoding: value, as: UTF8.self)).map { .retry(milliseconds: $0) }
    }
}
