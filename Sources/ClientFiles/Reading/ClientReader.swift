import JSON

/// Reads the servers out of a client's file.
package struct ClientReader: Sendable {
    private let placeholders: Placeholders

    /// Takes the variables that placeholders in a file may name, and the user's home.
    package init(environment: [String: String] = [:], home: String = "") {
        placeholders = Placeholders(environment: environment, home: home)
    }

    /// Everything that a file says about servers.
    package func read(_ bytes: [UInt8], of file: ClientFile) -> FoundFile {
        var found = FoundFile(file: file, servers: [], faults: [])
        do throws(ClientFileFault) {
            let value = file.client.isTOML ? try TOMLReading.value(of: bytes) : try RelaxedJSON(bytes).value
            add(value.member(at: file.section[...]), project: nil, to: &found)
            guard file.client == .claudeCode else { return found }
            for (project, settings) in value["projects"]?.objectValue ?? [:] {
                add(settings["mcpServers"], project: project, to: &found)
            }
        } catch {
            found.faults.append(error.description)
        }
        return found
    }

    private func add(_ section: JSONValue?, project: String?, to found: inout FoundFile) {
        guard let section, !section.isNull else { return }
        guard let servers = section.objectValue else {
            found.faults.append("has something else than an object under \(found.file.section.joined(separator: "."))")
            return
        }
        for (name, settings) in servers {
            do throws(ClientFileFault) {
                var server = try self.server(name, settings, found.file)
                server.project = project
                found.servers.append(server)
            } catch {
                found.faults.append("\(name) \(error)")
            }
        }
    }

    private func server(_ name: String, _ json: JSONValue, _ file: ClientFile) throws(ClientFileFault) -> FoundServer {
        var open: [String] = []
        let resolve = { (text: String) in placeholders.resolve(text, &open) }
        let launch: FoundServer.Launch
        if let program = json["command"]?.stringValue, !program.isEmpty {
            var environment = texts(json["env"])
            for name in json["env_vars"]?.arrayValue ?? [] {
                if let name = name.stringValue { environment[name] = "${\(name)}" }
            }
            launch = .program(
                resolve(program),
                (json["args"]?.arrayValue ?? []).compactMap(\.stringValue).map(resolve),
                environment: environment.mapValues(resolve)
            )
        } else if let address = (json["url"] ?? json["serverUrl"] ?? json["httpUrl"])?.stringValue, !address.isEmpty {
            var fields = texts(json["headers"] ?? json["http_headers"])
            for (field, variable) in texts(json["env_http_headers"]) { fields[field] = "${\(variable)}" }
            if let variable = json["bearer_token_env_var"]?.stringValue {
                fields["Authorization"] = "Bearer ${\(variable)}"
            }
            launch = .address(resolve(address), fields: fields.mapValues(resolve))
        } else {
            throw ClientFileFault("has neither a command nor an address")
        }
        var server = FoundServer(file.client, file.path, name: name, launch)
        server.isOff = json["disabled"] == true || json["enabled"] == false
        server.unresolved = open
        return server
    }

    /// Members that are texts, and numbers and truths by theirs.
    private func texts(_ json: JSONValue?) -> [String: String] {
        var texts: [String: String] = [:]
        for (key, value) in json?.objectValue ?? [:] {
            switch value {
            case .string(let text): texts[key] = text
            case .number(let number): texts[key] = number.description
            case .bool(let truth): texts[key] = truth ? "true" : "false"
            default: break
            }
        }
        return texts
    }
}
