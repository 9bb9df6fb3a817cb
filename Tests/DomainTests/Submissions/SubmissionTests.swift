import Domain
import Testing

@Suite struct SubmissionTests {
    private let district = Agency.ID("BD-540")

    private var period: Period {
        get throws { try #require(Period.usual(in: .usual(2021)).first) }
    }

    private func sent(_ on: String = "2021-03-08", through desk: Agency.ID? = nil) throws
        -> Submission
    {
        try Submission.sent(
            id: Submission.ID("S"), number: 1, in: period, by: Agency.ID("BD-21550"), through: desk,
            SubmissionContent(), digest: "a", on: day(on))
    }

    @Test func `the first sending is round one and waits for the standing office`() throws {
        let sent = try sent()
        #expect(sent.state == .submitted)
        #expect(sent.desk == nil)
        #expect(sent.round == 1)
        #expect(sent.version == 1)
    }

    @Test func `it may be sent again until it is accepted`() throws {
        let again = try sent().sentAgain(
            through: nil, SubmissionContent(nothingArose: true), digest: "b", on: day("2021-03-09"))
        #expect(again.round == 2)
        #expect(again.nothingArose)
        #expect(again.firstOn == day("2021-03-08"))
        #expect(throws: SubmissionError.accepted) {
            try again.accepted().sentAgain(
                through: nil, SubmissionContent(), digest: "c", on: day("2021-03-10"))
        }
    }

    @Test func `the superior takes it up first and hands it on`() throws {
        let sent = try sent(through: district)
        #expect(sent.desk == district)
        let passed = try sent.passedOn()
        #expect(passed.state == .submitted)
        #expect(passed.desk == nil)
        #expect(throws: SubmissionError.nothingToDecide(.submitted)) { try passed.passedOn() }
    }

    @Test func `it is sent back only with a reason, and once`() throws {
        let sent = try sent()
        #expect(throws: SubmissionError.reasonNeeded) { try sent.returned(because: " ") }
        let returned = try sent.returned(because: "thiếu nhiệm vụ 3")
        #expect(returned.state == .returned)
        #expect(throws: SubmissionError.nothingToDecide(.returned)) {
            try returned.returned(because: "x")
        }
        #expect(throws: SubmissionError.nothingToDecide(.returned)) { try returned.accepted() }
    }

    @Test func `what was accepted is remembered when it is opened again`() throws {
        let opened = try sent().accepted().returned(because: "đính chính")
        let again = try opened.sentAgain(
            through: nil, SubmissionContent(), digest: "b", on: day("2021-03-20"))
        #expect(again.acceptedRound == 1)
        #expect(again.round == 2)
    }

    @Test func `every step raises the version`() throws {
        let sent = try sent(through: district)
        let document = SignedDocument(
            symbol: "12/BC-UBND", signedOn: day("2021-03-09"), recordedOn: day("2021-03-09"))
        let versions = [
            sent.version, try sent.passedOn().version, try sent.accepted().version,
            try sent.returned(because: "x").version, sent.documented(document).version,
        ]
        #expect(versions == [1, 2, 2, 2, 2])
    }

    @Test func `the signed document stays when the report is sent again`() throws {
        let document = SignedDocument(
            symbol: "12/BC-UBND", signedOn: day("2021-03-09"), recordedOn: day("2021-03-09"))
        let again = try sent().documented(document).sentAgain(
            through: nil, SubmissionContent(), digest: "b", on: day("2021-03-10"))
        #expect(again.document == document)
    }

    @Test func `a document is not signed before the period or in the future`() throws {
        let early = SignedDocument(
            symbol: "", signedOn: day("2020-12-01"), recordedOn: day("2021-03-09"))
        let late = SignedDocument(
            symbol: "1/BC", signedOn: day("2021-03-10"), recordedOn: day("2021-03-09"))
        #expect(
            try early.problems(in: period, on: day("2021-03-09")).map(\.field)
                == ["symbol", "signed_on"])
        #expect(
            try late.problems(in: period, on: day("2021-03-09")).map(\.field) == ["signed_on"])
    }
}

@Suite struct SubmissionStandingTests {
    private var period: Period {
        get throws { try #require(Period.usual(in: .usual(2021)).first) }
    }

    private func sent(_ on: String, empty: Bool = false) throws -> Submission {
        try Submission.sent(
            id: Submission.ID("S"), number: 1, in: period, by: Agency.ID("BD-SNV"), through: nil,
            SubmissionContent(nothingArose: empty), digest: "a", on: day(on))
    }

    private func standing(
        _ submission: Submission?, on: String, _ rules: ReportingRules = .usual,
        through superior: Agency.ID? = nil
    ) throws -> SubmissionStanding {
        SubmissionStanding(submission, in: try period, through: superior, rules, on: day(on))
    }

    @Test func `late, missing and empty are three different things`() throws {
        let missing = try standing(nil, on: "2021-03-15")
        let late = try standing(sent("2021-03-16"), on: "2021-03-17")
        let empty = try standing(sent("2021-03-10", empty: true), on: "2021-03-17")
        #expect(missing.state == .missing)
        #expect(missing.timeliness == nil)
        #expect(late.state == .toReceive)
        #expect(late.timeliness == .late(days: 2))
        #expect(!late.isEmpty)
        #expect(empty.isEmpty)
        #expect(empty.timeliness == .onTime)
    }

    @Test func `the due day itself is in time and the next is not`() throws {
        #expect(try standing(nil, on: "2021-03-14").state == .notDue)
        #expect(try standing(nil, on: "2021-03-15").state == .missing)
        #expect(try standing(sent("2021-03-14"), on: "2021-03-15").timeliness == .onTime)
        #expect(try standing(sent("2021-03-15"), on: "2021-03-15").timeliness == .late(days: 1))
    }

    @Test func `bodies that go through another agency have less time`() throws {
        let district = Agency.ID("BD-540")
        #expect(try standing(nil, on: "2021-03-12", through: district).state == .missing)
        #expect(try standing(nil, on: "2021-03-12").state == .notDue)
    }

    @Test func `what was sent after the day asked counts as not sent`() throws {
        #expect(try standing(sent("2021-03-16"), on: "2021-03-15").state == .missing)
    }

    @Test func `between data and document it reads that the signed document is awaited`() throws {
        let standing = try standing(sent("2021-03-10"), on: "2021-03-11")
        #expect(standing.documentTitle?.vi == "đã gửi số liệu, chờ văn bản ký")
        let alone = ReportingRules(
            levels: .straight, sender: .officer, document: .notExpected, timeliness: .data)
        #expect(try self.standing(sent("2021-03-10"), on: "2021-03-11", alone).documentTitle == nil)
    }

    @Test func `where the document decides, data in time is not enough`() throws {
        let rules = ReportingRules(
            levels: .straight, sender: .officer, document: .expected, timeliness: .document)
        let data = try sent("2021-03-10")
        #expect(
            try standing(data, on: "2021-03-11", rules).timeliness == .awaited(isOverdue: false))
        #expect(try standing(data, on: "2021-03-15", rules).timeliness == .awaited(isOverdue: true))
        let signed = data.documented(
            SignedDocument(
                symbol: "9/BC", signedOn: day("2021-03-17"), recordedOn: day("2021-03-17")))
        #expect(try standing(signed, on: "2021-03-18", rules).timeliness == .late(days: 3))
        #expect(try standing(signed, on: "2021-03-18").timeliness == .onTime)
    }

    @Test func `the arithmetic says the due day, the day that counts and the difference`() throws {
        #expect(
            try standing(sent("2021-03-16"), on: "2021-03-17").arithmetic.vi
                == "Hạn 14/03/2021; gửi số liệu 16/03/2021: quá hạn 02 ngày.")
        #expect(
            try standing(nil, on: "2021-03-20").arithmetic.vi
                == "Hạn 14/03/2021; đến 20/03/2021 chưa gửi: quá hạn 06 ngày.")
        #expect(
            try standing(nil, on: "2021-03-13").arithmetic.en == "Due 14 Mar 2021; 1 day left.")
    }
}
