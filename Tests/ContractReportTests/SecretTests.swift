import ContractReport
import Testing

struct SecretTests {
    @Test(arguments: [
        (#"{"apiSecret": "abc", "id": 1}"#, #"{"apiSecret": "***", "id": 1}"#),
        (#"{"plaintextSecret":"a\"b","x":"y"}"#, #"{"plaintextSecret":"***","x":"y"}"#),
        (#"{"webhookSecret":"cut off he"#, #"{"webhookSecret":"***"#),
        (#"{"password" : 12345, "n": 2}"#, #"{"password" : ***, "n": 2}"#),
        (#"{"apiSecret": null, "bedrock_secret_key": "s"}"#, #"{"apiSecret": null, "bedrock_secret_key": "***"}"#),
        (#"{"apiKey":"0123456789abcdef"}"#, #"{"apiKey":"0123***"}"#),
        (#"{"apiKey":"abc"}"#, #"{"apiKey":"a***"}"#),
        (#"{"totalTokens": 12, "tokens": 3}"#, #"{"totalTokens": 12, "tokens": 3}"#),
        (#"{"data":"{\"apiSecret\":\"abc\",\"a\":\"b\"}"}"#, #"{"data":"{\"apiSecret\":\"***\",\"a\":\"b\"}"}"#),
        ("username=a&password=b c", "username=a&password=*** c"),
        (#"{"value":"apiSecret"}"#, #"{"value":"apiSecret"}"#),
        (#"["\\", "apiSecret", "kept"]"#, #"["\\", "apiSecret", "kept"]"#),
        ("", ""),
    ])
    func bodiesLoseTheirSecrets(_ text: String, _ shown: String) {
        #expect(SecretMask.shown(text: text) == shown)
    }

    @Test(arguments: [
        ("X-API-Key", "0123456789abcdef", "0123***"), ("X-Secret-Key", "s", "***"),
        ("Authorization", "Basic dXNlcjpwYXNz", "Basic ***"), ("authorization", "opaque", "***"),
        ("Set-Cookie", "a=b; Path=/", "***"), ("X-Account-ID", "123", "123"), ("ETag", "x", "x"),
    ])
    func headersLoseTheirSecrets(_ name: String, _ value: String, _ shown: String) {
        #expect(SecretMask.shown(value, of: name) == shown)
    }

    @Test(arguments: [
        ("http://u:p@h/a?token=x&limit=1", "http://u:***@h/a?token=***&limit=1"),
        ("http://h/a@b?x=1", "http://h/a@b?x=1"), ("/a?apiSecret=x#y", "/a?apiSecret=***"),
    ])
    func urlsLoseTheirSecrets(_ url: String, _ shown: String) {
        #expect(SecretMask.shown(url: url) == shown)
    }
}
