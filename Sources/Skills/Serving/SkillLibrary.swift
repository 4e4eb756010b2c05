/// The skills that come with the product.
package enum SkillLibrary {
    private static let files: [(id: String, bytes: [UInt8])] = [
        ("ahrefs", PackageResources.ahrefs_json),
        ("buffer", PackageResources.buffer_json),
        ("discord", PackageResources.discord_json),
        ("lemlist", PackageResources.lemlist_json),
        ("loom", PackageResources.loom_json),
        ("pandadoc", PackageResources.pandadoc_json),
        ("productboard", PackageResources.productboard_json),
        ("slack", PackageResources.slack_json),
        ("typeform", PackageResources.typeform_json),
        ("vercel", PackageResources.vercel_json),
    ]

    /// Their ids, sorted.
    package static var ids: [String] { files.map(\.id) }

    /// The file of a skill as it was written; nil when there is none of that id.
    package static func file(_ id: String) -> [UInt8]? {
        files.first { $0.id == id }?.bytes
    }

    /// A skill, read anew on each call; nil when there is none of that id.
    package static func skill(_ id: String) -> Skill? {
        guard let bytes = file(id) else { return nil }
        do throws(SkillFaults) {
            return try Skill(parsing: bytes)
        } catch {
            preconditionFailure("the built-in skill \(id) is not sound:\n\(error)")
        }
    }
}
