import Testing

@testable import scheduler0_mock

@Suite("Where settings come from")
struct EnvironmentTests {
    private func port(_ flag: String?, _ variable: String?) throws(CommandFailure) -> Int? {
        let variables = variable.map { ["SCHEDULER0_MOCK_PORT": $0] } ?? [:]
        return try Environment(variables: variables).value(flag.flatMap(Port.init(argument:)), "port")?.number
    }

    @Test func aFlagBeatsTheEnvironment() throws {
        #expect(try port("1", "2") == 1)
        #expect(try port("1", "nonsense") == 1)
        #expect(try port(nil, "2") == 2)
        #expect(try port(nil, "") == nil)
        #expect(try port(nil, nil) == nil)
    }

    @Test func aWrongVariableIsNamed() {
        #expect(throws: CommandFailure.cannotStart("SCHEDULER0_MOCK_PORT: 'x' is not valid")) { try port(nil, "x") }
        let environment = Environment(variables: ["SCHEDULER0_MOCK_CLOCK": "sundial"])
        let message = "SCHEDULER0_MOCK_CLOCK: 'sundial' is not valid (choose one of real, frozen)"
        #expect(throws: CommandFailure.cannotStart(message)) { try environment.value(nil as ClockMode?, "clock") }
    }

    @Test func booleanVariablesAreWords() throws {
        for word in ["1", "true", "yes", "TRUE", "Yes"] {
            #expect(try Environment(variables: ["SCHEDULER0_MOCK_NO_ADMIN": word]).isSet(false, "no-admin"))
        }
        for word in ["0", "false", "no", "No", ""] {
            #expect(try !Environment(variables: ["SCHEDULER0_MOCK_NO_ADMIN": word]).isSet(false, "no-admin"))
        }
        #expect(try Environment(variables: ["SCHEDULER0_MOCK_NO_ADMIN": "no"]).isSet(true, "no-admin"))
        #expect(throws: CommandFailure.self) {
            try Environment(variables: ["SCHEDULER0_MOCK_NO_ADMIN": "2"]).isSet(false, "no-admin")
        }
    }

    @Test func valuesAreReadAsDocumented() {
        #expect(Port(argument: "65535")?.number == 65_535)
        #expect(Port(argument: "65536") == nil)
        #expect(Period(argument: "PT5M")?.span == Period(argument: "5m")?.span)
        #expect(Period(argument: "0s") == nil)
        #expect(Period(argument: "-5m") == nil)
        #expect(Moment(argument: "2026-01-01T00:00:00Z") != nil)
        #expect(Moment(argument: "2026-01-01") == nil)
        #expect(Seconds(argument: "0.5")?.duration == .milliseconds(500))
        for bad in ["0", "-1", "nan", "inf", "1e9"] { #expect(Seconds(argument: bad) == nil) }
    }
}
