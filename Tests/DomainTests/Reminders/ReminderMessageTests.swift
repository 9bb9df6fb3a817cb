import Domain
import Foundation
import Testing

@Suite struct ReminderMessageTests {
    private func message(_ lines: [ReminderMessage.Line], link: String = "https://cchc.example/1")
        -> ReminderMessage
    {
        ReminderMessage(
            what: "12 nhiệm vụ quá hạn", lines: lines, madeOn: day("2021-10-15"),
            answerBy: day("2021-10-22"), link: link)
    }

    @Test func `a message names each agency with its count and oldest day, and one link`() {
        let text = message([
            .init(agency: "Sở Y tế", count: 3, dueOn: day("2021-06-30")),
            .init(agency: "huyện Vân Canh", count: 12, dueOn: nil),
        ]).text

        #expect(
            text
                == "Đôn đốc CCHC: đến ngày 15/10/2021 còn 12 nhiệm vụ quá hạn. Đề nghị Sở Y tế (03, hạn 30/06/2021), huyện Vân Canh (12) cập nhật trước ngày 22/10/2021. Chi tiết: https://cchc.example/1"
        )
    }

    @Test func `agencies that do not fit are counted`() throws {
        let lines = (1...191).map {
            ReminderMessage.Line(
                agency: "Uỷ ban nhân dân xã Số \($0)", count: $0, dueOn: day("2021-06-30"))
        }
        let text = message(lines).text

        #expect(text.utf16.count <= 600)
        #expect(text.contains("cơ quan, đơn vị khác cập nhật trước ngày 22/10/2021"))
        let named = text.components(separatedBy: "Uỷ ban").count - 1
        #expect(text.contains("và \(191 - named) cơ quan, đơn vị khác"))
    }

    @Test func `no message is longer than 600 characters, whatever the names and the link`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                ReminderMessage.Line(
                    agency: String(
                        repeating: "Nguyễn 🏛 ", count: Int.random(in: 1...20, using: &random)),
                    count: Int.random(in: 1...9_999, using: &random), dueOn: nil)
            }
            let link =
                "https://"
                + String(
                    repeating: "x", count: Int.random(in: 1...700, using: &random))
            #expect(message(lines, link: link).text.utf16.count <= 600, "seed \(seed)")
        }
    }
}

@Suite struct ReminderTests {
    private static func reminder(_ channels: Reminder.Channel...) -> Reminder {
        Reminder(
            id: Reminder.ID("R"), number: 1, year: 2021, madeOn: day("2021-10-15"),
            by: User.ID("U"), answerBy: day("2021-10-22"), message: "", items: [],
            notices: channels.map {
                Reminder.Notice(
                    channel: $0, day: $0 == .letter ? nil : day("2021-10-15"),
                    by: User.ID("U"))
            })
    }

    @Test func `a letter without number and day has not gone out`() {
        #expect(Self.reminder(.letter).wentOutOn == nil)
    }

    @Test func `a letter counts from the day of its issue`() throws {
        let signed = try Self.reminder(.letter).lettered(
            symbol: "12/SNV", on: day("2021-10-18"), by: User.ID("V"))
        #expect(signed.wentOutOn == day("2021-10-18"))
    }

    @Test func `a message counts from the day it was made, whatever becomes of the letter`() {
        #expect(Self.reminder(.message, .letter).wentOutOn == day("2021-10-15"))
    }

    @Test func `what was taken back did not go out`() throws {
        let withdrawn = try Self.reminder(.message).withdrawn(on: day("2021-10-16"))
        #expect(withdrawn.wentOutOn == nil)
    }

    @Test func `a letter cannot be older than its list`() {
        #expect(throws: ReminderError.letterBeforeList(day("2021-10-15"))) {
            try Self.reminder(.letter).lettered(
                symbol: "12/SNV", on: day("2021-10-14"), by: User.ID("V"))
        }
    }
}
