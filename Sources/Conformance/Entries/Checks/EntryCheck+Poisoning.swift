import JSON
import Vetting

/// What a list of tools may hide from the user who approves it.
extension EntryCheck {
    static let noHiddenText = vetting(
        .hiddenText,
        "SEC-HIDDEN-TEXT",
        "Nothing in the list of tools is hidden from the eye",
        requirement: "Names, descriptions and schemas hold no characters that are invisible or turn text around.",
        reason: "A model obeys what it reads; a user approves what they see.",
        twin: "A description with a blank of no width in it."
    )
    static let noInstructions = vetting(
        .instructions,
        "SEC-INSTRUCTIONS",
        "Descriptions describe, and do not order the model about",
        requirement: "No text of a tool tells a model to forget its rules, hide something, or hand over secrets.",
        reason: "A description is part of the prompt: this is how a tool takes over the agent that only listed it.",
        twin: "A description that tells the model to ignore all previous instructions."
    )
    static let noPlantedCommands = vetting(
        .plantedCommand,
        "SEC-PLANTED-COMMAND",
        "No schema suggests a command line",
        requirement: "Defaults, constants, choices and examples hold no command that a shell would run.",
        reason: "Models fill in what a schema suggests, and some tool runs it.",
        twin: "A default that downloads a script."
    )
    static let noLookAlikes = vetting(
        .lookAlike,
        "SEC-LOOK-ALIKE",
        "Every tool has a name of its own",
        requirement: "No two names of a list look alike, and none borrows letters of another alphabet.",
        reason: "Whoever approves one of them gets the other.",
        twin: "A second tool whose name differs by a hyphen."
    )

    private static func vetting(
        _ kind: SuspicionKind,
        _ id: CheckID,
        _ title: String,
        requirement: String,
        reason: String,
        twin: String
    ) -> EntryCheck {
        EntryCheck(
            id,
            title,
            requirement: requirement,
            reason: reason,
            method: "Every text of the list and the server's instructions are looked through; nothing is called.",
            twin: twin,
            needs: [.session]
        ) { record in
            guard let session = record.session else {
                return record.untriedConversation ?? .incomplete("the server was not spoken to")
            }
            return session.opened { opened in
                let instructions = opened.result["instructions"]?.stringValue ?? ""
                if let found = ToolVetting.suspicions(in: instructions).first(where: { $0.kind == kind }) {
                    return .failed(expected: title, actual: "the server's instructions: \(found.seen): \(kind.fix)")
                }
                guard opened.declares("tools") else { return .passed }
                return session.listing(.firstListing) { listing in
                    let found = ToolVetting.suspicions(in: listing.tools, of: [kind])
                    guard let first = found.first else { return .passed }
                    let more = found.count > 1 ? " (and \(found.count - 1) more)" : ""
                    return .failed(expected: title, actual: first.description + more)
                }
            }
        }
    }
}
