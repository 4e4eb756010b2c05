import DaemonAPI
import Glibc
import HTTPTypes
import Health
import JSON
import Registry
import Setup

/// Walks somebody through roles and their integrations, each proven before the next.
struct SetupWizard {
    /// The input ended, or somebody had enough.
    struct Stopped: Error {}

    let daemon: DaemonClient
    let ending: SetupEnding
    /// What the catalogue here knows of an integration beyond what the daemon tells.
    let entry: (String) -> Integration?
    let login: (String) async throws -> Void

    /// Whether every chosen role can do its job afterwards.
    func run(roles wanted: [String], memory: SetupMemory) async throws -> Bool {
        var memory = memory
        let roles = try await Roles.all(daemon)
        let chosen = try choose(roles, wanted: wanted, memory)
        memory.roles = chosen.map(\.id)
        try memory.keep()
        // What a role cannot do without comes first.
        let members = chosen.flatMap { role in
            role.members.filter(\.isRequired) + role.members.filter { !$0.isRequired }
        }
        var next: SetupQueue? = SetupQueue(members.map(\.integration))
        do {
            while let queue = next {
                let left = try await walk(queue, chosen)
                guard let again = left.again,
                    Terminal.confirm("\nLeft out: \(left.skipped.joined(separator: ", ")). Come back to them now?")
                else { break }
                next = again
            }
        } catch is Stopped {
            Terminal.print("\nStopped here; openwork setup goes on with what is left.")
            return try await ending.tellReadiness(memory.roles)
        }
        let isReady = try await ending.tellReadiness(memory.roles)
        try ending.offerClients(memory.roles)
        if isReady { try memory.forget() }
        return isReady
    }

    // MARK: Roles

    private func choose(_ roles: [RoleReport], wanted: [String], _ memory: SetupMemory) throws -> [RoleReport] {
        let given = wanted.isEmpty ? memory.roles : wanted
        if !given.isEmpty {
            let known = Set(roles.map(\.id))
            if let stranger = given.first(where: { !known.contains($0) }) {
                throw ClientFault.usage("there is no role \(stranger): \(roles.map(\.id).joined(separator: ", "))")
            }
            Terminal.print((wanted.isEmpty ? "Going on with " : "Setting up ") + given.joined(separator: ", "))
            return roles.filter { given.contains($0.id) }
        }
        Terminal.print("Which agents do you want to set up?\n")
        for (index, role) in roles.enumerated() {
            let names = role.members.map(\.integration).joined(separator: ", ")
            Terminal.print("  \(index + 1)  \(role.readiness.isReady ? "✅" : "· ") \(role.name): \(names)")
        }
        while true {
            guard let answer = Terminal.ask("\nNumbers or names, with spaces between; all for all: ") else {
                throw ClientFault.usage("nobody answers: name roles with --role, or give --file")
            }
            let words = answer.split { " ,".contains($0) }.map(String.init)
            if words == ["all"] { return roles }
            let chosen = words.map { word in roles.enumerated().first { "\($0 + 1)" == word || $1.id == word }?.element
            }
            if !chosen.isEmpty, !chosen.contains(where: { $0 == nil }) { return chosen.compactMap(\.self) }
            Terminal.complain("write one or more of 1 to \(roles.count), such as: 1 3")
        }
    }

    // MARK: Integrations

    private func walk(_ queue: SetupQueue, _ roles: [RoleReport]) async throws -> SetupQueue {
        var queue = queue
        var wentBack = false
        while let id = queue.current {
            let report: IntegrationReport
            do {
                report = try IntegrationReport(json: try await daemon.send(.get, try Path.integration(id)))
            } catch ClientFault.problem(let problem) {
                Terminal.print("\n❌ \(id): \(problem.detail)")
                queue.finish()
                continue
            }
            let needs = roles.filter { role in role.members.contains { $0.integration == id && $0.isRequired } }
            let use = needs.isEmpty ? "optional" : "needed by \(needs.map(\.id).joined(separator: ", "))"
            Terminal.print("\n── \(queue.position) · \(report.status.name) (\(id)), \(use)")
            if report.status.isEnabled, report.status.health.state == .connected, !wentBack {
                Terminal.print("✅ works already")
                queue.finish()
                continue
            }
            wentBack = false
            switch try await ask(report) {
            case .works: queue.finish()
            case .later: queue.skip()
            case .before:
                queue.back()
                wentBack = true
            }
        }
        return queue
    }

    private enum Outcome { case works, later, before }

    private func ask(_ report: IntegrationReport) async throws -> Outcome {
        if let summary = report.summary { Terminal.print(summary) }
        if report.status.isEnabled { Terminal.print("now: \(report.status.health.reason.message)") }
        let needs = SetupNeeds(report, entry(report.status.id))
        while true {
            let what =
                needs.question
            guard let answer = Terminal.ask("\(what) [Y]es, [s]kip, [b]ack, [q]uit: ")?.lowercased() else {
                throw Stopped()
            }
            switch answer {
            case "", "y", "yes": break
            case "s", "skip", "n", "no": return .later
            case "b", "back": return .before
            case "q", "quit": throw Stopped()
            default:
                Terminal.complain("write y, s, b or q")
                continue
            }
            if try await configure(report.status.id, needs) { return .works }
        }
    }

    /// The settings of one of the ways to prove who one is.
    private func chosen(_ needs: SetupNeeds) throws -> [FieldReport] {
        guard needs.ways.count > 1 else { return needs.ways.first ?? [] }
        Terminal.print("  There are several ways:")
        for (index, way) in needs.ways.enumerated() {
            Terminal.print("  \(index + 1)  \(way.map(\.name).joined(separator: " and "))")
        }
        while true {
            guard let answer = Terminal.ask("  Which one? [1] ") else { throw Stopped() }
            let number = answer.isEmpty ? 1 : Int(answer) ?? 0
            if needs.ways.indices.contains(number - 1) { return needs.ways[number - 1] }
            Terminal.complain("write a number from 1 to \(needs.ways.count)")
        }
    }

    /// Whether it works now.
    private func configure(_ id: String, _ needs: SetupNeeds) async throws -> Bool {
        var values: [String: String?] = [:]
        let way = try chosen(needs)
        for field in needs.required + way {
            if let summary = field.summary { Terminal.print("  \(summary)") }
            if let docs = field.docs { Terminal.print("  \(docs)") }
            if let choices = field.choices { Terminal.print("  one of: \(choices.joined(separator: ", "))") }
            let hint = field.isSet ? " (Enter keeps what is set)" : needs.isAnyEnough ? " (Enter leaves it out)" : ""
            let prompt = "  \(field.name)\(hint): "
            guard let value = field.isSecret ? Terminal.secret(prompt) : Terminal.ask(prompt) else { throw Stopped() }
            if !value.isEmpty { values[field.name] = .some(value) }
            // One of several secrets is enough where nothing says that they belong together.
            if needs.isAnyEnough, !value.isEmpty { break }
        }
        do {
            let verdict = try await daemon.configure(id, values)
            Terminal.print(VerdictText.text(verdict))
            if verdict.status.health.reason.action.contains("openwork login"), Terminal.confirm("Log in now?") {
                try await login(id)
                let after = try Verdict(json: try await daemon.send(.post, try Path.integration(id, "test"), [:]))
                Terminal.print(VerdictText.text(after))
                return VerdictText.isFine(after)
            }
            return VerdictText.isFine(verdict)
        } catch ClientFault.problem(let problem) {
            Terminal.print("❌ \(ClientFault.problem(problem).description)")
            return false
        }
    }
}
