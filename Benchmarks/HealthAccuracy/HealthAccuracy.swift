import Accuracy
import ArgumentParser
import Conformance
import Foundation
import Health
import JSON
import MCP
import MCPConnection
import MCPHTTP
import Registry

/// Plays the fault matrix on every integration and says how often, and how late, a wrong state was shown.
@main
struct HealthAccuracy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "HealthAccuracy",
        abstract: "Plays the fault matrix on every integration; fails when one state is shown that is not so."
    )

    @Option(help: "Chooses the moments of incidents, and what is random in faults.")
    var seed: UInt64 = 1

    @Option(help: "Contacts with healthy servers, over all of them.")
    var healthy = 10_000

    @Option(help: "Milliseconds given to what never comes, over processes.")
    var silence = 300

    @Option(help: "Take only the first so many integrations.")
    var first: Int?

    @Flag(help: "Simulate only: start no process.")
    var simulated = false

    @Option(help: "Where the JSON is written.")
    var json: String?

    @Option(help: "Where the page is written; the chart goes to images/health-accuracy.svg beside it.")
    var page: String?

    mutating func run() async throws {
        guard let shipped = ShippedFiles.find() else { throw ValidationError("no registry beside this executable") }
        let ids = first.map { Array(shipped.ids().prefix($0)) } ?? shipped.ids()
        let entries = try ids.compactMap { try shipped.entry($0) }
        var parts = [await simulate(entries)]
        note("in virtual time", parts[0])
        try write(AccuracyReport(setting(entries.count), parts: parts))
        if !simulated {
            for transport in [Subject.Transport.stdio, .http] {
                let part = try await play(entries, over: transport)
                note("over \(transport.rawValue)", part)
                parts.append(part)
                try write(AccuracyReport(setting(entries.count), parts: parts))
            }
        }
        let wrong = parts.flatMap { $0.confusion.mistakes + $0.incomplete }
        for mistake in wrong.prefix(40) { print("  \(mistake)") }
        if wrong.count > 40 { print("  and \(wrong.count - 40) more") }
        guard parts.allSatisfy(\.isSound) else { throw ExitCode.failure }
    }

    /// After each part, so that a run that is broken off leaves what it found.
    private func write(_ report: AccuracyReport) throws {
        if let json { try Data((report.json.text() + "\n").utf8).write(to: URL(fileURLWithPath: json)) }
        guard let page else { return }
        let place = URL(fileURLWithPath: page)
        let chart = place.deletingLastPathComponent().appendingPathComponent("images/health-accuracy.svg")
        try Data(report.chart.utf8).write(to: chart)
        try Data(report.page(chart: "images/health-accuracy.svg").utf8).write(to: place)
    }

    /// Every server of every entry; contacts with healthy ones are shared out among them.
    private func simulate(_ entries: [Integration]) async -> AccuracyPart {
        let subjects = entries.flatMap { entry in entry.servers.map { EntrySubject(entry, $0, seed: self.seed) } }
        let share = (healthy + subjects.count - 1) / max(1, subjects.count)
        let seed = seed
        return await withTaskGroup { group in
            var rest = subjects[...]
            func startNext(_ group: inout TaskGroup<AccuracyPart>) {
                guard let subject = rest.popFirst() else { return }
                group.addTask {
                    let trial = AccuracyTrial(subject, seed: seed)
                    var part = await trial.simulated()
                    part.add(await trial.healthy(contacts: share))
                    return part
                }
            }
            for _ in 0..<2 { startNext(&group) }
            var whole = AccuracyPart(.memory)
            while let part = await group.next() {
                whole.add(part)
                startNext(&group)
            }
            return whole
        }
    }

    /// The preferred server of every entry, one after the other.
    private func play(_ entries: [Integration], over transport: Subject.Transport) async throws -> AccuracyPart {
        let mock = LocalFile.executableFolder() + "/openwork-mock"
        let info = Implementation(name: "accuracy", version: "1")
        let base = StdioServer.baseEnvironment(from: ProcessInfo.processInfo.environment)
        let subjects = entries.compactMap { entry in
            entry.preferredServer.map { EntrySubject(entry, $0, seed: self.seed) }
        }
        let (seed, silence) = (seed, silence)
        return try await HTTPPool.with { pool in
            let stage: any ContactStage =
                transport == .http
                ? HTTPProcessStage(
                    mock: mock,
                    seed: seed,
                    base: base,
                    exchanger: pool,
                    clock: ContinuousClock(),
                    info: info
                )
                : ProcessStage(
                    mock: mock,
                    seed: seed,
                    base: base,
                    stopBound: .seconds(1),
                    clock: ContinuousClock(),
                    info: info
                )
            var whole = AccuracyPart(transport == .http ? .http : .stdio)
            for subject in subjects {
                let trial = AccuracyTrial(subject, seed: seed)
                whole.add(await trial.played(on: stage, silence: .milliseconds(silence)))
            }
            return whole
        }
    }

    private func note(_ name: String, _ part: AccuracyPart) {
        print(
            "\(name): \(part.servers) servers, \(part.contacts) contacts, \(part.confusion.total) states, "
                + "\(part.confusion.wrong) wrong, \(part.falseAlarms) false alarms in \(part.healthyContacts) healthy contacts"
        )
    }

    private func setting(_ integrations: Int) -> AccuracyReport.Setting {
        let information = ProcessInfo.processInfo
        let memory = (Double(information.physicalMemory) / Double(1 << 30)).rounded()
        let words = CommandLine.arguments.dropFirst().joined(separator: " ")
        return AccuracyReport.Setting(
            date: String(Date().ISO8601Format().prefix(10)),
            machine: "\(information.processorCount) processors, \(Int(memory)) GiB of memory",
            command: "HealthAccuracy \(words)",
            seed: seed,
            integrations: integrations
        )
    }
}
