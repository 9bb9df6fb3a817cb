import Domain
import Testing

@Suite struct TimeCodeTests {
    /// RFC 4226, Appendix D: the intermediate HMAC values and their codes.
    @Test(arguments: [
        ("cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "755224"),
        ("75a48a19d4cbe100644e8ac1397eea747a2d33ab", "287082"),
        ("0bacb7fa082fef30782211938bc1c5e70416ff44", "359152"),
        ("66c28227d03a2d5529262ff016a1e6ef76557ece", "969429"),
        ("a904c900a64b35909874b33e61c5938a8e15ed1c", "338314"),
        ("a37e783d7b7233c083d4f62926c7a25f238d0316", "254676"),
        ("bc9cd28561042c83f219324d3c607256c03272ae", "287922"),
        ("a4fb960c0bc06e1eabb804e5b397cdc4b45596fa", "162583"),
        ("1b3c89f65e6c9e883012052823443f048b4332db", "399871"),
        ("1637409809a679dc698207310c8c7fc07290d9e5", "520489"),
    ])
    func `an HMAC gives the code that the RFC gives`(_ mac: String, _ code: String) {
        let bytes = stride(from: 0, to: mac.count, by: 2).compactMap { start in
            UInt8(mac.dropFirst(start).prefix(2), radix: 16)
        }
        #expect(TimeCode.code(from: bytes) == code)
    }

    /// RFC 6238, Appendix B: the steps of the test times.
    @Test(arguments: [
        (59, 0x1), (1_111_111_109, 0x23523EC), (1_111_111_111, 0x23523ED),
        (1_234_567_890, 0x273EF07), (2_000_000_000, 0x3F940AA), (20_000_000_000, 0x27BC86AA),
    ])
    func `a moment lies in the step that the RFC gives`(_ seconds: Int, _ step: Int) {
        #expect(TimeCode.step(at: Instant(milliseconds: Int64(seconds) * 1_000)) == step)
    }

    @Test func `the HMAC is taken over eight bytes, the highest first`() {
        #expect(TimeCode.message(of: 0x23523EC) == [0, 0, 0, 0, 0x02, 0x35, 0x23, 0xEC])
    }

    @Test func `the codes of the step before, the present and the next are taken`() {
        let now = Instant(milliseconds: 1_111_111_111_000)
        #expect(
            Set(TimeCode.acceptedSteps(at: now, after: nil)) == [0x23523EC, 0x23523ED, 0x23523EE])
    }

    @Test func `a step that was used is never taken again, nor one before it`() {
        let now = Instant(milliseconds: 1_111_111_111_000)
        #expect(TimeCode.acceptedSteps(at: now, after: 0x23523ED) == [0x23523EE])
    }

    @Test(arguments: [("123 456", "123456"), (" 000000 ", "000000")])
    func `spaces between the digits don't matter`(_ typed: String, _ code: String) {
        #expect(TimeCode.typed(typed) == code)
    }

    @Test(arguments: ["12345", "1234567", "12345a", "١٢٣٤٥٦", ""])
    func `anything but six digits is no code`(_ typed: String) {
        #expect(TimeCode.typed(typed) == nil)
    }

    @Test func `the address for the app names issuer and account, whatever letters they have`() {
        let address = TimeCode.address(
            secret: Array("12345678901234567890".utf8), account: "an&b", issuer: "Tỉnh Thử")
        #expect(
            address
                == "otpauth://totp/T%E1%BB%89nh%20Th%E1%BB%AD:an%26b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=T%E1%BB%89nh%20Th%E1%BB%AD&algorithm=SHA1&digits=6&period=30"
        )
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `Base32 is written and read as the RFC has it`(_ plain: String, _ text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
    }

    @Test func `what is not Base32 has no bytes`() {
        #expect(Base32.bytes("MZXW1") == nil)
    }
}

@Suite struct RecoveryCodeTests {
    @Test func `a new code reads back however it is typed`() {
        let code = RecoveryCode.new()
        #expect(RecoveryCode.typed(code) == code)
        #expect(RecoveryCode.typed(" " + code.uppercased().replacing("-", with: "") + " ") == code)
    }

    @Test func `no two codes are the same`() {
        #expect(Set((0..<200).map { _ in RecoveryCode.new() }).count == 200)
    }

    @Test(arguments: ["", "123456", "aaaa-aaaa-aaaa-aaa", "aaaa-aaaa-aaaa-aaa!"])
    func `something else is no recovery code`(_ typed: String) {
        #expect(RecoveryCode.typed(typed) == nil)
    }
}
