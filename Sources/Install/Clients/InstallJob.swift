import Health
import Redaction
import Registry

/// One installation in the making: what, where, and the way to run clients.
struct InstallJob: Sendable {
    let request: InstallRequest
    /// Where it is built.
    let folder: String
    /// Where it will be.
    let prefix: String
    let environment: [String: String]
    let runner: any CommandRunner
    let bound: Duration
    let onEvent: @Sendable (InstallEvent) -> Void

    var title: String { request.title }

    /// `name==1.2.3` in the words of the registry.
    var pinned: String { (request.server.package ?? "") + (request.server.version.map { "@\($0)" } ?? "") }

    func began(_ step: InstallEvent.Step) {
        onEvent(.began(step))
    }

    /// Runs a client; that it is not there is a result like others.
    func result(_ executable: String, _ arguments: [String], in directory: String? = nil) async -> CommandResult {
        let command = InstallCommand(executable, arguments, environment: environment, directory: directory)
        return await runner.run(command, within: bound) { [onEvent] line in
            onEvent(.said(Redactor.shapesOnly.redacted(line)))
        }
    }

    /// Runs a client that must end well.
    ///
    /// What the lines of one that did not mean is the business of `fault`; nil for what nobody knows.
    @discardableResult
    func run(
        _ executable: String,
        _ arguments: [String],
        in directory: String? = nil,
        fault: ([String]) -> InstallError.Code?
    ) async throws(InstallError) -> CommandResult {
        let result = await result(executable, arguments, in: directory)
        guard !result.isGood else { return result }
        throw error(result, executable, fault)
    }

    func error(
        _ result: CommandResult,
        _ executable: String,
        _ fault: ([String]) -> InstallError.Code?
    ) -> InstallError {
        let said = result.output + result.errors
        let lines = said.suffix(InstallError.lineLimit).map(Redactor.shapesOnly.redacted)
        func error(_ code: InstallError.Code, _ subject: String, _ detail: String = "") -> InstallError {
            InstallError(code, title, subject, detail: detail, lines: lines)
        }
        return switch result.ending {
        case .notStarted(let words): error(.toolMissing, executable, words)
        case .cancelled: error(.cancelled, pinned)
        case .timedOut: error(.timedOut, pinned, "more than \(bound.components.seconds) s")
        case .killed(let signal): error(.failed, pinned, "\(executable) was killed by signal \(signal)")
        case .exited(let code):
            if let known = fault(said) {
                error(known, pinned)
            } else {
                error(.failed, pinned, "\(executable.split(separator: "/").last ?? "") ended with \(code)")
            }
        }
    }
}
