import DaemonAPI
import Registry

/// What the wizard asks about one integration.
struct SetupNeeds {
    /// Without these nothing works.
    let required: [FieldReport]
    /// Ways to prove who one is, of which one is enough; each is a set of settings.
    let ways: [[FieldReport]]
    /// Whether the only way is a list of secrets of which any may do.
    let isAnyEnough: Bool

    init(_ report: IntegrationReport, _ entry: Integration?) {
        let required = report.fields.filter(\.isRequired)
        self.required = required.filter { !$0.isSet } + required.filter(\.isSet)
        let chosen = report.servers.first(where: \.isChosen)?.id
        let server = entry?.servers.first { $0.id == chosen } ?? entry?.servers.first
        let sets = server.flatMap { entry?.auth(of: $0).alternatives } ?? []
        let fields = Dictionary(report.fields.map { ($0.name, $0) }) { first, _ in first }
        let known = sets.map { $0.compactMap { fields[$0] }.filter { !$0.isRequired } }.filter { !$0.isEmpty }
        let secrets = report.fields.filter(\.isSecret)
        isAnyEnough = known.isEmpty && required.isEmpty
        ways = known.isEmpty && required.isEmpty && !secrets.isEmpty ? [secrets] : known
    }

    var question: String {
        let names = (required + (ways.count == 1 ? ways[0] : [])).map(\.name)
        let rest = ways.count > 1 ? ["a credential"] : []
        let all = names + rest
        return all.isEmpty ? "It needs no settings: switch it on?" : "Enter \(all.joined(separator: ", ")) now?"
    }
}
