import JSON
import Registry
import Testing

@Suite struct GenericToolTargetTests {
    @Test(
        "finds the tool that a call names",
        arguments: [
            (["name": "${tool}", "arguments": "${arguments}"], ["name": "whoami", "arguments": [:]], "whoami"),
            (["command": "call ${tool} ${arguments}"], ["command": "call projects-get {\"id\": 1}"], "projects-get"),
            (["command": "call ${tool} ${arguments}"], ["command": "call projects-get"], "projects-get"),
            (["command": "call ${tool}"], ["command": "search dashboards"], nil),
            (["command": "call ${tool}"], ["command": "call "], nil),
            (["command": "call ${tool}"], [:], nil),
        ] as [(JSONObject, JSONObject, String?)]
    )
    func target(call: JSONObject, arguments: JSONObject, name: String?) {
        #expect(GenericTool("exec", call: call).target(of: arguments) == name)
    }
}
