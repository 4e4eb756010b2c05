package import JSON
import MCPAuthorization

/// What somebody did in Slack that the app is told of: a click on a button, a dialog that was sent or closed.
package struct SlackInteraction: Sendable, Hashable {
    /// One button or menu that was used.
    package struct Action: Sendable, Hashable {
        /// As the message named it.
        package let id: String
        /// Such as `button`.
        package let type: String
        /// What a button carries, or what was chosen; nil without one.
        package let value: String?
    }

    /// Such as `block_actions`, `view_submission`, `view_closed`, `shortcut`.
    package let type: String
    /// The workspace; nil in organisation-wide events.
    package let team: String?
    /// Who did it.
    package let user: String
    /// Where the message stands; nil in a dialog.
    package let channel: String?
    /// The message with the button, and the thread it is in.
    package let message: (ts: String, thread: String?)?
    /// Opens a dialog, for three seconds; nil where none can be opened.
    package let triggerID: String?
    /// Where an answer can be posted for half an hour; nil in a dialog.
    package let responseURL: String?
    /// In order; empty apart from `block_actions`.
    package let actions: [Action]
    /// The whole payload, for what has no member here.
    package let payload: JSONValue

    /// Reads the body of a request, a form with the field `payload`; its signature is checked before.
    package init(parsing body: [UInt8]) throws(InteractionFault) {
        guard let text = FormFields(decoding: String(decoding: body, as: UTF8.self))["payload"] else {
            throw .malformed("the form has no single field payload")
        }
        do throws(JSONError) {
            payload = try JSONValue(parsing: text)
        } catch {
            throw .malformed("payload is not JSON: \(error)")
        }
        guard let type = payload["type"]?.stringValue else { throw .malformed("payload has no type") }
        guard let user = payload["user"]?["id"]?.stringValue else { throw .malformed("payload has no user.id") }
        self.type = type
        self.user = user
        team = payload["team"]?["id"]?.stringValue
        let container = payload["container"]
        channel = payload["channel"]?["id"]?.stringValue ?? container?["channel_id"]?.stringValue
        let stamp = container?["message_ts"]?.stringValue ?? payload["message"]?["ts"]?.stringValue
        let thread = container?["thread_ts"]?.stringValue ?? payload["message"]?["thread_ts"]?.stringValue
        message = stamp.map { ($0, thread) }
        triggerID = payload["trigger_id"]?.stringValue
        responseURL = payload["response_url"]?.stringValue
        actions = (payload["actions"]?.arrayValue ?? []).compactMap { action in
            guard let id = action["action_id"]?.stringValue else { return nil }
            return Action(
                id: id,
                type: action["type"]?.stringValue ?? "",
                value: action["value"]?.stringValue ?? action["selected_option"]?["value"]?.stringValue
            )
        }
    }

    package static func == (left: SlackInteraction, right: SlackInteraction) -> Bool { left.payload == right.payload }

    package func hash(into hasher: inout Hasher) { hasher.combine(payload) }
}

extension SlackInteraction: CustomStringConvertible {
    /// Without the payload, whose addresses and triggers let anybody answer.
    package var description: String { "\(type) by \(user): \(actions.map(\.id).joined(separator: ", "))" }
}
