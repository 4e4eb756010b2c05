package import JSON

/// A skill file made from an OpenAPI document, and what of the document is not in it.
package struct ImportedSkill: Sendable, Hashable {
    /// The file, ready to be written; it is sound.
    package let file: JSONValue
    /// Operations that were left out although they were asked for: which, and why.
    package let skipped: [SkillFault]
    /// What is not quite as in the document: which operation, and what.
    package let notes: [SkillFault]
}
