package import DaemonAPI
import Glibc
import HTTPTypes
import JSON
import MCPConnection
import MCPHTTP
import Registry
import Skills
import Supervision

extension Desk {
    /// Bytes of a document, fetched or sent.
    static var documentLimit: Int { 8 << 20 }

    /// First the file and then the entry, so that nothing runs without its file.
    package func importDocument(_ request: DocumentRequest) async throws -> DocumentReport {
        try refuseForeign(request.id)
        let draft = try DocumentDraft(try await bytes(of: request.source), request)
        guard !request.isTrial else { return draft.report }
        do throws(EntryError) {
            // What is refused is refused before anything is written.
            _ = try Integration(json: .object(draft.entry))
        } catch {
            throw Problem(
                422,
                "invalid_entry",
                "the document makes no sound entry: \(error.faults.first?.fault ?? "")",
                fix: error.faults.first?.fix ?? "choose another name",
                faults: error.faults.map {
                    Problem.Fault(field: $0.pointer.description, message: $0.fault, fix: $0.fix)
                }
            )
        }
        try HomeFile.replace(
            "\(settings.home.skills)/\(DocumentDraft.package(of: request.id))",
            with: Array((draft.file.text(.pretty) + "\n").utf8),
            code: "skill_unwritable"
        )
        var report = draft.report
        let added = try await add(.object(draft.entry))
        // What ran goes on with the new document; the entry may be the same as before.
        if added.status.isEnabled { _ = try await restart(request.id) }
        report.integration = try await integration(request.id)
        return report
    }

    /// The file goes with the entry that was made for it.
    func forgetDocument(of id: String) {
        unlink("\(settings.home.skills)/\(DocumentDraft.package(of: id))")
    }

    /// Only what came from a document may be replaced by one.
    private func refuseForeign(_ id: String) throws {
        guard let known = registry[id], known.servers.map(\.package) != [DocumentDraft.package(of: id)] else { return }
        throw Problem(
            409,
            "id_taken",
            "there is an integration \(id) already",
            fix: "choose another id; only what came from a document can be replaced by one"
        )
    }

    private func bytes(of source: DocumentRequest.Source) async throws -> [UInt8] {
        switch source {
        case .text(let text): return Array(text.utf8)
        case .address(let text): return try await fetch(text)
        }
    }

    /// Once, without credentials and without following redirects; unencrypted only from this machine.
    private func fetch(_ text: String) async throws -> [UInt8] {
        let address: HTTPAddress
        do throws(HTTPAddressError) {
            address = try HTTPAddress(text)
        } catch {
            throw unfetched("its address is none: \(error)", fix: "give one with https and a host")
        }
        guard address.origin.scheme == .https || address.origin.isLoopback else {
            throw unfetched("its address is not encrypted", fix: "give one with https, or paste the document")
        }
        var fields = HTTPFields()
        fields[.accept] = "application/json, application/yaml, text/yaml, */*;q=0.5"
        let call = HTTPCall(.get, address, fields: fields)
        let exchanger = exchanger
        let limit = Self.documentLimit
        let outcome = await Timekeeper(clock).limit(to: .seconds(20)) { () -> Result<[UInt8], Problem> in
            do throws(HTTPFault) {
                let reply = try await exchanger.exchange(call)
                guard (200..<300).contains(reply.status) else {
                    let isElsewhere = (300..<400).contains(reply.status)
                    return .failure(
                        unfetched(
                            "\(address.origin) answered with status \(reply.status)",
                            fix: isElsewhere ? "give the address to which it leads" : "see it in a browser, or paste it"
                        )
                    )
                }
                return .success(try await reply.collect(limitInBytes: limit))
            } catch {
                return .failure(unfetched(Self.words(error), fix: "see it in a browser, or paste the document"))
            }
        }
        guard let outcome else { throw unfetched("it did not come within 20 s", fix: "try again, or paste it") }
        return try outcome.get()
    }

    private static func words(_ fault: HTTPFault) -> String {
        switch fault {
        case .unreachable(let reach, _): "its host cannot be reached (\(reach.rawValue))"
        case .oversized(let limit): "it is longer than \(limit >> 20) MiB"
        default: "it broke off"
        }
    }
}

private func unfetched(_ why: String, fix: String) -> Problem {
    Problem(422, "document_unreachable", "the document cannot be fetched: \(why)", fix: fix)
}
