/// What there is to know about a fault before it is used.
package struct FaultForm: Sendable {
    /// Groups of the catalogue, in the order in which they are listed and in which they act.
    package enum Group: String, Sendable, CaseIterable {
        /// Start, end and pipes of the process.
        case life
        /// Status, fields and connection of HTTP.
        case http
        /// The handshake and what is declared there.
        case handshake
        /// `tools/list`.
        case listing
        /// `tools/call`.
        case calling
        /// The JSON-RPC envelope of any message.
        case envelope
        /// When a message leaves, and in which order.
        case timing
        /// The bytes on the wire.
        case bytes
    }

    /// How it is called on the command line and in a script.
    package let name: String
    /// Where it stands in the catalogue; faults act in the order of their groups.
    package let group: Group
    /// What the server does under it, in one line.
    package let summary: String
    /// The rule that is broken, in our words.
    package let breaks: String
    /// What can be set, the main one first: `name=value` sets it.
    package let parameters: [FaultParameter]

    /// Over which transports it shows.
    package let reach: FaultReach

    init(
        _ name: String,
        _ group: Group,
        _ summary: String,
        breaks: String,
        over reach: FaultReach = .everywhere,
        _ parameters: FaultParameter...
    ) {
        self.name = name
        self.reach = reach
        self.group = group
        self.summary = summary
        self.breaks = breaks
        self.parameters = parameters
    }

    /// Parameters including those that the catalogue adds to every fault of messages.
    var allParameters: [FaultParameter] {
        group == .life ? parameters : parameters.filter { $0.name != "method" } + FaultScope.parameters(for: self)
    }
}
