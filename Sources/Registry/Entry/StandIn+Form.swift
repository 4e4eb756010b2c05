extension StandIn {
    static let form = Form<StandIn>.object(
        "StandIn",
        "A skill that is called in the place of the server while that is down.",
        blank: StandIn("", tools: []),
        [
            .required("skill", { $1(&$0.skill) }, .text, "a skill that comes with the product, or its file"),
            .required("tools", { $1(&$0.tools) }, .list(Tool.form), "the tools that it can stand in for"),
        ]
    )
}

extension StandIn.Tool {
    static let form = Form<StandIn.Tool>.object(
        "StandInTool",
        "A tool of the server, and what is called in its place.",
        blank: StandIn.Tool("", calls: ""),
        [
            .required("tool", { $1(&$0.name) }, .text, "as the server lists it"),
            .required("calls", { $1(&$0.calls) }, .text, "the tool of the skill"),
            .defaulted(
                "arguments",
                { $1(&$0.arguments) },
                .texts("argument", pattern: "^.+$") { !$0.isEmpty },
                to: [:],
                "what the skill calls arguments that have another name there"
            ),
        ]
    )
}
