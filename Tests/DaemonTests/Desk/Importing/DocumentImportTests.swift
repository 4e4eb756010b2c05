import DaemonAPI
import Foundation
import Health
import JSON
import Store
import Testing

@testable import Daemon

@Suite("Documents that become integrations", .timeLimit(.minutes(1)))
struct DocumentImportTests {
    private func open(_ home: LoginHome, _ body: (Desk<ContinuousClock>) async throws -> Void) async throws {
        try await home.open(now: { WallTime(milliseconds: Timestamp.now.milliseconds) }, body)
    }

    @Test("tell what would come of them, and write nothing")
    func trial() async throws {
        let home = try LoginHome()
        try await open(home) { desk in
            let report = try await desk.importDocument(DocumentRequest(id: "pets", .text(Self.document), isTrial: true))
            #expect(report.name == "Pets" && report.base == "https://pets.example/v1")
            #expect(report.operations.map(\.tool) == ["pets_listPets", "pets_getMe", "pets_addPet"])
            #expect(report.operations.map(\.isReadOnly) == [true, true, false])
            #expect(report.probe == "pets_getMe")
            #expect(report.wanted == ["PETS_TOKEN"])
            #expect(report.skipped.contains { $0.contains("POST /photos") }, "\(report.skipped)")
            #expect(report.integration == nil)
            #expect(try await desk.status().integrations.isEmpty)
        }
        #expect(home.files(with: "listPets").isEmpty)
    }

    @Test("stand in the user's file afterwards, and go with it")
    func lifecycle() async throws {
        let home = try LoginHome()
        try await open(home) { desk in
            let request = DocumentRequest(id: "pets", .text(Self.document), name: "My Pets", probe: "pets_getMe")
            let report = try await desk.importDocument(request)
            let added = try #require(report.integration)
            #expect(added.status.name == "My Pets" && added.isCustom)
            #expect(added.fields.first { $0.name == "PETS_TOKEN" }?.isSecret == true)
            let file = try JSONValue(
                parsing: Array(try Data(contentsOf: URL(filePath: "\(home.path)/registry/integrations.json")))
            )
            #expect(file[0]?["servers"]?[0]?["package"] == "imported/pets.json")
            #expect(file[0]?["probe"]?["tool"] == "pets_getMe")
            // Nothing answers there: the settings are kept, and the verdict is honest.
            let verdict = try await desk.configure(
                "pets",
                ConfigureRequest(environment: ["PETS_TOKEN": "canary-4711", "PETS_API_URL": "http://127.0.0.1:9"])
            )
            #expect(verdict.status.health.state != .connected, "\(verdict)")
            #expect(try await desk.tools("pets").count { $0.isListed } == 3)

            // The same again with less replaces it.
            let fewer = DocumentRequest(id: "pets", .text(Self.document), isReadOnly: true, probe: "pets_getMe")
            #expect(try await desk.importDocument(fewer).integration?.status.isEnabled == true)
            while try await desk.tools("pets").count(where: \.isListed) != 2 {
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            try await desk.remove("pets")
            #expect(!FileManager.default.fileExists(atPath: "\(home.path)/skills/imported/pets.json"))
        }
    }

    @Test("replace nothing that came from elsewhere")
    func foreign() async throws {
        let home = try LoginHome()
        try home.write([["id": "pets", "name": "Pets", "npmPackage": "my-mcp-server"]])
        try await open(home) { desk in
            let problem = await #expect(throws: Problem.self) {
                try await desk.importDocument(DocumentRequest(id: "pets", .text(Self.document)))
            }
            #expect(problem?.status == 409)
        }
    }

    @Test(
        "are refused with a fix where they cannot be used",
        arguments: [
            (DocumentRequest(id: "pets", .text("swagger: '2.0'")), "invalid_document"),
            (DocumentRequest(id: "pets", .text(Self.document), probe: "pets_addPet"), "no_proof"),
            (DocumentRequest(id: "pets", .address("http://pets.example/openapi.json")), "document_unreachable"),
            (DocumentRequest(id: "pets", .address("file:///etc/passwd")), "document_unreachable"),
            (DocumentRequest(id: "pets", .address("http://127.0.0.1:9/openapi.json")), "document_unreachable"),
        ]
    )
    func unusable(request: DocumentRequest, code: String) async throws {
        try await open(try LoginHome()) { desk in
            let problem = await #expect(throws: Problem.self) { try await desk.importDocument(request) }
            #expect(problem?.code == code && problem?.fix.isEmpty == false, "\(String(describing: problem))")
        }
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: "1", description: All pets of the house.}
        servers: [{url: "https://pets.example/v1"}]
        security: [{token: []}]
        components:
          securitySchemes:
            token: {type: http, scheme: bearer}
        paths:
          /pets:
            get:
              operationId: listPets
              summary: Lists pets.
              responses: {"200": {description: pets}}
          /me:
            get:
              operationId: getMe
              summary: Tells whose token it is.
              responses: {"200": {description: me}}
          /pets/new:
            post:
              operationId: addPet
              summary: Adds a pet.
              responses: {"200": {description: pet}}
          /photos:
            post:
              operationId: addPhoto
              requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}}
              responses: {"200": {description: photo}}
        """
}
