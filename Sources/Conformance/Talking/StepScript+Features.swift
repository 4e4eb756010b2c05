import JSON
import MCP

/// What servers may have beside tools: tried where it is declared, and only what changes nothing.
extension StepScript {
    /// Resources, prompts, completion and logging, and the fixtures of the official suite where they are.
    mutating func features() async {
        await resources()
        await prompts()
        await logging()
        await content()
        await reports()
        await changes()
        if session.revision.era == .modern {
            await inputs()
        }
    }

    private mutating func resources() async {
        let steps: [Step] = [
            .listResources, .listTemplates, .readResource, .readBinary, .readTemplate, .unknownResource, .subscribe,
            .unsubscribe,
        ]
        guard declared("resources", for: steps) else {
            return
        }
        await step(.listResources, "resources/list")
        await step(.listTemplates, "resources/templates/list")
        await step(.unknownResource, "resources/read", ["uri": .string("openwork-conform://no-such/\(talk.seed)")])
        await resourceFixtures()
        guard let uri = items(.listResources, "resources").first?["uri"], uri.stringValue != nil else {
            notes.gaps[.readResource] = "no resource is listed"
            notes.gaps[.subscribe] = "no resource is listed"
            notes.gaps[.unsubscribe] = "no resource is listed"
            return
        }
        await step(.readResource, "resources/read", ["uri": uri])
        guard session.revision.era == .legacy,
            session.result["capabilities"]?["resources"]?["subscribe"]?.boolValue == true
        else {
            notes.gaps[.subscribe] = "the server does not declare subscriptions to resources"
            notes.gaps[.unsubscribe] = notes.gaps[.subscribe]
            return
        }
        await step(.subscribe, "resources/subscribe", ["uri": uri])
        if talk.steps.contains(.unsubscribe) {
            await step(.unsubscribe, "resources/unsubscribe", ["uri": uri])
        } else if talk.steps.contains(.subscribe) {
            _ = await ask("resources/unsubscribe", ["uri": uri], meta: meta(), id: nextID())
        }
    }

    private mutating func resourceFixtures() async {
        if items(.listResources, "resources").contains(where: { $0["uri"]?.stringValue == Fixtures.binaryResource }) {
            await step(.readBinary, "resources/read", ["uri": .string(Fixtures.binaryResource)])
        } else {
            notes.gaps[.readBinary] = "\(Fixtures.binaryResource), the fixture for this, is not listed"
        }
        let templates = items(.listTemplates, "resourceTemplates")
        if templates.contains(where: { $0["uriTemplate"]?.stringValue == Fixtures.template.pattern }) {
            await step(.readTemplate, "resources/read", ["uri": .string(Fixtures.template.uri)])
        } else {
            notes.gaps[.readTemplate] = "\(Fixtures.template.pattern), the fixture for this, is not listed"
        }
    }

    private mutating func prompts() async {
        guard declared("prompts", for: Step.promptSteps) else {
            notes.gaps[.complete] = "the server declares no prompts"
            return
        }
        await step(.listPrompts, "prompts/list")
        await step(.unknownPrompt, "prompts/get", ["name": .string("openwork_no_such_prompt_\(talk.seed)")])
        let listed = items(.listPrompts, "prompts").filter { $0["name"]?.stringValue != nil }
        let plain = listed.first { $0.requiredArguments.isEmpty && $0["name"]?.stringValue != Fixtures.askingPrompt }
        if let name = plain?["name"] {
            await step(.getPrompt, "prompts/get", ["name": name])
        } else {
            notes.gaps[.getPrompt] = "every prompt needs arguments or answers, or none is listed"
        }
        if let name = listed.first(where: { !$0.requiredArguments.isEmpty })?["name"] {
            await step(.barePrompt, "prompts/get", ["name": name])
        } else {
            notes.gaps[.barePrompt] = "no prompt needs arguments"
        }
        await promptFixtures(listed)
        await complete(listed)
    }

    private mutating func promptFixtures(_ listed: [JSONValue]) async {
        let fixtures: [(Step, String)] = [
            (.fillPrompt, "test_prompt_with_arguments"), (.promptEmbedded, "test_prompt_with_embedded_resource"),
            (.promptImage, "test_prompt_with_image"),
        ]
        for (step, name) in fixtures {
            guard let prompt = listed.first(where: { $0["name"]?.stringValue == name }) else {
                notes.gaps[step] = "the server has no prompt \(name), the fixture for this"
                continue
            }
            var params: JSONObject = ["name": .string(name)]
            let values = prompt.argumentNames.map { argument -> (String, JSONValue) in
                let isAddress = argument.lowercased().hasSuffix("uri")
                return (argument, .string(isAddress ? "test://openwork/\(argument)" : "openwork-\(argument)"))
            }
            if !values.isEmpty { params["arguments"] = .object(JSONObject(values)) }
            await self.step(step, "prompts/get", params)
        }
    }

    private mutating func complete(_ prompts: [JSONValue]) async {
        // Before 2025-03-26 there was no such capability: who has prompts may complete them.
        let isDeclared = session.revision == .november2024 || session.declares("completions")
        guard isDeclared, session.revision != .november2024 || !prompts.isEmpty else {
            notes.gaps[.complete] = "the server does not declare completions"
            return
        }
        guard let prompt = prompts.first(where: { !$0.argumentNames.isEmpty }), let name = prompt["name"] else {
            notes.gaps[.complete] = "no prompt has an argument to complete"
            return
        }
        await step(
            .complete,
            "completion/complete",
            [
                "ref": ["type": "ref/prompt", "name": name],
                "argument": ["name": .string(prompt.argumentNames[0]), "value": ""],
            ]
        )
    }

    private mutating func logging() async {
        guard declared("logging", for: [.setLevel, .badLevel]) else {
            return
        }
        if session.revision.era == .legacy {
            await step(.setLevel, "logging/setLevel", ["level": "debug"])
            await step(.badLevel, "logging/setLevel", ["level": "openwork"])
        } else {
            notes.gaps[.setLevel] = "the level is part of each request"
            var meta = meta()
            meta[MetaKey.logLevel] = "openwork"
            await step(.badLevel, "server/discover", meta: meta)
        }
    }

    // MARK: Fixtures

    private mutating func content() async {
        await fixture(.callImage, "test_image_content")
        await fixture(.callAudio, "test_audio_content")
        await fixture(.callEmbedded, "test_embedded_resource")
        await fixture(.callMixed, "test_multiple_content_types")
        await fixture(.callFailing, "test_error_handling")
    }

    private mutating func reports() async {
        var meta = meta()
        meta[MetaKey.progressToken] = "openwork-progress"
        await fixture(.callProgress, "test_tool_with_progress", meta: meta)
        meta[MetaKey.progressToken] = nil
        if session.revision.era == .modern {
            await fixture(.callSilently, "test_tool_with_logging", meta: meta)
            meta[MetaKey.logLevel] = "debug"
        } else {
            notes.gaps[.callSilently] = "the level is that of the session"
        }
        await fixture(.callLogging, "test_tool_with_logging", meta: meta)
    }

    private mutating func changes() async {
        guard has(.update, "test_trigger_resource_update"), session.revision.era == .legacy else {
            notes.gaps[.update] = notes.gaps[.update] ?? "subscriptions are of another kind in this revision"
            if session.revision.era == .modern {
                await listen()
            }
            return
        }
        guard talk.steps.contains(.update) else {
            return
        }
        let uri: JSONObject = ["uri": .string(Fixtures.watchedResource)]
        _ = await ask("resources/subscribe", uri, meta: nil, id: nextID())
        await fixture(.update, "test_trigger_resource_update", ["uri": .string(Fixtures.watchedResource)])
        _ = await ask("resources/unsubscribe", uri, meta: nil, id: nextID())
    }

    /// Whether the server declares something; otherwise there is nothing to try in these steps.
    private mutating func declared(_ capability: String, for steps: [Step]) -> Bool {
        guard session.declares(capability) else {
            for step in steps {
                notes.gaps[step] = "the server does not declare \(capability)"
            }
            return false
        }
        return true
    }

    /// The objects in the answer to a list step.
    private func items(_ step: Step, _ member: String) -> [JSONValue] {
        guard case .result(let result) = notes.exchanges[step]?.outcome else {
            return []
        }
        return result[member]?.arrayValue ?? []
    }

    /// Whether a fixture is in the tool list; otherwise there is nothing to try in this step.
    mutating func has(_ step: Step, _ tool: String) -> Bool {
        guard notes.listings[.firstListing]?.names.contains(tool) == true else {
            notes.gaps[step] = "the server has no tool \(tool), the fixture for this"
            return false
        }
        return true
    }

    /// Calls a fixture where it is there.
    mutating func fixture(
        _ step: Step,
        _ tool: String,
        _ arguments: JSONObject = [:],
        meta: JSONObject? = nil
    ) async {
        guard talk.steps.contains(step), has(step, tool) else {
            return
        }
        var params: JSONObject = ["name": .string(tool), "arguments": .object(arguments)]
        if session.revision.era == .legacy, let token = meta?[MetaKey.progressToken] {
            params["_meta"] = [MetaKey.progressToken: token]
        }
        await self.step(step, "tools/call", params, meta: meta ?? self.meta())
    }
}

extension Step {
    /// What there is to try of prompts.
    fileprivate static let promptSteps: [Step] = [
        .listPrompts, .getPrompt, .fillPrompt, .promptEmbedded, .promptImage, .unknownPrompt, .barePrompt,
    ]
}

extension JSONValue {
    fileprivate var requiredArguments: [JSONValue] {
        (self["arguments"]?.arrayValue ?? []).filter { $0["required"]?.boolValue == true }
    }

    fileprivate var argumentNames: [String] {
        (self["arguments"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    }
}
