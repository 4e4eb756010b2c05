package import MCP

/// Every requirement of the five revisions that a client or a server can be held to, and what becomes of it.
package enum RequirementTable {
    /// The blocks as written, with what is wrong with those that cannot be read.
    private static let read: (requirements: [Requirement], faults: [String]) = {
        var requirements: [Requirement] = []
        var faults: [String] = []
        for block in RequirementText.all.flatMap({ $0.split(separator: "\n\n") }) {
            do throws(RequirementReader.Fault) {
                requirements.append(try RequirementReader.requirement(in: block))
            } catch {
                faults.append(error.description)
            }
        }
        return (requirements, faults)
    }()

    /// All of them, page by page.
    package static var requirements: [Requirement] {
        read.requirements
    }

    /// Blocks that cannot be read: none, or a test fails.
    package static var faults: [String] {
        read.faults
    }

    /// Those of one revision.
    package static func requirements(in revision: ProtocolRevision) -> [Requirement] {
        requirements.filter { $0.revisions.contains(revision) }
    }

    /// The requirements that a check tries.
    package static func requirements(of check: CheckID) -> [Requirement] {
        requirements.filter { $0.checks.contains(check) }
    }
}
