import DaemonAPI
import JSON
import Testing

@testable import Daemon

@Suite struct CommandRefusalTests {
    @Test(
        arguments: [
            ["id": "x", "servers": [["kind": "command", "executable": "/bin/sh"]]],
            ["id": "x", "servers": [["kind": "oci", "package": "a", "mounts": ["/:/host"]]]],
            ["id": "x", "servers": [["kind": "npm", "package": "a", "allowInstallScripts": true]]],
            ["id": "x", "servers": [["kind": "npm", "package": "a", "environment": ["LD_PRELOAD": "x"]]]],
            ["id": "x", "command": "sh"],
        ] as [JSONValue]
    )
    func `What decides what runs on this machine does not come over HTTP`(entry: JSONValue) {
        let problem = CommandRefusal.problem(with: entry)
        #expect(problem?.status == 422)
        #expect(problem?.fix.contains("openwork add") == true)
    }

    @Test func `The short form of an entry passes`() {
        let entry: JSONValue = ["id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server"]
        #expect(CommandRefusal.problem(with: entry) == nil)
    }
}
