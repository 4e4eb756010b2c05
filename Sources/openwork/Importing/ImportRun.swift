import ClientFiles
import DaemonAPI
import HTTPTypes
import JSON

/// Does what an import decided, one step after the other.
struct ImportRun {
    let daemon: DaemonClient
    let machine: UserMachine
    let isQuiet: Bool

    /// What became of each step, in the order of the plan; nil for those that do nothing.
    func perform(_ plan: ImportPlan, allowing: (ImportStep) -> Bool) async throws -> [(ImportStep, JSONValue?, Bool)] {
        var record = ImportRecord(beginningIn: machine.memory)
        var results: [(ImportStep, JSONValue?, Bool)] = []
        for step in plan.steps {
            guard let id = step.integration else {
                results.append((step, nil, true))
                continue
            }
            guard allowing(step) else {
                results.append((step, ["skipped": "it starts a command, and nobody confirmed that"], true))
                say("· \(id): left out, because it starts a command")
                continue
            }
            do {
                try record.note(id)
                let verdict = try await perform(step, id)
                say(VerdictText.text(verdict))
                results.append((step, verdict.json, VerdictText.isFine(verdict)))
            } catch ClientFault.problem(let problem) {
                let words = ClientFault.problem(problem).description
                say("❌ \(id): \(words)")
                results.append((step, ["problem": .string(words)], false))
            }
        }
        return results
    }

    private func perform(_ step: ImportStep, _ id: String) async throws -> Verdict {
        var server: String?
        switch step.action {
        case .configure(_, let name, _): server = name
        case .add(_, let entry, let startsCommand):
            if startsCommand {
                _ = try RegistryFile.home().add(.object(entry))
                try await isThere(id)
            } else {
                _ = try await daemon.send(.post, "/api/integrations", .object(entry))
            }
        case .skip: break
        }
        let values = Dictionary(step.settings.map { ($0.name, String?.some($0.value)) }) { $1 }
        return try await daemon.configure(id, values, server: server)
    }

    /// The daemon looks at its files twice a second.
    private func isThere(_ id: String) async throws {
        for _ in 0..<50 {
            do {
                _ = try await daemon.send(.get, try Path.integration(id))
                return
            } catch ClientFault.problem(let problem) where problem.status == 404 {
                try await ContinuousClock().sleep(for: .milliseconds(200))
            }
        }
        throw ClientFault.local("the daemon does not see \(id): is its home another one than \(machine.memory)?")
    }

    /// Takes the last import back: what it set is forgotten, what it added is removed.
    func undo(_ record: ImportRecord) async throws {
        for id in record.integrations {
            do {
                _ = try await daemon.send(.delete, try Path.integration(id))
                say("taken back: \(id)")
            } catch ClientFault.problem(let problem) where problem.status == 404 {
                say("not there any more: \(id)")
            }
        }
        try record.forget()
    }

    private func say(_ text: String) {
        if !isQuiet { Terminal.print(text) }
    }
}
