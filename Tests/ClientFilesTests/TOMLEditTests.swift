import ClientFiles
import Testing

@Suite("A client's file in TOML")
struct TOMLEditTests {
    private static let path = ["mcp_servers", "openwork-support"]
    private static let lines = ["url = \"http://localhost:18800/mcp/support\""]
    private static let table = "[mcp_servers.openwork-support]\nurl = \"http://localhost:18800/mcp/support\"\n"

    private static func set(_ text: String) throws -> String {
        String(decoding: try TOMLEdit(Array(text.utf8)).setting(path, to: lines), as: UTF8.self)
    }

    private static func removed(_ text: String) throws -> String {
        String(decoding: try TOMLEdit(Array(text.utf8)).removing(path), as: UTF8.self)
    }

    private static let files = [
        "", "model = \"gpt\" # mine\n", "[mcp_servers.other]\ncommand = 'x'\n\n[mcp_servers.other.env]\nA = \"b\"\n",
        "notes = '''\n[mcp_servers.openwork-support]\n'''\nlist = [\n  [1],\n  [2],\n]\n",
    ]

    @Test("gets a table at its end, and keeps every byte before it", arguments: files)
    func adds(_ before: String) throws {
        #expect(try Self.set(before) == before + (before.isEmpty ? "" : "\n") + Self.table)
    }

    @Test("is what it was once the table is taken out again", arguments: files.dropFirst())
    func removes(_ before: String) throws {
        #expect(try Self.removed(try Self.set(before)) == before)
    }

    @Test("has the table replaced where it stands, with those below it")
    func replaces() throws {
        let before = """
            a = 1

            [mcp_servers."openwork-support"]
            command = "x"

            [mcp_servers.openwork-support.env]
            A = "b"

            # about the next
            [profiles.fast]
            model = "m"

            """
        #expect(
            try Self.set(before) == """
                a = 1

                [mcp_servers.openwork-support]
                url = "http://localhost:18800/mcp/support"

                # about the next
                [profiles.fast]
                model = "m"

                """
        )
    }

    @Test("is refused where the table cannot be set without touching something else")
    func refuses() {
        #expect(throws: ClientFileFault.self) { try Self.set("mcp_servers = { a = { command = \"x\" } }\n") }
        let fault = #expect(throws: ClientFileFault.self) { try Self.set("a = 1\nb =\n") }
        #expect(fault?.line == 2)
    }

    @Test(
        "is refused where brackets hold no name, which would end the program that reads it",
        arguments: [
            "[=]", "[.a]", "[\u{E9}]", "[[!]]", " [ $", "[", "\u{FEFF}[=]", "[\u{301}a]", "[ # none", "[\u{C}f",
        ]
    )
    func noName(_ row: String) {
        let fault = #expect(throws: ClientFileFault.self) { try TOMLEdit(Array("a = 1\n\(row)\nb = 2\n".utf8)) }
        #expect(fault?.line == 2)
    }

    @Test(
        "is taken where such brackets stand inside a value",
        arguments: ["a = [\n[ +1 ],\n[]\n]\n", "a = \"\"\"\n[=]\n\"\"\"\n", "a = '''\n[ $\n'''\n"]
    )
    func bracketsInValues(_ text: String) throws {
        #expect(try Self.set(text).hasPrefix(text))
    }

    @Test(
        "writes texts so that they are read back",
        arguments: ["plain", "with \"quotes\"", "back\\slash", "line\nbreak\u{1}"]
    )
    func quotes(_ text: String) throws {
        let written = "a = \(TOMLEdit.quoted(text))\n"
        let found = try TOMLEdit(Array(written.utf8)).setting(["b"], to: [])
        #expect(String(decoding: found, as: UTF8.self).hasPrefix(written))
    }
}
