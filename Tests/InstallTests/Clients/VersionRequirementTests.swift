import Install
import Testing

@Suite("What an entry demands of a runtime")
struct VersionRequirementTests {
    @Test(
        "is fulfilled or not",
        arguments: [
            ("python>=3.12", "3.12.0", true), ("python>=3.12", "3.11.9", false), ("python>=3.12.4", "3.12.1", false),
            ("python~=3.12.0", "3.12.7", true), ("python~=3.12.0", "3.13.0", false), ("python~=3.12", "3.13.0", true),
            ("node>=22", "v22.1.0", true), ("node>=22", "20.20.2", false), ("node>=22,<25", "25.0.0", false),
            ("node>=22, <25", "24.9.0", true), ("python!=3.13", "3.13.0", false), ("python==3.12", "3.12", true),
            ("docker", "anything", true),
        ]
    )
    func fulfilled(text: String, version: String, expected: Bool) {
        #expect(VersionRequirement(text).accepts(version) == expected)
    }

    @Test("has a name")
    func named() {
        #expect(VersionRequirement("python~=3.12.0").name == "python")
        #expect(VersionRequirement("docker daemon").name == "docker")
    }
}
