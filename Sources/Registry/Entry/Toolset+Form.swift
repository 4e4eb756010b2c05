import JSON

extension Toolset {
    static let form = Form<Toolset>.object(
        "Toolset",
        "Tools that are switched on and off together.",
        blank: Toolset("", onByDefault: false),
        [
            .required("name", \.name, .text, "what tools name"),
            .required("onByDefault", \.isOnByDefault, .truth, "whether its tools are listed when nothing is set"),
            .defaulted("environment", \.environment, .variables, to: [:], "variables that switch it on"),
            .defaulted("arguments", \.arguments, .list(.anyText), to: [], "arguments that switch it on"),
        ]
    )
}

extension GenericTool {
    static let form = Form<GenericTool>.object(
        "GenericTool",
        "A tool through which others are called that no list shows.",
        blank: GenericTool("", call: [:]),
        [
            .required("tool", \.tool, .text, "the tool that is listed"),
            .required(
                "call",
                \.call,
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
