import WireJSON

/// How a webhook executor is called. Observed: server-behaviour 6.5 (method, headers, no signature).
struct WebhookCall {
    let executor: StoredExecutor
    let world: World

    /// POST when no method is stored; the body is sent with every method.
    func delivery(id: Int64, body: JSON) -> Delivery {
        var headers: [(name: String, value: String)] = [("Content-Type", "application/json")]
        if let box = executor.webhookSecret, let secret = world.cipher.open(box), !secret.isEmpty {
            headers.append(("X-Webhook-Secret", secret))
        }
        let method = executor.webhookMethod.isEmpty ? "POST" : executor.webhookMethod.uppercased()
        return Delivery(
            id: id, method: method, url: world.absolute(executor.webhookURL), headers: headers,
            body: body.serialized())
    }
}
