/// A skill that is called in the place of an integration's server while that is down.
package struct StandIn: Sendable, Hashable {
    /// One tool of the server, and what is called in its place.
    package struct Tool: Sendable, Hashable {
        /// As the server lists it.
        package var name: String
        /// The tool of the skill.
        package var calls: String
        /// What the skill calls arguments that have another name there, by the server's names.
        package var arguments: [String: String]

        /// A tool whose arguments have the same names in both.
        package init(_ name: String, calls: String, arguments: [String: String] = [:]) {
            self.name = name
            self.calls = calls
            self.arguments = arguments
        }
    }

    /// A skill that comes with the product, or its file.
    package var skill: String
    /// The tools that it can stand in for; no other is called in this way.
    package var tools: [Tool]

    /// Names a skill for some tools.
    package init(_ skill: String, tools: [Tool]) {
        self.skill = skill
        self.tools = tools
    }
}
