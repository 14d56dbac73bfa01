import ArgumentParser

/// 0 to 100, with or without a percent sign.
struct Percentage: ExpressibleByArgument {
    let number: Double

    init?(argument: String) {
        let digits = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
        guard let number = Double(digits), (0...100).contains(number) else { return nil }
        self.number = number
    }
}
