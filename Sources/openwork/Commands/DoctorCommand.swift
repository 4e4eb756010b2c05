import ArgumentParser
import JSON
import MCPConnection

/// `doctor`: what is wrong with this machine, without a daemon and without asking any vendor.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what is wrong with this machine: programs, disk, clock, permissions, proxies, port.",
        discussion: "It starts nothing and asks no vendor. Exit code 1 when something has to be mended."
    )

    @Flag(help: "Print the findings as JSON.") var json = false

    @Option(help: ArgumentHelp("The port of the daemon.", valueName: "number")) var port = 18_800

    func run() async throws {
        let findings = Examination(environment: inheritedEnvironment(), port: port).findings
        if json {
            Terminal.print(JSONValue.array(findings.map(\.json)).text(.pretty))
        } else {
            for finding in findings { Terminal.print(finding.text) }
        }
        if findings.contains(where: { $0.grade == .bad }) { throw ExitCode(1) }
    }
}
