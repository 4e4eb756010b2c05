import ArgumentParser
import Conformance
import Hummingbird
import Logging
import MCPConnection
import MCPHTTP
import Recording
import Redaction

/// Leads or listens to the conversation that is recorded, until it is over or somebody presses Ctrl-C.
struct RecordRun {
    let recording: RecordOptions
    let live: LiveServer
    let tape: Tape

    func run() async throws {
        let (recording, live, tape) = (recording, live, tape)
        let wasInterrupted = try await Interrupts.cancelling { () async -> Result<Bool, any Error> in
            do {
                try await recording.proxy ? Self.listen(recording, live, tape) : Self.lead(recording, live, tape)
                return .success(Task.isCancelled)
            } catch {
                return Task.isCancelled ? .success(true) : .failure(error)
            }
        }.get()
        guard wasInterrupted, !recording.proxy else { return }
        say("interrupted: nothing was written")
        throw ExitCode(RunExitCode.incomplete.rawValue)
    }

    /// Our own client plays the scenario.
    private static func lead(_ recording: RecordOptions, _ live: LiveServer, _ tape: Tape) async throws {
        let recorder = Recorder(
            recording.scenario,
            calls: recording.calls,
            configuration: live.configuration,
            answersRequests: recording.answerRequests,
            tape: tape
        )
        switch live.way {
        case .command(let server):
            do throws(LaunchError) {
                try await recorder.record(server, clock: ContinuousClock())
            } catch {
                throw Self.notStarted("\(error)")
            }
        case .address(let settings):
            let fault = try await HTTPPool.with { pool in
                await recorder.record(settings, exchanger: pool, clock: ContinuousClock())
            }
            if let fault { say("\(settings.address.origin): \(fault)") }
        }
    }

    /// Another client speaks through us.
    private static func listen(_ recording: RecordOptions, _ live: LiveServer, _ tape: Tape) async throws {
        switch live.way {
        case .command(let server):
            let proxy = StdioProxy(tape: tape) { writeAll($0 + "\n", to: 2) }
            let result = try await withStandardStreams { client -> Result<ServerExit, LaunchError> in
                do throws(LaunchError) {
                    return .success(try await proxy.run(server, client: client, clock: ContinuousClock()))
                } catch {
                    return .failure(error)
                }
            }
            if case .failure(let error) = result { throw Self.notStarted("\(error)") }
        case .address(let settings):
            try await HTTPPool.with { pool in
                let proxy = HTTPProxy(settings.address, fields: settings.fields, exchanger: pool, tape: tape)
                let path = settings.address.path
                let application = proxy.application(port: recording.port, logger: .quiet) { port in
                    say("recording on http://127.0.0.1:\(port)\(path) for \(settings.address.origin); Ctrl-C ends it")
                }
                try await application.run()
            }
        }
    }

    private static func notStarted(_ text: String) -> ExitCode {
        say(text)
        return ExitCode(RunExitCode.failed.rawValue)
    }
}

extension Logger {
    /// Says nothing but what ends the process, on standard error.
    static var quiet: Logger {
        var logger = Logger(label: "openwork-conform", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .critical
        return logger
    }
}
