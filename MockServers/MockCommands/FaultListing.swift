package import MockMCP

/// The catalogue of faults as text for a terminal.
package struct FaultListing {
    /// What is printed.
    package let text: String

    /// Words every fault of a catalogue.
    package init(_ catalogue: FaultCatalogue) {
        let groups = FaultForm.Group.allCases.map { group in
            let forms = catalogue.forms.filter { $0.group == group }
            return "\(group.title)\n" + forms.map(Self.describe).joined()
        }
        text = groups.joined(separator: "\n") + Self.common
    }

    private static func describe(_ form: FaultForm) -> String {
        var lines = ["  \(form.name)", "      \(form.summary)", "      breaks: \(form.breaks)"]
        if form.reach != .everywhere {
            let transports = MockTransport.allCases.filter(form.reach.transports.contains).map(\.rawValue)
            lines.append("      only over \(transports.joined(separator: " and "))")
        }
        for parameter in form.parameters {
            let initial = parameter.initial.map { " (\($0))" } ?? ""
            lines.append("      \(parameter.name)=<\(parameter.kind.rawValue)>\(initial)  \(parameter.summary)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let common = """

        Every fault that is not under "Life of the process" also takes:
              method=<text>  only for messages about this method
              tool=<text>    only for calls of this tool
              skip=<count>   leaves the first so many alone
              times=<count>  strikes at most so many times

        Write NAME, NAME=VALUE for its first parameter, or NAME@KEY=VALUE,KEY=VALUE.

        """
}

extension FaultForm.Group {
    fileprivate var title: String {
        switch self {
        case .life: "Life of the process"
        case .http: "HTTP"
        case .handshake: "Handshake"
        case .listing: "Tool list"
        case .calling: "Calls"
        case .envelope: "Messages"
        case .timing: "Time and order"
        case .bytes: "Bytes on the wire"
        }
    }
}
