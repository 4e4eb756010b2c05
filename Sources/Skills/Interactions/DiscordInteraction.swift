package import JSON

/// What somebody did in Discord that the application is told of: a click on a component, a dialog that was sent.
package struct DiscordInteraction: Sendable, Hashable {
    /// What was done; the numbers are Discord's.
    package enum Kind: Sendable, Hashable {
        /// Discord asks whether we are there; to be answered with `{"type": 1}`.
        case ping
        case command(name: String)
        /// A button or menu: its `custom_id`, and what was chosen in a menu.
        case component(customID: String, values: [String])
        case autocomplete(name: String)
        case dialog(customID: String)
        case other(Int)
    }

    /// The answer to a ping.
    package static let pong: JSONValue = ["type": 1]

    /// Names the interaction in the path of its answer.
    package let id: String
    /// Whose token can follow up.
    package let applicationID: String
    /// What was done.
    package let kind: Kind
    /// Answers are sent with it, for 15 minutes; like a password until then.
    package let token: String
    /// Who did it; nil for a ping.
    package let user: String?
    /// Where; nil for a ping.
    package let channel: String?
    /// Nil in direct messages.
    package let guild: String?
    /// The message with the component.
    package let message: String?
    /// The whole payload, for what has no member here.
    package let payload: JSONValue

    /// Reads the body of a request; its signature is checked before.
    package init(parsing body: [UInt8]) throws(InteractionFault) {
        do throws(JSONError) {
            payload = try JSONValue(parsing: body)
        } catch {
            throw .malformed("the body is not JSON: \(error)")
        }
        guard let type = payload["type"]?.intValue else { throw .malformed("there is no type") }
        guard let id = payload["id"]?.stringValue, let token = payload["token"]?.stringValue else {
            throw .malformed("id or token is missing")
        }
        self.id = id
        self.token = token
        applicationID = payload["application_id"]?.stringValue ?? ""
        user = (payload["member"]?["user"] ?? payload["user"])?["id"]?.stringValue
        channel = payload["channel_id"]?.stringValue ?? payload["channel"]?["id"]?.stringValue
        guild = payload["guild_id"]?.stringValue
        message = payload["message"]?["id"]?.stringValue
        kind = try Self.kind(type, payload["data"])
    }

    private static func kind(_ type: Int, _ data: JSONValue?) throws(InteractionFault) -> Kind {
        switch type {
        case 1: return .ping
        case 2: return .command(name: data?["name"]?.stringValue ?? "")
        case 4: return .autocomplete(name: data?["name"]?.stringValue ?? "")
        case 3, 5:
            guard let id = data?["custom_id"]?.stringValue else { throw .malformed("data has no custom_id") }
            let values = (data?["values"]?.arrayValue ?? []).compactMap(\.stringValue)
            return type == 3 ? .component(customID: id, values: values) : .dialog(customID: id)
        default: return .other(type)
        }
    }
}

extension DiscordInteraction: CustomStringConvertible {
    /// Without the payload, which holds the token.
    package var description: String { "interaction \(id): \(kind)" }
}
