/// Arithmetic that cannot trap, for numbers that come from outside.
extension Int64 {
    /// The sum, or the end of the range it would pass.
    func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, isOverflow) = addingReportingOverflow(other)
        return isOverflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the end of the range it would pass.
    func subtractingSaturated(_ other: Int64) -> Int64 {
        let (difference, isOverflow) = subtractingReportingOverflow(other)
        return isOverflow ? (other < 0 ? .max : .min) : difference
    }

    /// The product, or the end of the range it would pass.
    func multipliedSaturated(by other: Int64) -> Int64 {
        let (product, isOverflow) = multipliedReportingOverflow(by: other)
        return isOverflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    /// The quotient rounded towards the past, so that time before 1970 counts like time after it.
    ///
    /// `divisor` is a positive constant of the caller.
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// What `flooredQuotient` leaves: 0 up to the divisor.
    package func flooredRemainder(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
