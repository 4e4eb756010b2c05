/// One member of a wire object.
///
/// A member that changes its shape between revisions is listed once per shape.
struct WireMember: Sendable {
    let name: String
    let type: WireType
    let isRequired: Bool
    let revisions: WireRevisions

    static func required(
        _ name: String,
        _ type: WireType,
        since: ProtocolRevision = .november2024,
        through: ProtocolRevision = .latest
    ) -> WireMember {
        WireMember(name: name, type: type, isRequired: true, revisions: WireRevisions(since: since, through: through))
    }

    static func optional(
        _ name: String,
        _ type: WireType,
        since: ProtocolRevision = .november2024,
        through: ProtocolRevision = .latest
    ) -> WireMember {
        WireMember(name: name, type: type, isRequired: false, revisions: WireRevisions(since: since, through: through))
    }

    /// The constant member by which a shape is told from its siblings.
    static func tag(_ name: String, _ value: String) -> WireMember {
        .required(name, .word(value))
    }
}
