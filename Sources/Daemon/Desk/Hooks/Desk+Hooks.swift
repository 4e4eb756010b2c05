import Crypto
import DaemonAPI
package import JSON
import MCPAuthorization
import Registry
import Skills
import Store
import Synchronization

extension Desk {
    /// Lets in what is signed and new, tells those who listen, and keeps it for the agents that ask.
    ///
    /// Vendors wait three seconds for the answer: nothing is asked of anybody here.
    package func receive(_ delivery: HookDelivery) async throws -> JSONValue? {
        let id = delivery.vendor.rawValue
        let key = try await hookKey(of: delivery.vendor)
        let now = settings.now().milliseconds / 1_000
        do throws(InteractionFault) {
            try check(delivery, key, now)
        } catch {
            throw Self.problem(error)
        }
        // By what was signed: there is more than one way to write a signature down.
        let signed = SHA256.hash(data: Array("\(id) \(delivery.timestamp ?? ""):".utf8) + delivery.body)
        guard hooks.withLock({ $0.admit(Array(signed), at: now) }) else {
            throw Problem(409, "replayed", "this delivery came before", fix: "sign each delivery anew")
        }
        do throws(InteractionFault) {
            switch delivery.vendor {
            case .slack: return try receiveSlack(delivery.body)
            case .discord: return try receiveDiscord(delivery.body)
            }
        } catch {
            throw Self.problem(error)
        }
    }

    /// Where interactions of an integration wait for its agents; nil for one whose vendor sends none.
    func inbox(of id: String, _ server: IntegrationServer) -> InteractionInbox? {
        guard server.kind == .skill, HookDelivery.Vendor(rawValue: id) != nil, server.package == id else { return nil }
        return memory.withLock { memory in
            if let inbox = memory.inboxes[id] { return inbox }
            let inbox = InteractionInbox()
            memory.inboxes[id] = inbox
            return inbox
        }
    }

    // MARK: Steps

    private func hookKey(of vendor: HookDelivery.Vendor) async throws -> String {
        let id = vendor.rawValue
        let name = vendor == .slack ? "SLACK_SIGNING_SECRET" : "DISCORD_PUBLIC_KEY"
        let stored = try await store.configuration(of: id)
        let sealed = stored?.secrets[name]
        let value = try sealed.map { try vault.open($0, for: SecretPlace(.setting, id, name)) }
        guard stored?.isEnabled == true, let key = value ?? stored?.settings[name], !key.isEmpty else {
            throw Problem(
                404,
                "hook_closed",
                "nothing is taken from \(id) here",
                fix: "set what deliveries are signed with: openwork configure \(id) \(name)"
            )
        }
        return key
    }

    private func check(_ delivery: HookDelivery, _ key: String, _ now: Int64) throws(InteractionFault) {
        switch delivery.vendor {
        case .slack:
            try SlackSignature(secret: Secret(key)).check(
                body: delivery.body,
                timestamp: delivery.timestamp,
                signature: delivery.signature,
                now: Double(now)
            )
        case .discord:
            try DiscordSignature(publicKey: key).check(
                body: delivery.body,
                timestamp: delivery.timestamp,
                signature: delivery.signature
            )
            guard let time = delivery.timestamp.flatMap({ Int64($0) }),
                (now - 300...now + 300).contains(time)
            else { throw .forged("it was made more than 5 minutes from now") }
        }
    }

    private func receiveSlack(_ body: [UInt8]) throws(InteractionFault) -> JSONValue? {
        // Slack asks once whether the address is ours.
        if let asked = try? JSONValue(parsing: body), asked["type"] == "url_verification" {
            return ["challenge": asked["challenge"] ?? ""]
        }
        let given = try SlackInteraction(parsing: body)
        var item: JSONObject = ["kind": .string(given.type), "user": .string(given.user)]
        item["channel"] = given.channel.map { .string($0) }
        item["message"] = given.message.map { .string($0.ts) }
        item["thread"] = given.message?.thread.map { .string($0) }
        item["actions"] = .array(
            given.actions.map { action in
                var object: JSONObject = ["id": .string(action.id), "type": .string(action.type)]
                object["value"] = action.value.map { .string($0) }
                return .object(object)
            }
        )
        if let view = given.payload["view"] {
            item["dialog"] = view["callback_id"]
            item["fields"] = view["state"]?["values"]
        }
        var secret: JSONObject = [:]
        secret["responseUrl"] = given.responseURL.map { .string($0) }
        secret["triggerId"] = given.triggerID.map { .string($0) }
        deliver(item, secret, to: "slack")
        return nil
    }

    private func receiveDiscord(_ body: [UInt8]) throws(InteractionFault) -> JSONValue? {
        let given = try DiscordInteraction(parsing: body)
        var item: JSONObject = ["interaction": .string(given.id)]
        item["user"] = given.user.map { .string($0) }
        item["channel"] = given.channel.map { .string($0) }
        item["guild"] = given.guild.map { .string($0) }
        item["message"] = given.message.map { .string($0) }
        let answer: JSONValue
        switch given.kind {
        case .ping: return DiscordInteraction.pong
        case .autocomplete: return ["type": 8, "data": ["choices": []]]
        case .component(let custom, let values):
            (item["kind"], item["customId"]) = ("component", .string(custom))
            item["values"] = .array(values.map { .string($0) })
            // Taken; the message stays as it is until the agent changes it.
            answer = ["type": 6]
        case .dialog(let custom):
            (item["kind"], item["customId"]) = ("dialog", .string(custom))
            item["fields"] = given.payload["data"]?["components"]
            answer = given.message == nil ? ["type": 5, "data": ["flags": 64]] : ["type": 6]
        case .command(let name):
            (item["kind"], item["command"]) = ("command", .string(name))
            item["options"] = given.payload["data"]?["options"]
            answer = ["type": 5]
        case .other(let number): throw .malformed("type \(number) is none that an application is told of")
        }
        let secret: JSONObject = ["applicationId": .string(given.applicationID), "token": .string(given.token)]
        deliver(item, secret, to: "discord")
        return answer
    }

    /// Everybody who listens hears of it; what an answer can be sent with is for the agents of the integration only.
    private func deliver(_ item: JSONObject, _ secret: JSONObject, to id: String) {
        var item = item
        item["at"] = .string(now.text)
        publish(.interaction, id, item)
        for (key, value) in secret { item[key] = value }
        memory.withLock { memory in
            let inbox = memory.inboxes[id] ?? InteractionInbox()
            memory.inboxes[id] = inbox
            return inbox
        }.add(item)
    }

    private static func problem(_ fault: InteractionFault) -> Problem {
        switch fault {
        case .unsigned, .forged:
            Problem(
                401,
                "bad_signature",
                "\(fault)",
                fix: "sign the bytes that are sent, with the key that is set here"
            )
        case .malformed:
            Problem(400, "bad_interaction", "\(fault)", fix: "send what the vendor documents")
        case .badKey:
            Problem(503, "bad_key", "\(fault)", fix: "set the key as the vendor shows it: openwork configure ID")
        }
    }
}
