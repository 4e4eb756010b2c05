import JSON

extension Toolset {
    static let form = Form<Toolset>.object(
        "Toolset",
        "Tools that are switched on and off together.",
        blank: Toolset("", onByDefault: false),
        [
            .required("name", { $1(&$0.name) }, .text, "what tools name"),
            .required(
                "onByDefault",
                { $1(&$0.isOnByDefault) },
                .truth,
                "whether its tools are listed when nothing is set"
            ),
            .defaulted("environment", { $1(&$0.environment) }, .variables, to: [:], "variables that switch it on"),
            .defaulted("arguments", { $1(&$0.arguments) }, .list(.anyText), to: [], "arguments that switch it on"),
        ]
    )
}

extension GenericTool {
    static let form = Form<GenericTool>.object(
        "GenericTool",
        "A tool through which others are called that no list shows.",
        blank: GenericTool("", call: [:]),
        [
            .required("tool", { $1(&$0.tool) }, .text, "the tool that is listed"),
            .required(
                "call",
                { $1(&$0.call) },
                .jsonObject,
                "its arguments, in which ${tool} stands for the other tool's name and ${arguments} for its arguments"
            ),
        ]
    )
}

extension Form where Value == [String: String] {
    /// Variables and their values.
    static var variables: Form { .texts("variable", pattern: Spelling.variablePattern, Spelling.isVariable) }

    /// Header fields and their values.
    static var fields: Form {
        .texts("header field", pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$") { name in
            !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
        }
    }
}
