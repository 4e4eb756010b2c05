import JSON
import Registry

extension LintRule {
    /// The first signature that holds decides, so that one behind a wider one is dead.
    static let signature = LintRule("REG-SIGNATURE", "Every signature can be the first that holds.") { subject in
        subject.signatureLists.flatMap { signatures, place, servers in
            signatures.enumerated().compactMap { index, signature in
                let place = place.appending(index)
                if let why = contradiction(in: signature, servers) {
                    return EntryFault(place, "can never hold: \(why)", fix: "take out what does not go together")
                }
                guard let wider = signatures[..<index].firstIndex(where: { $0.covers(signature) }) else { return nil }
                return EntryFault(
                    place,
                    "can never be reached: number \(wider) before it holds whenever it does",
                    fix: "move it before that one, or take it out"
                )
            }
        }
    }

    private static func contradiction(in signature: AuthSignature, _ servers: [IntegrationServer]) -> String? {
        let ends = signature.exitCode != nil
        let answers = signature.jsonrpcCode != nil || signature.isError != nil
        let http = signature.httpStatus != nil || signature.challenge != nil
        if ends && (answers || http) { return "a process that ends does not answer" }
        if signature.jsonrpcCode != nil && signature.isError != nil { return "an error is no result" }
        if signature.isError != nil, let when = signature.when, when != .call { return "only a call has a result" }
        if let status = signature.httpStatus, status >= 400, signature.isError != nil {
            return "a refused request has no result"
        }
        if ends, !servers.isEmpty, servers.allSatisfy({ $0.transport != .stdio }) { return "there is no process" }
        if http, !servers.isEmpty, servers.allSatisfy({ $0.transport == .stdio }) { return "there is no HTTP" }
        return nil
    }
}

extension AuthSignature {
    /// Whether this one holds whenever the other does.
    fileprivate func covers(_ other: AuthSignature) -> Bool {
        (when == nil || when == other.when)
            && (httpStatus == nil || httpStatus == other.httpStatus)
            && (jsonrpcCode == nil || jsonrpcCode == other.jsonrpcCode)
            && (exitCode == nil || exitCode == other.exitCode)
            && (isError == nil || isError == other.isError)
            && (challenge == nil || (other.challenge?.contains(challenge ?? "") ?? false))
            && body.allSatisfy { test in other.body.contains { test.covers($0) } }
    }
}

extension BodyTest {
    /// Whether this one holds whenever the other does, as far as can be seen.
    fileprivate func covers(_ other: BodyTest) -> Bool {
        if self == other { return true }
        guard let contains, self == BodyTest(path, contains: contains) else { return false }
        return path == other.path && (other.contains?.contains(contains) ?? false)
    }
}
