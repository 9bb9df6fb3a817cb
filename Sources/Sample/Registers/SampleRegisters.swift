import Domain

/// What the registers of the year hold, with the days on which it was entered.
public struct SampleRegisters: Sendable {
    public var dossiers: [Recorded<DossierCount>] = []
    public var communications: [Recorded<Communication>] = []
    public var initiatives: [Recorded<Initiative>] = []
    public var budgets: [Recorded<Budget>] = []
    public var staffings: [Recorded<Staffing>] = []
    public var outsideIndices: [Recorded<OutsideIndex>] = []
    public var commitments: [Recorded<Commitment>] = []
    public var milestones: [Recorded<Milestone>] = []

    /// Every day on which something was entered.
    var days: Set<Day> {
        Set(dossiers.map(\.recordedOn)).union(communications.map(\.recordedOn))
            .union(initiatives.map(\.recordedOn)).union(budgets.map(\.recordedOn))
            .union(staffings.map(\.recordedOn)).union(outsideIndices.map(\.recordedOn))
            .union(commitments.map(\.recordedOn)).union(milestones.map(\.recordedOn))
    }
}

extension Scene {
    func registers() -> SampleRegisters {
        var registers = SampleRegisters()
        registers.dossiers = dossiers()
        registers.communications = communications()
        registers.initiatives = initiatives()
        registers.budgets = budgets()
        registers.staffings = staffings()
        registers.outsideIndices = outsideIndices()
        registers.commitments = commitments()
        registers.milestones = milestones()
        return registers
    }

    /// Every one-stop unit's counts of every month, carried over from one to the next.
    private func dossiers() -> [Recorded<DossierCount>] {
        var random = random("dossiers")
        var carried: [String: Int] = [:]
        var lines: [Recorded<DossierCount>] = []
        var month = story.period.lowerBound.endOfMonth
        while month <= story.today - 4 {
            let entered = story.calendar.onOrAfter(month + 4)
            for body in cast.bodies where body.level != .unit && body.level != .vertical {
                var line = DossierCount()
                line.bodyCode = body.code
                line.month = month
                line.carried = carried[body.code] ?? random.below(12)
                line.received = volume(of: body, using: &random)
                let toHandle = line.toHandle
                line.withdrawn = random.below(3) * toHandle / 200
                line.pending = toHandle * random.within(2...9) / 100
                let solved = toHandle - (line.withdrawn ?? 0) - (line.pending ?? 0)
                let late = solved * random.within(0...max(1, (105 - body.diligence) / 6)) / 100
                line.late = late
                line.early = (solved - late) * random.within(45...80) / 100
                line.onTime = solved - late - (line.early ?? 0)
                line.online = (line.received ?? 0) * random.within(18...55) / 100
                line.digitalResults = solved * random.within(10...40) / 100
                line.onlinePayments = (line.online ?? 0) * random.within(5...30) / 100
                line.pendingLate = (line.pending ?? 0) * random.below(12) / 100
                line.source = "Hệ thống một cửa điện tử"
                carried[body.code] = line.pending
                lines.append(Recorded(line, on: entered))
            }
            month = (month + 1).endOfMonth
        }
        return lines
    }

    /// About 900 a month in a commune of those a report tells of, here fewer: one-stop-statistics.md 5.
    private func volume(of body: Cast.Body, using random: inout SampleRandom) -> Int {
        switch body.level {
        case .district: random.within(2_600...5_200)
        case .department: random.within(120...1_600)
        default: random.within(90...420)
        }
    }

    private func communications() -> [Recorded<Communication>] {
        var random = random("communications")
        let subjects = [
            "Tuyên truyền dịch vụ công trực tuyến",
            "Hội nghị quán triệt kế hoạch cải cách hành chính",
            "Chuyên mục cải cách hành chính", "Tập huấn công chức một cửa",
            "Cuộc thi tìm hiểu cải cách hành chính",
            "Đối thoại với người dân về thủ tục hành chính",
        ]
        let forms: [Communication.Form] = [
            .portal, .meeting, .broadcast, .meeting, .contest, .meeting,
        ]
        let hosts = cast.group(Cast.departments) + cast.group(Cast.districts)
        return Scene.inOrderOfEntry(
            (0..<48).map { place in
                let kind = random.below(subjects.count)
                let planned = story.calendar.pick(
                    story.period.lowerBound + 20 + place * 6,
                    story.period.lowerBound + 30 + place * 6,
                    using: &random)
                var line = Communication()
                line.bodyCode = hosts[random.below(hosts.count)].code
                line.title = "\(subjects[kind]) (đợt \(place + 1))"
                line.form = forms[kind]
                line.plannedOn = planned
                if planned <= story.today - 5, !random.happens(8) {
                    line.heldOn = planned
                    line.reach = random.within(40...900)
                    line.evidence = "Báo cáo số \(random.within(10...400))/BC-\(planned.year)"
                }
                return Recorded(line, on: entered(min(planned, story.today), using: &random))
            })
    }

    private func initiatives() -> [Recorded<Initiative>] {
        var random = random("initiatives")
        let titles = [
            "Trả kết quả thủ tục hành chính tại nhà", "Ngày không viết, ngày không hẹn",
            "Tổ hỗ trợ dịch vụ công trực tuyến tại thôn", "Số hóa hồ sơ tại bộ phận một cửa",
            "Phần mềm nhắc hạn xử lý hồ sơ", "Mã QR đánh giá công chức",
            "Liên thông đăng ký khai sinh, thường trú, thẻ bảo hiểm",
        ]
        let hosts = cast.group(Cast.departments) + cast.group(Cast.districts)
        return Scene.inOrderOfEntry(
            titles.enumerated().map { place, title in
                var line = Initiative()
                let proposed = story.calendar.onOrAfter(story.period.lowerBound + 40 + place * 28)
                line.bodyCode = hosts[random.below(hosts.count)].code
                line.title = title
                line.proposedOn = proposed
                var last = proposed
                if place < 5, proposed + 30 <= story.today {
                    line.pilotFrom = proposed + 30
                    line.pilotPlace = "bộ phận một cửa của đơn vị"
                    last = proposed + 30
                }
                if place < 3, proposed + 120 <= story.today {
                    line.pilotUntil = proposed + 110
                    line.evaluatedOn = proposed + 118
                    line.lessons = "Cần thêm thiết bị và hướng dẫn người dân lớn tuổi."
                    line.outcome = place == 1 ? .amend : .replicate
                    if line.outcome == .replicate {
                        line.replicatedWhere = "các đơn vị có bộ phận một cửa"
                        line.replicatedBy = ([line.bodyCode ?? ""] + hosts.prefix(3).map(\.code))
                            .joined(separator: "; ")
                        line.replicateDueOn = story.period.upperBound
                    }
                    last = proposed + 118
                }
                if place == 0, proposed + 160 <= story.today {
                    line.recognisedOn = proposed + 150
                    line.recognition = "\(random.within(1_200...3_900))/QĐ-UBND"
                    last = proposed + 150
                }
                return Recorded(line, on: min(story.today, max(last, proposed)))
            })
    }

    private func budgets() -> [Recorded<Budget>] {
        var random = random("budgets")
        let purposes: [(text: String, area: String, task: Int?)] = [
            (
                "Tuyên truyền, tập huấn cải cách hành chính", "Chỉ đạo, điều hành",
                year2021 ? 18 : nil
            ),
            ("Nâng cấp bộ phận một cửa", "Thủ tục hành chính", nil),
            ("Khảo sát mức độ hài lòng", "Chỉ đạo, điều hành", year2021 ? 23 : nil),
            ("Nâng cấp cổng dịch vụ công", "Chính quyền số", year2021 ? 40 : nil),
        ]
        let hosts = cast.group(Cast.departments) + cast.group(Cast.districts)
        return hosts.enumerated().map { place, body in
            var line = Budget()
            line.bodyCode = body.code
            line.purpose = purposes[place % purposes.count].text
            line.area = purposes[place % purposes.count].area
            line.taskNumber = purposes[place % purposes.count].task
            line.allottedOn = story.calendar.onOrAfter(story.period.lowerBound + 35 + place % 9)
            let allotted = random.within(8...90) * 5_000
            line.assigned = allotted * random.within(100...130) / 100
            line.allotted = allotted
            line.spent = allotted * random.within(30...88) / 100
            line.basis = "\(random.within(20...400))/QĐ-\(story.year)"
            return Recorded(line, on: story.calendar.onOrBefore(story.today - 6))
        }
    }

    private func staffings() -> [Recorded<Staffing>] {
        var random = random("staffings")
        let hosts = cast.group(Cast.departments) + cast.group(Cast.districts)
        return hosts.map { body in
            var line = Staffing()
            line.bodyCode = body.code
            line.countedOn = Story.day("30/06/\(story.year)")
            line.fullTime = body.level == .district ? 1 : 0
            line.partTime = random.within(1...4)
            line.trained = random.within(2...25)
            return Recorded(line, on: Story.day("05/07/\(story.year)"))
        }
    }

    private func outsideIndices() -> [Recorded<OutsideIndex>] {
        var random = random("outside")
        // Made up, like everything here: what the published indices said of this province is not used.
        let indices: [(String, Int, Int?, Int?)] = [
            ("SIPAS", 8_412, 31, 1_150), ("PAPI", 4_247, 28, nil), ("PCI", 6_371, 25, nil),
            ("PAR INDEX", 8_395, 30, nil),
            ("Chỉ số phục vụ người dân, doanh nghiệp (DVC)", 7_840, 22, nil),
        ]
        return indices.enumerated().map { place, index in
            var line = OutsideIndex()
            line.bodyCode = story.province
            line.index = index.0
            line.publishedOn = story.calendar.onOrAfter(
                Story.day("20/04/\(story.year)") + place * 6)
            line.value = index.1 + random.below(20)
            line.rank = index.2
            line.answers = index.3
            line.method = index.3 == nil ? nil : "phát phiếu ngẫu nhiên"
            line.source = "Số liệu minh họa"
            return Recorded(line, on: (line.publishedOn ?? story.today) + 2)
        }
    }

    private func commitments() -> [Recorded<Commitment>] {
        var random = random("commitments")
        let hosts = cast.group(Cast.departments) + cast.group(Cast.districts)
        return hosts.map { body in
            var line = Commitment()
            line.bodyCode = body.code
            line.signer = "Người đứng đầu cơ quan"
            line.text =
                "Không để hồ sơ quá hạn; nâng tỷ lệ hồ sơ trực tuyến so với năm \(story.year - 1)"
            line.signedOn = story.calendar.onOrAfter(story.period.lowerBound + 45)
            line.dueOn =
                random.happens(30) ? Story.day("30/09/\(story.year)") : story.period.upperBound
            if body.diligence > 85, (line.dueOn ?? story.today) < story.today {
                line.doneOn = (line.dueOn ?? story.today) - 3
                line.evidence = "Báo cáo số \(random.within(100...600))/BC"
            }
            return Recorded(line, on: story.calendar.onOrAfter(story.period.lowerBound + 48))
        }
    }

    /// The words are made up; the first is served by targets of the year's plan.
    private func milestones() -> [Recorded<Milestone>] {
        let served = year2021 ? "II.1.a.1-1; II.1.a.2-1" : nil
        let lines: [(text: String, due: Day, reached: Int?, targets: String?)] = [
            (
                "Cơ quan, đơn vị có kế hoạch và được kiểm tra cải cách hành chính",
                story.period.upperBound, nil, served
            ),
            (
                "Văn bản QPPL bảo đảm trình tự, thủ tục, thẩm quyền, chất lượng",
                story.period.upperBound, nil, year2021 ? "II.2.a.1" : nil
            ),
            (
                "Tiếp nhận trực tuyến từ 30% hồ sơ thủ tục hành chính trở lên",
                Story.day("30/06/\(story.year)"), 12, nil
            ),
            (
                "Mỗi huyện, thị xã, thành phố có ít nhất một mô hình mới được thí điểm",
                Story.day("30/09/\(story.year)"), nil, nil
            ),
        ]
        return lines.enumerated().map { place, text in
            var line = Milestone()
            line.bodyCode = story.province
            line.programme = "76/NQ-CP"
            line.text = text.text
            line.targets = text.targets
            line.dueOn = text.due
            if let days = text.reached, text.due - days < story.today {
                line.reachedOn = text.due - days
                line.evidence = "Báo cáo số \(140 + place)/BC-UBND"
            }
            return Recorded(
                line,
                on: max(
                    text.reached.map { text.due - $0 } ?? story.period.lowerBound + 30 + place,
                    story.calendar.onOrAfter(story.period.lowerBound + 30 + place)))
        }
    }

    private var year2021: Bool { story.year == 2021 }
}
