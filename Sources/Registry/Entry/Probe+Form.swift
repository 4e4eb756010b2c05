import JSON

extension Probe {
    static let form = Form<Probe>.object(
        "Probe",
        "The cheapest call that changes nothing and fails when the credential is not accepted.",
        blank: Probe(""),
        [
            .required("tool", { $1(&$0.tool) }, .text, "a tool that is listed and read-only"),
            .defaulted(
                "arguments",
                { $1(&$0.arguments) },
                .jsonObject,
                to: [:],
                "what to call it with; ${NAME} is a configured value"
            ),
            .defaulted(
                "expect",
                { $1(&$0.expect) },
                .oneOrMore(BodyTest.form),
                to: [],
                "what must be so in the answer"
            ),
            .defaulted(
                "readOnly",
                { $1(&$0.isReadOnly) },
                .truth,
                to: false,
                "whether this call changes nothing although the tool could"
            ),
            .optional("timeLimit", { $1(&$0.timeLimit) }, .duration, "how long it may take"),
            .optional("note", { $1(&$0.note) }, .text, "why this one"),
        ]
    )
}

extension BodyTest {
    static let form = Form<BodyTest>.object(
        "BodyTest",
        "One question to a body; all that is given must hold.",
        blank: BodyTest(),
        [
            .optional("path", { $1(&$0.path) }, .pointer, "where to look; leave it out for the whole body as text"),
            .optional("exists", { $1(&$0.exists) }, .truth, "whether there must be something, or must not"),
            .optional("equals", { $1(&$0.equals) }, .json, "what must be there, exactly"),
            .optional("contains", { $1(&$0.contains) }, .text, "a text that must occur, letter by letter"),
            .optional("lacks", { $1(&$0.lacks) }, .text, "a text that must not occur"),
            .optional("matches", { $1(&$0.matches) }, .text, "a regular expression that must match somewhere"),
            .optional("minCount", { $1(&$0.minCount) }, .integer(0...1_000_000), "the least number of elements"),
        ]
    ) { test, faults in
        guard test.path == nil else {
            if test == BodyTest(test.path) { faults.add("asks nothing", fix: "give exists or equals") }
            return
        }
        if test == BodyTest() { faults.add("asks nothing", fix: "give contains, lacks, matches, or a path to look at") }
    }
}
