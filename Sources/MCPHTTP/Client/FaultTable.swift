import JSON
import MCP

/// The HTTP faults behind errors that were put in the place of answers, found again by a mark no server can know.
struct FaultTable: Sendable {
    private static let limit = 1_024
    private static let member = "openwork/httpFault"

    private let secret = UInt64.random(in: .min ... .max)
    private var faults: [String: HTTPFault] = [:]
    private var order: [String] = []
    private var count: UInt64 = 0

    /// Remembers a fault.
    /// - Returns: the error to put in the place of the answer.
    mutating func record(_ fault: HTTPFault) -> ErrorObject {
        count += 1
        let mark = "\(secret)-\(count)"
        faults[mark] = fault
        order.append(mark)
        if order.count > Self.limit { faults[order.removeFirst()] = nil }
        return ErrorObject(.transportFault, fault.description, data: [Self.member: .string(mark)])
    }

    /// The fault behind an error; nil when a server sent it, or when it is too long ago.
    func fault(behind error: ErrorObject) -> HTTPFault? {
        guard error.code == .transportFault else { return nil }
        return error.data?[Self.member]?.stringValue.flatMap { faults[$0] }
    }
}

extension ErrorCode {
    /// Ours, never sent: a request got no answer because of something below JSON-RPC.
    static let transportFault: ErrorCode = -32000
}
