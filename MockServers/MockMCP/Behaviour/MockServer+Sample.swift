import JSON

extension MockServer {
    /// A small sound server of both eras: what `openwork-mock` is without a script.
    public static let sample = MockServer("openwork-mock", version: "1.0.0", title: "OpenWork mock")
        .instructing("A pretended server for tests. Call echo to see that it is there.")
        .offering(
            MockTool("echo", "Gives a text back.", title: "Echo")
                .taking("text", .string, "What to give back")
                .readOnly()
                .answering(.text("{{/text}}")),
            MockTool("add", "Adds two numbers.", title: "Add")
                .taking("a", .number, "First number")
                .taking("b", .number, "Second number")
                .returning(schema: [
                    "type": "object",
                    "properties": ["sum": ["type": "number", "description": "The first plus the second"]],
                    "required": ["sum"],
                ])
                .readOnly()
                .answering(.structured(["sum": "{{sum /a /b}}"])),
            MockTool("clock", "Tells the time, which stands still here.", title: "Clock")
                .returning(schema: [
                    "type": "object",
                    "properties": ["time": ["type": "string", "description": "Date and time, as in ISO 8601"]],
                    "required": ["time"],
                ])
                .readOnly()
                .answering(.structured(["time": "2026-07-28T12:00:00Z"])),
            MockTool("slow", "Takes half a second, and reports progress.", title: "Slow work")
                .readOnly()
                .answering(.text("Done at last."))
                .after(.milliseconds(500), progressSteps: 4),
            MockTool("fail", "Always fails, and says so in its result.", title: "Failure")
                .readOnly()
                .answering(.failure("This tool always fails.")),
            MockTool("note", "Keeps a note, or would if it were real.", title: "Note")
                .taking("text", .string, "What to keep")
                .taking(optional: "urgent", .boolean, "Whether it cannot wait")
                .changing(destructively: false)
                .answering(.text("Noted: {{/text}}"))
        )
        .announcingChanges()
}
