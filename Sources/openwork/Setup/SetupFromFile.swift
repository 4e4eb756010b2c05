import ClientFiles
import DaemonAPI
import HTTPTypes
import Setup

/// Does what a file says, without asking anybody.
struct SetupFromFile {
    let daemon: DaemonClient
    let machine: UserMachine
    let ending: SetupEnding

    /// Whether everything in it works afterwards.
    func run(_ path: String) async throws -> Bool {
        let (file, clients) = try read(path)
        let values = try checked(file, try await daemon.integrations(), folder: path)
        var isFine = true
        for item in file.items {
            do {
                let verdict = try await daemon.configure(item.id, values[item.id] ?? [:], server: item.server)
                Terminal.print(VerdictText.text(verdict))
                isFine = isFine && VerdictText.isFine(verdict)
            } catch ClientFault.problem(let problem) {
                Terminal.print("❌ \(item.id): \(ClientFault.problem(problem).description)")
                isFine = false
            }
        }
        let isReady = try await ending.tellReadiness(file.roles)
        for client in clients {
            for role in file.roles { try ending.tell(client, role) }
        }
        return isFine && isReady
    }

    private func read(_ path: String) throws -> (SetupFile, [ClientKind]) {
        guard let bytes = try WholeFile.bytes(of: path) else { throw ClientFault.usage("there is no file \(path)") }
        do throws(SetupFaults) {
            let file = try SetupFile(try SetupText.read(bytes))
            let unknown = file.clients.filter { ClientKind(rawValue: $0) == nil }
            guard unknown.isEmpty else {
                let known = ClientKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw SetupFaults(unknown.map { "clients has \($0), which is none: use \(known)" })
            }
            return (file, file.clients.compactMap(ClientKind.init))
        } catch {
            throw ClientFault.usage("\(path) cannot be used:\n\(error)")
        }
    }

    /// Every value, or everything for which there is none: nothing is done by halves.
    private func checked(
        _ file: SetupFile,
        _ reports: [IntegrationReport],
        folder path: String
    ) throws -> [String: [String: String?]] {
        var faults: [String] = []
        var values: [String: [String: String?]] = [:]
        for item in file.items {
            guard let report = reports.first(where: { $0.status.id == item.id }) else {
                faults.append("integrations.\(item.id): there is no such integration")
                continue
            }
            for (name, value) in item.values {
                let isSecret = report.fields.first { $0.name == name }?.isSecret ?? false
                do throws(SetupFaults) {
                    values[item.id, default: [:]][name] = .some(try text(of: value, isSecret: isSecret, folder: path))
                } catch {
                    faults.append("integrations.\(item.id).env.\(name) \(error)")
                }
            }
        }
        guard faults.isEmpty else {
            throw ClientFault.usage("\(path) cannot be used:\n\(faults.joined(separator: "\n"))")
        }
        return values
    }

    private func text(of value: SetupFile.Value, isSecret: Bool, folder path: String) throws(SetupFaults) -> String {
        switch value {
        case .plain(let text):
            guard !isSecret else {
                throw SetupFaults(["is a secret and stands in the file: write {env: VARIABLE} or {file: PATH}"])
            }
            return text
        case .variable(let name):
            guard let text = machine.environment[name], !text.isEmpty else {
                throw SetupFaults(["needs the variable \(name), which is not set"])
            }
            return text
        case .file(let name):
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let beside = parts.isEmpty ? name : parts.joined(separator: "/") + "/" + name
            let place = name.hasPrefix("/") ? name : beside
            // Why it cannot be read does not matter as much as that it must be there.
            guard let bytes = (try? WholeFile.bytes(of: place)).flatMap(\.self),
                let line = String(validating: bytes, as: UTF8.self)?.split(whereSeparator: \.isNewline).first
            else { throw SetupFaults(["needs the file \(place), which cannot be read or is empty"]) }
            return String(line)
        }
    }
}
