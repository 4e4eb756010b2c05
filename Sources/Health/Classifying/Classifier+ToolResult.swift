import JSON

extension Classifier {
    /// What the result of a tool call shows; `isError` is one sign among others, in both directions.
    func finding(_ answer: ToolAnswer, _ facts: ContactFacts, _ said: Said) -> Finding {
        let isProbe = facts.step == .probe || answer.tool == rules.probeTool
        let failed = isProbe ? expectations.filter { !$0.holds(in: said.body) } : []
        let isProven = isProbe && failed.isEmpty && expectations.contains(where: \.isPositive)
        let structural = structure(said.report)
        let declared = signature(facts, said)

        if let declared, isProven || structural?.weight != .definite { return declared }
        if isProven {
            let finding = good(facts, proof: .credential).marked("assertion", "holds")
            return answer.isError ? finding.marked("isError", "true, which the answer does not bear out") : finding
        }
        if let structural {
            return refined(structural, by: structural.weight == .definite ? nil : words(in: answer, said))
        }
        if let reading = words(in: answer, said) {
            var finding = Finding(reading.code, .vague, .words).marked("words", reading.words)
            finding.isLogin = reading.isLogin
            return answer.isError ? finding.marked("isError", "true") : finding
        }
        return unexplained(answer, said, failed: failed, isProbe: isProbe, facts)
    }

    /// An answer in which nothing is understood as a refusal.
    private func unexplained(
        _ answer: ToolAnswer,
        _ said: Said,
        failed: [CompiledTest],
        isProbe: Bool,
        _ facts: ContactFacts
    ) -> Finding {
        guard isProbe else {
            // Calls fail for many reasons that are the caller's own; the server has answered.
            let finding = good(facts, proof: .reachable)
            return answer.isError ? finding.marked("isError", "true") : finding
        }
        if answer.isError || said.report.isReport {
            let mark = answer.isError ? "isError" : said.report.marks.first ?? "report"
            return Finding(.vendorError, .vague).marked(mark, "true, and nothing says why")
        }
        if let test = failed.first {
            // This is what the entry says a good credential shows.
            return Finding(.credentialInvalid, .usual).marked("assertion", "does not hold: \(test.words)")
        }
        if expectations.isEmpty, Self.isEmpty(said.body) {
            return good(facts, proof: .reachable).marked("answer", "empty, which proves nothing")
        }
        return good(facts, proof: .credential)
    }

    /// What the words of an error mean; words that nobody marked as an error count only where they sound like one.
    private func words(in answer: ToolAnswer, _ said: Said) -> ErrorWords.Reading? {
        if answer.isError || said.report.isReport {
            let text =
                said.report.messages.isEmpty ? said.text : (said.report.messages + [said.text]).joined(separator: "\n")
            return named(in: text) ?? ErrorWords.read(text)
        }
        for text in answer.texts where AnswerBody.json(text) == nil && ErrorWords.soundsLikeFailure(text) {
            if let reading = named(in: text) ?? ErrorWords.read(text) { return reading }
        }
        return nil
    }

    /// Nothing at all, an empty list or object, or nothing but nulls.
    private static func isEmpty(_ body: AnswerBody) -> Bool {
        if body.values.isEmpty { return body.text.trimmed.isEmpty }
        return body.values.allSatisfy(isEmpty)
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .array(let array): array.allSatisfy(isEmpty)
        case .object(let object): object.values.allSatisfy(isEmpty)
        case .string(let text): text.isEmpty
        case .bool, .number: false
        }
    }
}
