import Store
import Testing

@Suite("What roles were given")
struct RoleStoreTests {
    @Test("keeps the order, tells nothing given from never touched, and goes back", arguments: StoreDoor.allCases)
    func assigns(door: StoreDoor) async throws {
        try await door.withStore { store in
            let given = [RoleAssignment("b"), RoleAssignment("a", isRequired: false)]
            try await store.assign(given, to: "ops")
            try await store.assign([], to: "router")
            #expect(try await store.roleAssignments() == ["ops": given, "router": []])
            try await store.assign([RoleAssignment("c")], to: "ops")
            try await store.assign(nil, to: "router")
            #expect(try await store.roleAssignments() == ["ops": [RoleAssignment("c")]])
        }
    }

    @Test("a list that names an integration twice changes nothing", arguments: StoreDoor.allCases)
    func twice(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.assign([RoleAssignment("a")], to: "ops")
            let error = await #expect(throws: StoreError.self) {
                try await store.assign([RoleAssignment("b"), RoleAssignment("b")], to: "ops")
            }
            #expect(error?.code == .refused)
            #expect(try await store.roleAssignments() == ["ops": [RoleAssignment("a")]])
        }
    }
}
