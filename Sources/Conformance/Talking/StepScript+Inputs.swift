import JSON
import MCP

/// Multi round-trip requests: what the server asks for is answered in the same request, sent again.
extension StepScript {
    mutating func inputs() async {
        let able: JSONObject = ["elicitation": [:], "sampling": [:], "roots": [:]]
        let steps: [(Step, String)] = [
            (.askElicitation, "test_input_required_result_elicitation"),
            (.askSampling, "test_input_required_result_sampling"),
            (.askRoots, "test_input_required_result_list_roots"),
        ]
        for (step, tool) in steps {
            await fixture(step, tool, meta: meta(able))
        }
        await fixture(.askIncapable, "test_input_required_result_elicitation", meta: meta())
        await answer(.askElicitation, "test_input_required_result_elicitation", able)
        await fixture(.askSeveral, "test_input_required_result_multiple_inputs", meta: meta(able))
        await rounds(able)
        await states(able)
        await prompt(able)
    }

    private mutating func answer(_ asked: Step, _ tool: String, _ able: JSONObject) async {
        guard let replies = replies(to: asked) else {
            for step in [Step.answerInput, .answerNothing, .answerExtra, .answerWrong] {
                notes.gaps[step] = notes.gaps[asked] ?? "nothing was asked for"
            }
            return
        }
        await retry(.answerInput, tool, ["inputResponses": .object(replies)], able)
        await retry(.answerNothing, tool, ["inputResponses": [:]], able)
        var extra = replies
        extra["openwork_unasked_\(talk.seed)"] = ["action": "accept", "content": ["foo": "bar"]]
        await retry(.answerExtra, tool, ["inputResponses": .object(extra)], able)
        let wrong = JSONObject(replies.map { ($0.key, 12_345) })
        await retry(.answerWrong, tool, ["inputResponses": .object(wrong)], able)
    }

    private mutating func rounds(_ able: JSONObject) async {
        let tool = "test_input_required_result_multi_round"
        await fixture(.askRounds, tool, meta: meta(able))
        guard let replies = replies(to: .askRounds) else {
            notes.gaps[.answerRounds] = notes.gaps[.askRounds] ?? "nothing was asked for"
            return
        }
        var answers: JSONObject = ["inputResponses": .object(replies)]
        answers["requestState"] = state(of: .askRounds).map { .string($0) }
        await retry(.answerRounds, tool, answers, able)
    }

    private mutating func states(_ able: JSONObject) async {
        let tool = "test_input_required_result_tampered_state"
        await fixture(.askState, tool, meta: meta(able))
        guard let replies = replies(to: .askState), let state = state(of: .askState) else {
            for step in [Step.answerState, .tamperState] {
                notes.gaps[step] = notes.gaps[.askState] ?? "no state was given"
            }
            return
        }
        await retry(.answerState, tool, ["inputResponses": .object(replies), "requestState": .string(state)], able)
        let changed = String(state.dropLast()) + (state.last == "0" ? "1" : "0")
        await retry(.tamperState, tool, ["inputResponses": .object(replies), "requestState": .string(changed)], able)
    }

    private mutating func prompt(_ able: JSONObject) async {
        guard talk.steps.contains(.askPrompt) else {
            return
        }
        guard case .result(let result) = notes.exchanges[.listPrompts]?.outcome,
            result["prompts"]?.arrayValue?.contains(where: { $0["name"] == "test_input_required_result_prompt" })
                == true
        else {
            notes.gaps[.askPrompt] = "the server has no prompt test_input_required_result_prompt, the fixture for this"
            return
        }
        await step(.askPrompt, "prompts/get", ["name": .string(Fixtures.askingPrompt)], meta: meta(able))
    }

    private mutating func retry(_ step: Step, _ tool: String, _ answers: JSONObject, _ able: JSONObject) async {
        var params: JSONObject = ["name": .string(tool), "arguments": [:]]
        for (key, value) in answers {
            params[key] = value
        }
        await self.step(step, "tools/call", params, meta: meta(able))
    }

    private func meta(_ capabilities: JSONObject) -> JSONObject {
        var meta = meta()
        meta[MetaKey.clientCapabilities] = .object(capabilities)
        return meta
    }

    private func state(of step: Step) -> String? {
        guard case .result(let result) = notes.exchanges[step]?.outcome else {
            return nil
        }
        return result["requestState"]?.stringValue
    }

    /// An answer to each thing that was asked for; nil when nothing was.
    private func replies(to step: Step) -> JSONObject? {
        guard case .result(let result) = notes.exchanges[step]?.outcome,
            let requests = result["inputRequests"]?.objectValue, !requests.isEmpty
        else {
            return nil
        }
        var replies: JSONObject = [:]
        for (key, request) in requests {
            let reply = ClientReply.to(request["method"]?.stringValue ?? "", request["params"])
            replies[key] = reply.map { .object($0) }
        }
        return replies
    }
}
