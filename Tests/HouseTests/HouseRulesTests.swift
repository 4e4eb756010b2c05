import Testing

@Suite("House rules that a machine can count")
struct HouseRulesTests {
    /// What may not stand in our code, put together here so that this file does not trip over itself.
    private static let forbidden = [
        "@unchecked " + "Sendable", "nonisolated" + "(unsafe)", "Task" + ".sleep", "try" + "!", "fatal" + "Error(",
        "JSON" + "Decoder", "JSON" + "Encoder", "JSON" + "Serialization", "TO" + "DO", "FIX" + "ME",
    ]

    @Test("no forbidden construct stands in sources or tests", arguments: ["Sources", "MockServers", "Tests"])
    func nothingForbidden(folder: String) throws {
        let found = try Tree.swiftFiles(in: [folder]).flatMap { file in
            file.lines.enumerated().flatMap { number, line in
                Self.forbidden.filter { line.contains($0) }.map { "\(file.path):\(number + 1) \($0)" }
            }
        }
        #expect(found == [])
    }
}
