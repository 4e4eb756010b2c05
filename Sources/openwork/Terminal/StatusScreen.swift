import DaemonAPI
import Health
import JSON

/// The status as it is shown while somebody watches: the table, and below it what happened of late.
struct StatusScreen {
    let table: StatusTable
    let happened: [EventMessage]
    let columns: Int
    let rows: Int

    /// How many things that happened are remembered.
    static let memory = 8

    /// Every line fits, and no more lines than there is room for.
    func text(all: Bool, isColoured: Bool) -> String {
        let news = happened.suffix(Self.memory).compactMap(Self.words)
        let tail = news.isEmpty ? [] : ["", "of late"] + news.map { "  " + $0 }
        var head = table.text(all: all).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let room = max(3, rows - tail.count - 3)
        if head.count > room {
            let left = head.count - room + 1
            head = head.prefix(room - 1) + ["… \(left) more lines: openwork status"]
        }
        let lines = head + tail + ["", "watching · Ctrl-C ends"]
        return lines.enumerated().map { index, line in
            let fitting = Self.cut(line, columns)
            return isColoured ? Self.coloured(fitting, isTitle: index == 0) : fitting
        }.joined(separator: "\n")
    }

    /// One thing that happened; nil for what nobody has to see.
    static func words(_ event: EventMessage) -> String? {
        let clock = event.at.text.split(separator: "T").last.map { $0.prefix(8) } ?? ""
        let id = event.integration ?? ""
        switch event.kind {
        case .state:
            let from = event.details["from"]?.stringValue ?? "?"
            let to = event.details["to"]?.stringValue ?? "?"
            let state = HealthState(rawValue: to)
            let code = event.details["reason"]?["code"]?.stringValue ?? event.details["code"]?.stringValue
            return "\(clock)  \(state?.icon ?? " ") \(id): \(from) → \(to)" + (code.map { " (\($0))" } ?? "")
        case .install: return "\(clock)  📦 \(id): \(event.details["message"]?.stringValue ?? "installing")"
        case .configuration: return "\(clock)  🔧 \(id) was configured"
        case .registry: return "\(clock)  📖 the registry changed"
        case .role: return "\(clock)  👥 roles changed"
        default: return nil
        }
    }

    private static func cut(_ line: String, _ columns: Int) -> String {
        guard columns > 8, TextTable.width(line) > columns else { return line }
        var out = ""
        var width = 1
        for character in line {
            width += TextTable.width(String(character))
            guard width <= columns else { break }
            out.append(character)
        }
        return out + "…"
    }

    private static func coloured(_ line: String, isTitle: Bool) -> String {
        let codes: [(String, String)] = [("❌", "31"), ("⚠️", "33"), ("❔", "2")]
        if isTitle { return "\u{1B}[1m\(line)\u{1B}[0m" }
        guard let code = codes.first(where: { line.hasPrefix($0.0) })?.1 else { return line }
        return "\u{1B}[\(code)m\(line)\u{1B}[0m"
    }
}
