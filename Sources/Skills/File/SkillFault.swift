/// One thing that is wrong with a skill file or an OpenAPI document: where, what, and what to do.
package struct SkillFault: Sendable, Hashable {
    /// The field, such as `operations[2].path`; empty for the whole file.
    package let path: String
    /// The fault and its fix, in one sentence.
    package let message: String

    /// Names a field and what is wrong with it.
    package init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }
}

extension SkillFault: CustomStringConvertible {
    package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
