import DaemonAPI
import JSON
import Skills

/// What an entry may not hold when it comes over HTTP: nobody who reaches a port gets to start programs of their choice.
enum CommandRefusal {
    /// Members of a server that choose what is executed, or what of this machine is handed over.
    private static let forbidden = ["executable", "mounts", "allowInstallScripts"]

    static func problem(with entry: JSONValue) -> Problem? {
        var faults: [Problem.Fault] = []
        for (index, server) in (entry["servers"]?.arrayValue ?? []).enumerated() {
            if server["kind"] == "command" {
                faults.append(fault("/servers/\(index)/kind", "starts a command"))
            }
            if server["kind"] == "skill", server["package"]?.stringValue.map(SkillFile.isMeant) ?? false {
                faults.append(fault("/servers/\(index)/package", "reads a file of this machine"))
            }
            for key in forbidden where server[key] != nil && server[key] != false && server[key]?.arrayValue != [] {
                faults.append(fault("/servers/\(index)/\(key)", "decides what runs on this machine"))
            }
            for name in (server["environment"]?.objectValue ?? [:]).keys where isLoader(name) {
                faults.append(fault("/servers/\(index)/environment/\(name)", "decides what runs on this machine"))
            }
        }
        for key in ["command", "args"] where entry[key] != nil {
            faults.append(fault("/\(key)", "starts a command"))
        }
        guard !faults.isEmpty else { return nil }
        return Problem(
            422,
            "command_over_http",
            "an entry that decides what runs on this machine cannot be added over HTTP",
            fix: "write the entry to a file and run openwork add FILE in the terminal",
            faults: faults
        )
    }

    /// Whether a variable of this name decides what is run, whatever program gets it.
    static func isLoader(_ name: String) -> Bool {
        ["LD_", "DYLD_"].contains { name.hasPrefix($0) }
            || ["PATH", "NODE_OPTIONS", "PYTHONSTARTUP", "PYTHONPATH", "NODE_PATH", "BASH_ENV", "ENV"].contains(name)
    }

    private static func fault(_ field: String, _ message: String) -> Problem.Fault {
        Problem.Fault(field: field, message: message, fix: "run openwork add FILE in the terminal")
    }
}
