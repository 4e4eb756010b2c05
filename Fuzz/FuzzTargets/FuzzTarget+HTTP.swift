import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

extension FuzzTarget {
    static let headers = FuzzTarget(
        "headers",
        "Arguments as header values: any text comes back as it was, and a field may hold what is sent."
    ) { bytes throws(BrokenPromise) in
        let text = String(decoding: bytes, as: UTF8.self)
        let encoded = MirroredValue.encode(text)
        try BrokenPromise.unless(MirroredValue.decode(encoded) == text, "it comes back as another text")
        try BrokenPromise.unless(HTTPField.isValidValue(encoded), "no header can hold what is sent")
        _ = MirroredValue.decode(text)
        if let schema = try? JSONValue(parsing: bytes, limits: limits) { _ = try? ToolHeaders(inputSchema: schema) }
    }

    static let challenges = FuzzTarget(
        "challenges",
        "The WWW-Authenticate field, by lines: it is read or left, and says the same each time."
    ) { bytes throws(BrokenPromise) in
        let values = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        let challenges = AuthenticationChallenge.parse(values)
        try BrokenPromise.unless(AuthenticationChallenge.parse(values) == challenges, "two readings differ")
    }

    static let requests = FuzzTarget(
        "requests",
        "Bodies of the daemon's API: each is read or refused with every fault in it, never in silence."
    ) { bytes throws(BrokenPromise) in
        guard let body = try? JSONValue(parsing: bytes, limits: limits) else { return }
        try refusal { () throws(Problem) in _ = try ConfigureRequest(body: body) }
        try refusal { () throws(Problem) in _ = try CallRequest(body: body) }
        try refusal { () throws(Problem) in _ = try AssignRequest(body: body) }
        try refusal { () throws(Problem) in _ = try ApproveRequest(body: body) }
        try refusal { () throws(Problem) in _ = try InstallOptions(body: body) }
        try refusal { () throws(Problem) in _ = try TokenRequest(body: body) }
        try refusal { () throws(Problem) in _ = try LoginRequest(body: body) }
        try refusal { () throws(Problem) in _ = try PastedAddress(body: body) }
    }

    private static func refusal(_ read: () throws(Problem) -> Void) throws(BrokenPromise) {
        do throws(Problem) {
            try read()
        } catch {
            try BrokenPromise.unless(!error.faults.isEmpty, "refused without a reason")
        }
    }
}
