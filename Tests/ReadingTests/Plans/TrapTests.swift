import Domain
import Foundation
import Reading
import Testing

struct TrapTests {
    @Test func `service levels are no values`() {
        let targets = PlanReader.targets(
            ofDash: "Tối thiểu 30% thủ tục được cung cấp trực tuyến mức độ 3, 4.")
        #expect(targets.map(\.promise) == ["at_least 30 %"])
    }

    @Test func `standards and counted bodies are no values`() {
        let targets = PlanReader.targets(
            ofDash: "27 sở, ban, ngành và 11 huyện đạt 100% chỉ tiêu theo tiêu chuẩn ISO 9001:2015."
        )
        #expect(targets.map(\.promise) == ["equal 100 %"])
    }

    @Test func `the earlier set is the denominator of those among it`() {
        let targets = PlanReader.targets(
            ofDash:
                "100% hồ sơ được tiếp nhận qua Bộ phận Một cửa, trong số đó 50% được giải quyết trực tuyến."
        )
        #expect(targets.map(\.scope) == ["hồ sơ", "hồ sơ"])
    }

    @Test func `a quantifier makes the target hold one by one`() {
        let targets = PlanReader.targets(
            ofDash: "Mỗi đơn vị cấp huyện kiểm tra ít nhất 30% đơn vị cấp xã.")
        #expect(targets.map(\.each) == ["Mỗi đơn vị cấp huyện"])
    }

    @Test func `every year is a rhythm and no member`() {
        let targets = PlanReader.targets(ofDash: "Mỗi năm tăng tối thiểu 20% hồ sơ trực tuyến.")
        #expect(targets.map(\.each) == [nil])
    }

    @Test func `an exclusion in brackets stays with its target`() {
        let targets = PlanReader.targets(
            ofDash: "90% văn bản (không bao gồm văn bản mật) được ký số.")
        #expect(targets.map(\.scope) == ["văn bản (không bao gồm văn bản mật)"])
    }

    @Test func `an alternative in brackets is no target of its own`() {
        let targets = PlanReader.targets(
            ofDash: "50% hồ sơ nộp trực tuyến (hoặc tỷ lệ hồ sơ số hóa đạt 40%).")
        #expect(targets.map(\.promise) == ["equal 50 %"])
    }

    @Test func `a shared predicate still leaves each its own set`() {
        let targets = PlanReader.targets(
            ofDash: "90% hồ sơ cấp tỉnh, 80% hồ sơ cấp xã được xử lý trên môi trường mạng.")
        #expect(targets.map(\.scope) == ["hồ sơ cấp tỉnh", "hồ sơ cấp xã"])
    }

    @Test func `the starting point of a rise is no target`() {
        let targets = PlanReader.targets(
            ofDash: "Nâng tỷ lệ hồ sơ trực tuyến từ 45% năm 2020 lên 60% năm 2021.")
        #expect(targets.map(\.promise) == ["equal 60 %"])
    }

    @Test func `thousands have a point and decimals a comma`() {
        let targets = PlanReader.targets(
            ofDash: "Tiếp nhận ít nhất 172.977 hồ sơ; quá hạn không quá 1,27%.")
        #expect(
            targets.map(\.value) == [.number(hundredths: 17_297_700), .number(hundredths: 127)])
    }

    @Test func `37 of 37 is a count and not divided`() {
        let targets = PlanReader.targets(
            ofDash: "37/37 đồng chí ký cam kết trách nhiệm người đứng đầu.")
        #expect(targets.map(\.promise) == ["equal 37 đồng chí"])
    }

    @Test(arguments: ["Hoà", "Hòa", "Ho\u{61}\u{300}"]) func `spellings of one word read alike`(
        _ spelling: String
    ) {
        let targets = PlanReader.targets(
            ofDash: "Tối thiểu 80% hồ sơ của xã An \(spelling) được số hoá.")
        #expect(targets.map(\.promise) == ["at_least 80 %"])
    }

    @Test func `decomposed text reads like composed text`() {
        let dash = "Thực hiện kiểm tra ít nhất đối với 30% đơn vị cấp xã."
        let composed = PlanReader.targets(ofDash: dash)
        let decomposed = PlanReader.targets(ofDash: dash.decomposedStringWithCanonicalMapping)
        #expect(composed.map(\.promise) == decomposed.map(\.promise))
    }

    @Test func `a line break inside a sentence does not cut it`() {
        let targets = PlanReader.targets(
            ofDash: "Tối thiểu 80% hồ sơ giải quyết\nthủ tục hành chính được số hóa.")
        #expect(targets.map(\.scope) == ["hồ sơ giải quyết thủ tục hành chính"])
    }

    @Test func `a target that its headline repeats counts once`() {
        let text = """
            I. CHỈ TIÊU
            1. Bảo đảm 100% cơ quan, đơn vị ban hành kế hoạch:
            - 100% cơ quan, đơn vị ban hành kế hoạch trước ngày 15/01/2021.
            """
        #expect(PlanReader.read(text).targets.map(\.clause) == ["I.1.1"])
    }

    @Test func `a group of a commune's section looks like a target and is none`() {
        let text = """
            I. CHỈ TIÊU
            - Công chức Văn phòng - Thống kê:
            + 100% văn bản được ký số.
            """
        #expect(PlanReader.read(text).targets.map(\.clause) == ["I.1.1"])
    }

    @Test func `a leading deadline holds for the whole sentence`() {
        let targets = PlanReader.targets(
            ofDash: "Trước ngày 15/11/2021, 100% huyện, 80% xã hoàn thành tự chấm điểm.")
        #expect(
            targets.map(\.deadline)
                == Array(repeating: Day("2021-11-15").map { .day($0) }, count: 2))
    }

    @Test func `a date that does not exist is no deadline`() {
        let targets = PlanReader.targets(ofDash: "100% huyện hoàn thành trước ngày 31/02/2021.")
        #expect(targets.map(\.deadline) == [nil])
    }
}
