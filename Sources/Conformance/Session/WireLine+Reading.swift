package import JSON

extension WireLine {
    /// Bytes of a line that are kept for excerpts.
    package static let keptBytes = 8 << 10

    /// Reads a whole line; the value is kept only when the record has room for it.
    package init(
        reading bytes: [UInt8],
        sender: Sender,
        process: Int,
        phase: Phase,
        at: Duration,
        isTerminated: Bool = true,
        limits: JSONLimits,
        keepsValue: Bool
    ) {
        self.init(
            sender: sender,
            process: process,
            phase: phase,
            at: at,
            beginning: Array(bytes.prefix(WireLine.keptBytes)),
            size: bytes.count,
            isTerminated: isTerminated,
            content: WireLine.content(of: bytes, limits: limits, keepsValue: keepsValue)
        )
    }

    private static func content(of bytes: [UInt8], limits: JSONLimits, keepsValue: Bool) -> Content {
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else {
            return .blank
        }
        guard keepsValue else {
            return .notKept
        }
        do {
            return .json(try JSONValue(parsing: bytes, limits: limits))
        } catch {
            return .notJSON(error)
        }
    }
}
