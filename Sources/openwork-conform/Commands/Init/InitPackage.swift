import FoundationEssentials
import Install
import MCPConnection
import Registry
import Scaffolding

/// A package that `init` has installed: how it is started, and what an entry says of it.
struct InitPackage: Sendable {
    /// The package at the version that came, with what else was asked for.
    let server: IntegrationServer
    /// What starts it here.
    let command: [String]
    /// What starts it anywhere: the same without folders of this machine.
    let shownCommand: [String]
    /// The folder that it lies in.
    let folder: String

    /// Installs it by the client of its registry, and runs nothing of it.
    ///
    /// - Throws: ``LiveListing/Failure`` with what is wrong and what to do.
    init(
        installing options: InitOptions,
        arguments: [String],
        below prefix: String,
        _ console: Console
    ) async throws {
        guard let package = options.package, var server = InitOptions.server(ofPackage: package) else {
            throw LiveListing.Failure(description: "--package names no package")
        }
        server.constraints = options.constraints
        server.executable = options.executable
        let id = options.id ?? EntryDraft.identifier(from: server.package ?? "")
        folder = "\(prefix)/\(id)/\(server.id)"
        var environment = inheritedEnvironment()
        // What is built runs its own code on the way.
        if !options.allowBuild { environment["PIP_ONLY_BINARY"] = ":all:" }
        console.note("installing \(package)…")
        let installer = Installer(runner: ProcessRunner(clock: ContinuousClock()), environment: environment)
        let made: Installation
        do throws(InstallError) {
            made = try await installer.install(InstallRequest(id, server), at: folder)
        } catch {
            throw LiveListing.Failure(description: Self.words(error, options))
        }
        guard let program = made.program else { throw LiveListing.Failure(description: "\(package) has no program") }
        let found = made.lock.first { $0.isOf(server.package ?? "") }
        server.version = server.version ?? found?.version
        server.arguments = arguments
        let name = program.executable.split(separator: "/").last.map(String.init) ?? program.executable
        let plain = server.package?.split(separator: "/").last.map(String.init) ?? ""
        // What stands alone under the package's own name needs no mention.
        if server.kind == .pypi, name != plain { server.executable = name }
        self.server = server
        command = [program.executable] + program.arguments + arguments
        shownCommand = [server.kind == .pypi ? name : server.executable ?? plain] + arguments
        let count = made.lock.count
        let others = count > 1 ? " and \(count - 1) that it needs" : ""
        console.note("installed \(server.package ?? "") \(server.version ?? "")\(others), by \(made.client)")
    }

    private static func words(_ error: InstallError, _ options: InitOptions) -> String {
        let isPip = options.package?.hasPrefix("pypi:") ?? false
        let maySourceOnly = isPip && !options.allowBuild && [.noSuchVersion, .noSuchPackage].contains(error.code)
        let hint = maySourceOnly ? "\nif it is there as source only, --allow-build lets pip build it" : ""
        let lines = error.lines.suffix(5).map { "\n  \($0)" }.joined()
        return "\(error)\(hint)\(lines)"
    }
}
