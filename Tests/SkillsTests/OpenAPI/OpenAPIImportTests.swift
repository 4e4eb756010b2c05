import HTTPTypes
import JSON
import JSONSchema
import MCP
import MCPHTTP
@testable import Skills
import Testing

@Suite("Importing an OpenAPI document")
struct OpenAPIImportTests {
    static let yaml = """
        openapi: 3.0.3
        info: {title: Pet store, version: 2.1.0, description: Pets.}
        servers:
          - url: https://{region}.pets.example.com/v1
            variables: {region: {default: eu}}
        security:
          - key: []
        paths:
          /pets:
            parameters:
              - $ref: '#/components/parameters/Limit'
            get:
              operationId: listPets
              tags: [pets]
              summary: Lists pets
              parameters:
                - {name: 'filter[kind]', in: query, schema: {type: array, items: {type: string}}, explode: false}
                - {name: session, in: cookie, schema: {type: string}}
              responses: {'200': {content: {application/json: {}}}}
            post:
              operationId: add pet!
              tags: [pets, writing]
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/NewPet'}
              responses: {'201': {description: made}}
          /pets/{id}:
            get:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}
              security: []
              responses: {'200': {content: {image/png: {}}}}
            delete:
              operationId: removePet
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
              security: [{other: []}]
          /upload:
            post:
              operationId: upload
              requestBody:
                required: true
                content: {multipart/form-data: {schema: {type: object}}}
        components:
          parameters:
            Limit: {name: limit, in: query, schema: {type: integer, nullable: true}, description: How many.}
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Pet-Key}
            other: {type: http, scheme: digest}
          schemas:
            NewPet:
              allOf:
                - {$ref: '#/components/schemas/Named'}
                - type: object
                  required: [kind]
                  properties:
                    kind: {type: string, enum: [cat, dog, no]}
                    id: {type: string, readOnly: true}
                    friends: {type: array, items: {$ref: '#/components/schemas/NewPet'}}
            Named: {type: object, required: [name], properties: {name: {type: string}}}
        """

    private func imported(_ options: OpenAPIOptions = OpenAPIOptions(id: "pets")) throws -> ImportedSkill {
        try OpenAPIImport.skill(from: Array(Self.yaml.utf8), options)
    }

    @Test("gives a sound skill file, and says what is not in it")
    func whole() throws {
        let imported = try imported()
        let skill = try Skill(json: imported.file)
        #expect(skill.name == "Pet store")
        #expect(skill.version == "2.1.0")
        #expect(skill.defaultBase == "https://eu.pets.example.com/v1")
        #expect(skill.variables.map(\.name) == ["PETS_API_KEY", "PETS_API_URL"])
        #expect(skill.tools.map(\.name) == ["pets_listPets", "pets_add_pet", "pets_get_pets_id"])
        #expect(skill.tools.map(\.annotations.isReadOnly) == [true, false, true])
        #expect(imported.skipped.map(\.path) == ["DELETE /pets/{id} (removePet)", "POST /upload (upload)"])
        #expect(imported.skipped.first?.message == "it wants other credentials: other")
        #expect(imported.skipped.last?.message.contains("multipart/form-data is not supported") == true)
        #expect(imported.notes.map(\.message).contains { $0.contains("session is left out") })
        #expect(imported.notes.map(\.message).contains { $0.contains("#/components/schemas/NewPet") })
    }

    @Test("makes requests as the document wants them")
    func requests() throws {
        let skill = try Skill(json: try imported().file)
        func call(_ name: String, _ arguments: JSONObject) throws -> (String, String?, String) {
            let operation = try #require(skill.operations.first { $0.tool.name == name })
            #expect(operation.inputSchema.validate(.object(arguments)) == [])
            let request = SkillRequest(skill: skill, operation: operation, values: ["PETS_API_KEY": "k1"])
            let call = try request.call(arguments)
            let key = call.fields[try #require(HTTPField.Name("X-Pet-Key"))]
            return (call.address.target, key, String(decoding: call.body, as: UTF8.self))
        }
        #expect(
            try call("pets_listPets", ["limit": 3, "filter_kind": ["cat", "dog"]])
                == ("/v1/pets?limit=3&filter%5Bkind%5D=cat%2Cdog", "k1", "")
        )
        #expect(
            try call("pets_add_pet", ["name": "Tom", "kind": "no"]) == (
                "/v1/pets", "k1", #"{"name":"Tom","kind":"no"}"#
            )
        )
        #expect(try call("pets_get_pets_id", ["id": 7]) == ("/v1/pets/7", nil, ""))
    }

    @Test("turns schemas into those of tools")
    func schemas() throws {
        let skill = try Skill(json: try imported().file)
        let schemas = Dictionary(uniqueKeysWithValues: skill.tools.map { ($0.name, $0.inputSchema) })
        let limit = schemas["pets_listPets"]?["properties"]?["limit"]
        #expect(limit == ["type": ["integer", "null"], "description": "How many."])
        let post = schemas["pets_add_pet"]
        #expect(post?["required"] == ["name", "kind"])
        #expect(post?["properties"]?["id"] == nil)
        #expect(post?["properties"]?["friends"] == ["type": "array", "items": [:]])
        #expect(schemas["pets_get_pets_id"]?["properties"]?["id"] == ["type": "integer", "exclusiveMinimum": 0])
    }

    @Test(
        "takes what is selected",
        arguments: [
            (OpenAPIOptions(id: "p", tags: ["writing"]), ["p_add_pet"]),
            (OpenAPIOptions(id: "p", operations: ["listPets", "GET /pets/{id}"]), ["p_listPets", "p_get_pets_id"]),
            (OpenAPIOptions(id: "p", isReadOnly: true), ["p_listPets", "p_get_pets_id"]),
        ]
    )
    func selection(options: OpenAPIOptions, names: [String]) throws {
        #expect(try Skill(json: try imported(options).file).tools.map(\.name) == names)
    }

    @Test(
        "says why a document is of no use",
        arguments: [
            (#"{"swagger": "2.0"}"#, "openapi: is Swagger 2.0"), ("", "the document is empty"),
            ("openapi: 4.0.0", "is 4.0.0"), ("{\"openapi\": ", "the document is not JSON"),
            ("a: [", "neither JSON nor YAML"),
            ("openapi: 3.1.0\npaths: {}\nservers: [{url: /v1}]", "Give the base address"),
            ("openapi: 3.1.0\npaths: {}\nservers: [{url: 'https://x.example'}]", "no operation was taken"),
        ]
    )
    func useless(text: String, message: String) {
        let error = #expect(throws: SkillFaults.self) {
            try OpenAPIImport.skill(from: Array(text.utf8), OpenAPIOptions(id: "x"))
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
