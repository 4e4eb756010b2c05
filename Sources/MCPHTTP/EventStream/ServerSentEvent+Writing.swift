extension ServerSentEvent {
    /// The event as it stands in a stream, with the pause a client shall make before it reconnects.
    ///
    /// Line breaks of any kind in the data become lines of data. Name and id must hold no line break and no NUL: they
    /// are ours to choose.
    package func encoded(retryInMilliseconds: Int? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.count + 64)
        if let id { Self.write("id", id, to: &bytes) }
        if type != "message" { Self.write("event", type, to: &bytes) }
        if let retryInMilliseconds { Self.write("retry", String(retryInMilliseconds), to: &bytes) }
        writeData(to: &bytes)
        bytes.append(0x0A)
        return bytes
    }

    /// A comment: keeps a connection open and says nothing.
    package static let keepAlive: [UInt8] = Array(": keep-alive\n\n".utf8)

    private func writeData(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "data: ".utf8)
        var afterCarriageReturn = false
        for byte in data {
            let isLineFeed = byte == 0x0A
            defer { afterCarriageReturn = byte == 0x0D }
            if isLineFeed, afterCarriageReturn { continue }
            guard isLineFeed || byte == 0x0D else {
                bytes.append(byte)
                continue
            }
            bytes.append(contentsOf: "\ndata: ".utf8)
        }
        bytes.append(0x0A)
    }

    private static func write(_ field: String, _ value: String, to bytes: inout [UInt8]) {
        precondition(
            !value.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 },
            "the field \(field) of an event cannot hold \(value.debugDescription)"
        )
        bytes.append(contentsOf: "\(field): \(value)\n".utf8)
    }
}
