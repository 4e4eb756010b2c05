import MockMCP
import Testing

@Suite("The catalogue of faults")
struct FaultCatalogueTests {
    @Test("knows every fault by one name and says of each what it does and which rule it breaks")
    func forms() {
        let forms = FaultCatalogue.all.forms
        #expect(forms.count >= 60)
        #expect(Set(forms.map(\.name)).count == forms.count)
        #expect(forms.filter { $0.summary.isEmpty || $0.breaks.isEmpty }.map(\.name) == [])
        #expect(forms.map(\.group) == forms.map(\.group).sorted { order($0) < order($1) })
    }

    @Test(
        "takes every fault by its bare name, unless something must be chosen",
        arguments: FaultCatalogue.all.forms.map(\.name)
    )
    func bareNames(name: String) throws {
        guard name != "patch" else { return }
        #expect(try FaultCatalogue.all.fault(writtenAs: name).written == name)
    }

    @Test(
        "takes settings in every way they can be written",
        arguments: [
            "latency=2s", "latency=2s,jitter=500ms", "latency@delay=2s,jitter=1us", "latency,jitter=1m",
            "crash@byte=64KiB",
            "huge-line=50MB", "latency=0.5s,method=tools/call,tool=echo,skip=1,times=2", "initialize-error=-32000",
            "patch=/result/tools/0/name:other", "patch@method=tools/list,set=/result:{\"a\":1,\"b\":2}", "truncate=0",
        ]
    )
    func written(fault: String) throws {
        #expect(try FaultCatalogue.all.fault(writtenAs: fault).written == fault)
    }

    @Test(
        "says of what it cannot take what is wrong and how to put it right",
        arguments: [
            ("latnecy", "there is no fault 'latnecy'; did you mean 'latency'? (openwork-mock --list-faults names all)"),
            ("zzz", "there is no fault 'zzz' (openwork-mock --list-faults names all)"),
            ("latency=2", "delay is '2': write a time with its unit, for example 500ms or 2s"),
            (
                "crash@bite=1",
                "crash has no parameter 'bite'; did you mean 'byte'? It has: byte, signal, code, method, tool, skip, times"
            ),
            ("crash@byte", "byte has no value: write byte=…"),
            ("crash=-1", "byte is '-1': write a whole number of at least 0, for example 120, 64KiB or 50MB"),
            ("null-id=3", "null-id takes no value: leave out '=3'"),
            ("exit-at-start=x", "code is 'x': write a whole number, for example -32603"),
            ("patch", "write a JSON Pointer, a colon and a value, for example patch=/result/tools/0/name:other"),
            (
                "patch=result:1",
                "write a JSON Pointer, a colon and a value, for example patch=/result/tools/0/name:other"
            ),
            ("patch=/a~2:1", "write a JSON Pointer, a colon and a value, for example patch=/result/tools/0/name:other"),
        ]
    )
    func wrong(fault: String, message: String) {
        let error = #expect(throws: MockFaultError.self) { try FaultCatalogue.all.fault(writtenAs: fault) }
        #expect(error?.message == message)
        #expect(error?.description == "fault '\(fault)': \(message)")
    }

    private func order(_ group: FaultForm.Group) -> Int {
        FaultForm.Group.allCases.firstIndex(of: group) ?? -1
    }
}
