/// Why there is no way to reach an integration here: all reasons, by server.
package enum LaunchPlanError: Error, Sendable, Hashable {
    /// The entry has no server with this id; the ids that it has.
    case unknownServer(String, known: [String])
    /// None of its servers can run here; what each lacks, in order.
    case nothingRuns([Lack])
    /// A value that the command or address needs is not configured.
    case unresolved(variable: String, in: String)

    /// What one server lacks.
    package struct Lack: Sendable, Hashable {
        /// The id of the server.
        package var server: String
        /// In words, with the fix.
        package var what: String
    }
}

extension LaunchPlanError: CustomStringConvertible {
    /// One sentence: thing, fault, fix.
    package var description: String {
        switch self {
        case .unknownServer(let id, let known):
            "there is no server \"\(id)\": choose one of \(known.joined(separator: ", "))"
        case .nothingRuns(let lacks) where lacks.isEmpty:
            "the entry names no server: add one under servers"
        case .nothingRuns(let lacks):
            "none of its servers can run here: "
                + lacks.map { "\($0.server): \($0.what)" }.joined(separator: "; ")
        case .unresolved(let variable, let place):
            "\(place) needs \(variable), which has no value: configure it"
        }
    }
}
