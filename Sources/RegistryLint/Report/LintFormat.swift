/// How findings are written.
package enum LintFormat: String, Sendable, CaseIterable {
    /// A line for each, as compilers write them.
    case pretty
    /// One object with a list.
    case json
    /// Annotations that GitHub shows at the line.
    case github
}
