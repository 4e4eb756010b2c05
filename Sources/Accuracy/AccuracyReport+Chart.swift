import Health

extension AccuracyReport {
    /// Bars of the servers that nobody can use and that a check calls up, by transport and check.
    package var chart: String {
        var lines: [String] = []
        var y = 64
        for part in parts {
            lines.append(text(part.transport == .memory ? "virtual time" : part.transport.rawValue, 20, y, bold: true))
            y += 24
            for bar in bars(of: part) {
                let width = Int((bar.share * Double(Self.full)).rounded())
                lines.append(text(bar.name, 20, y + 13))
                lines.append(
                    "<rect x=\"130\" y=\"\(y)\" width=\"\(max(1, width))\" height=\"16\" fill=\"\(bar.color)\"/>"
                )
                lines.append(text(bar.words, 140 + width, y + 13))
                y += 24
            }
            y += 16
        }
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \(y)" font-family="sans-serif" font-size="13">
            <rect width="760" height="\(y)" fill="#ffffff"/>
            """
        let title = text("Dead servers that are shown as alive, of all dead ones", 20, 30, bold: true)
        return ([head, title] + lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private struct Bar {
        let name: String
        let share: Double
        let words: String
        let color: String
    }

    private static let full = 420

    private func bars(of part: AccuracyPart) -> [Bar] {
        let lost = HealthState.allCases.reduce(0) { $0 + part.confusion.count(.disconnected, $1) }
        let own = bar("OpenWork", part.confusion.count(.disconnected, .connected), lost, "#2e7d32")
        return [own]
            + part.checks.sorted { $0.key < $1.key }.map { bar($0.key, $0.value.missed, $0.value.lost, "#c62828") }
    }

    private func bar(_ name: String, _ missed: Int, _ lost: Int, _ color: String) -> Bar {
        let share = lost > 0 ? Double(missed) / Double(lost) : 0
        let percent = (share * 1_000).rounded() / 10
        return Bar(name: name, share: share, words: "\(percent) % (\(missed) of \(lost))", color: color)
    }

    private func text(_ words: String, _ x: Int, _ y: Int, bold: Bool = false) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" fill=\"#222222\"\(bold ? " font-weight=\"bold\"" : "")>\(words)</text>"
    }
}
