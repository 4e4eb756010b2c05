import HTTPTypes
import Install
import MCPConnection
import MCPHTTP
import Probing
import Registry
import Synchronization

extension LiveStage {
    /// How a server is reached.
    enum Target: Sendable {
        case program(StdioServer)
        case address(HTTPClientSettings)
    }

    /// Installs what is to be installed, and looks for what has to be there.
    package func prepare(_ subject: EntrySubject) async -> EntryPreparation {
        let server = subject.server
        guard server.kind != .skill else {
            return .impossible(
                .incomplete("operations of our own are no server that could be started: they run offline")
            )
        }
        var capabilities = Capabilities(baseEnvironment: settings.base)
        var client: String?
        if [.pypi, .npm, .oci].contains(server.kind) {
            let title = "\(subject.integration.id)/\(server.id)"
            let request = InstallRequest(subject.integration.id, server)
            let prefix = "\(settings.prefix)/\(subject.integration.id)/\(server.id)"
            do throws(InstallError) {
                let made = try await installer.install(request, at: prefix) { [onInstall] in onInstall(title, $0) }
                client = made.client
                if let program = made.program {
                    let installed = Capabilities.Installed(program.executable, arguments: program.arguments)
                    capabilities.installed[server.id] = installed
                }
                if server.kind == .oci { capabilities.programs[made.client] = "" }
            } catch {
                return error.preparation
            }
        }
        for requirement in server.requires { await look(for: requirement, of: server, &capabilities) }
        if server.kind == .command, let program = server.executable {
            await look(for: program, of: server, &capabilities)
        }
        if let lack = capabilities.lacking(for: server) { return .impossible(.incomplete(lack)) }
        let found = capabilities
        ready.withLock { $0["\(subject.integration.id)/\(server.id)"] = found }
        return .ready(client: client)
    }

    /// The command or the address, as the daemon makes it.
    func target(_ play: EntryPlay) throws(LiveFault) -> Target {
        let title = "\(play.integration.id)/\(play.server.id)"
        let capabilities = ready.withLock { $0[title] } ?? Capabilities(baseEnvironment: settings.base)
        var integration = play.integration
        integration.servers = integration.servers.map { $0.id == play.server.id ? play.server : $0 }
        let plan: LaunchPlan
        do throws(LaunchPlanError) {
            plan = try LaunchPlan(
                for: integration,
                configuration: play.configuration,
                on: capabilities,
                server: play.server.id
            )
        } catch {
            throw .plan(error)
        }
        switch plan.target {
        case .program(let server): return .program(server)
        case .skill: throw .skill
        case .address(let url, let fields):
            do throws(HTTPAddressError) {
                var http = HTTPClientSettings(address: try HTTPAddress(url))
                for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                    guard let name = HTTPField.Name(name) else { continue }
                    http.fields.append(HTTPField(name: name, value: value))
                }
                return .address(http)
            } catch {
                throw .address(error)
            }
        }
    }

    private func look(
        for requirement: String,
        of server: IntegrationServer,
        _ capabilities: inout Capabilities
    ) async {
        let name = VersionRequirement(requirement).name.split(separator: " ").first.map(String.init) ?? requirement
        // Its environment was made with one that will do.
        if name == "python", server.kind == .pypi {
            capabilities.programs[name] = ""
            return
        }
        let command = InstallCommand(name, ["--version"], environment: settings.base)
        let result = await runner.run(command, within: .seconds(20)) { _ in }
        if case .notStarted = result.ending { return }
        let words = (result.output.first ?? "").split(separator: " ")
        let version = words.first { $0.drop { $0 == "v" }.first?.isNumber == true && $0.contains(".") }
        capabilities.programs[name] = version.map { String($0) } ?? ""
    }
}

extension InstallError {
    /// What it says about the entry, or about this machine.
    fileprivate var preparation: EntryPreparation {
        let words = lines.last.map { "\(description); last words: \($0)" } ?? description
        switch code {
        case .incompleteEntry, .noSuchPackage, .noSuchVersion, .integrityMismatch, .conflict, .noProgram, .failed:
            return .refused(.failed(expected: "an installation", actual: words))
        case .toolMissing, .wrongRuntime, .noEngine, .registryUnreachable, .registryRefused, .diskFull, .notWritable,
            .prefixTaken, .timedOut, .cancelled:
            return .impossible(.incomplete(words))
        }
    }
}
