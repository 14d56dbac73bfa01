import MockCore

/// Carries a webhook to its receiver and tells how that went.
protocol DeliveryClient: Sendable {
    /// Never throws: a receiver that cannot be reached is an outcome.
    func deliver(_ delivery: Delivery) async -> DeliveryOutcome
}
