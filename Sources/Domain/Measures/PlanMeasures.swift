extension Standing {
    /// How many agencies of the scope issued their plan; on time, late and missing stand apart.
    ///
    /// The figure counts every plan issued by the day asked. The verdict after the deadline counts
    /// only those issued by it: a late plan does not undo a missed deadline. The deadline is a
    /// setting with its source, for the text gives none. Both are ours: decision 0004.
    ///
    /// Source: 95/KH-UBND (Bình Định, 31/12/2020), II.1.a, first dash, first half.
    public static func plansIssued(_ facts: [Facts.AgencyPlan], _ asked: Measurement) -> Standing {
        var first: [Int: Facts.AgencyPlan] = [:]
        for fact in facts where fact.issuedOn <= asked.on {
            if let known = first[fact.body], known.issuedOn <= fact.issuedOn { continue }
            first[fact.body] = fact
        }
        let rows = asked.members.map { body in
            guard let plan = first[body] else {
                let overdue: Int? = asked.isClosed ? asked.on - asked.deadline : nil
                return Row(
                    body: body, asked.isClosed ? .failed : .open, .notIssued(overdueDays: overdue))
            }
            let late = plan.issuedOn - asked.deadline
            return Row(
                body: body, late > 0 ? .late : .counted, day: plan.issuedOn,
                late > 0 ? .issuedLate(plan.symbol, days: late) : .issued(plan.symbol),
                recordedLater: plan.recordedOn > asked.on)
        }
        return bodies(
            rows, asked, scheduled: nil,
            wordForMissing: Bilingual(vi: "chưa ban hành", en: "not issued"),
            formula: Bilingual(
                vi: "Số cơ quan, đơn vị đã ban hành kế hoạch đến \(asked.on.vi)",
                en: "Agencies that issued their plan by \(asked.on.en)"))
    }

    /// How many agencies completed their plan: final only at the close of the year.
    ///
    /// Before the close the figure is the agencies with nothing overdue, beside tasks due and done;
    /// it may hold or be at risk but is never kept. At the close it is those with every task done;
    /// who finishes after it is counted as late, which the verdict leaves out.
    ///
    /// Source: 95/KH-UBND, II.1.a, first dash, second half. What counts before the close is ours:
    /// decision 0004.
    public static func plansCompleted(
        _ plans: [Facts.AgencyPlan], _ tasks: [Facts.AgencyTasks], _ asked: Measurement
    ) -> Standing {
        var issued: [Int: Day] = [:]
        for plan in plans where plan.issuedOn <= asked.on {
            issued[plan.body] = min(issued[plan.body] ?? plan.issuedOn, plan.issuedOn)
        }
        let byBody = Dictionary(tasks.map { ($0.body, $0) }) { _, last in last }
        let rows = asked.members.map { body in
            guard let issuedOn = issued[body] else {
                return Row(body: body, asked.isClosed ? .failed : .open, .planMissing)
            }
            guard let task = byBody[body], task.total > 0 else {
                return Row(body: body, asked.isClosed ? .failed : .open, .tasksMissing)
            }
            if task.done == task.total {
                let day = max(task.lastDoneOn ?? issuedOn, issuedOn)
                let late = day - asked.deadline
                return Row(
                    body: body, late > 0 ? .late : .counted, day: day,
                    late > 0 ? .tasksDoneLate(task.total, days: late) : .tasksDone(task.total))
            }
            if asked.isClosed {
                return Row(
                    body: body, .failed, .tasksUndone(task.total - task.done, total: task.total))
            }
            if task.dueDone < task.due {
                return Row(
                    body: body, .overdue,
                    .tasksOverdue(task.due - task.dueDone, done: task.dueDone, due: task.due))
            }
            return Row(
                body: body, .counted,
                .tasksOnTime(done: task.dueDone, due: task.due, total: task.total))
        }
        let done = rows.count { $0.state.isCounted }
        let overdue = rows.count { $0.state == .overdue }
        let late = rows.count { $0.state == .late }
        let ofMembers = asked.members.compactMap { byBody[$0] }
        let due = ofMembers.reduce(0) { $0 + $1.due }
        let dueDone = ofMembers.reduce(0) { $0 + $1.dueDone }
        let needed = asked.needed(of: rows.count)
        let atMost = rows.count - overdue
        let verdict: Verdict =
            if let needed, !rows.isEmpty, !ofMembers.isEmpty || asked.isClosed {
                Verdict.judge(
                    isMet: done - late >= needed, isFinal: false, isImpossible: needed > rows.count,
                    isClosed: asked.isClosed, forecast: overdue == 0 ? nil : atMost >= needed)
            } else { .noData }
        let figure =
            asked.isClosed
            ? Bilingual(vi: "hoàn thành kế hoạch", en: "completed their plan")
            : Bilingual(vi: "không có nhiệm vụ quá hạn", en: "with nothing overdue")
        let open = rows.filter { !$0.state.isCounted }.compactMap(\.body)
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: done, denominator: rows.count,
            needed: rows.isEmpty ? nil : needed, verdict: verdict,
            because: because(asked, done: done - late, total: rows.count, overdue: overdue),
            missing: open.isEmpty
                ? nil
                : Bilingual(
                    vi: asked.isClosed
                        ? "không hoàn thành: " : "có nhiệm vụ quá hạn hoặc chưa cập nhật: ",
                    en: asked.isClosed ? "not completed: " : "with overdue or undeclared tasks: ")
                    + StandingWords.names(open, in: asked.tree),
            set: Bilingual(
                vi: "\(Written.count(rows.count, .vi)) \(asked.noun(rows.count).vi)",
                en: "\(Written.number(rows.count, .en)) \(asked.noun(rows.count).en)"),
            headline: StandingWords.headline(done, asked.noun(done), needed: nil)
                + Bilingual(vi: " ", en: " ") + figure,
            formula: (asked.isClosed
                ? Bilingual(
                    vi:
                        "Số cơ quan, đơn vị đã hoàn thành mọi nhiệm vụ trong kế hoạch của mình đến hết \(asked.on.vi)",
                    en: "Agencies with every task of their plan done by the end of \(asked.on.en)")
                : Bilingual(
                    vi:
                        "Số cơ quan, đơn vị đã có kế hoạch, không còn nhiệm vụ nào quá hạn đến hết \(asked.on.vi)",
                    en: "Agencies with a plan and nothing overdue at the end of \(asked.on.en)"))
                + Bilingual(
                    vi:
                        " ÷ số \(asked.scope?.name.vi ?? asked.noun(rows.count).vi) tồn tại ngày \(asked.tree.day.vi)",
                    en:
                        " ÷ \(asked.scope?.name.en ?? asked.noun(rows.count).en) existing on \(asked.tree.day.en)"
                )
                + StandingWords.equation(done, rows.count),
            apart: [
                Apart(Bilingual(vi: "nhiệm vụ đến hạn", en: "tasks due"), due),
                Apart(Bilingual(vi: "đến hạn đã hoàn thành", en: "due and done"), dueDone),
                Apart(
                    Bilingual(vi: "cơ quan có nhiệm vụ quá hạn", en: "agencies with overdue tasks"),
                    overdue),
                Apart(
                    Bilingual(
                        vi: "chưa có kế hoạch hoặc chưa cập nhật nhiệm vụ",
                        en: "without plan or tasks"),
                    rows.count { $0.reason == .planMissing || $0.reason == .tasksMissing }),
            ]
                + (asked.isClosed
                    ? [Apart(Bilingual(vi: "hoàn thành quá hạn", en: "completed late"), late)]
                    : []),
            readings: [], parts: [], rows: rows,
            forecast: asked.isClosed || overdue == 0
                ? nil
                : Forecast(
                    numerator: atMost,
                    arithmetic: Bilingual(
                        vi:
                            "nếu \(Written.count(overdue, .vi)) cơ quan có nhiệm vụ quá hạn không khắc phục, khi chốt năm nhiều nhất \(Written.count(atMost, .vi)) cơ quan hoàn thành",
                        en:
                            "unless those with overdue tasks (\(Written.number(overdue, .en))) catch up, \(Written.number(atMost, .en)) at most at the close"
                    )),
            months: [], monthlyNeeded: nil)
    }

    private static func because(_ asked: Measurement, done: Int, total: Int, overdue: Int)
        -> Bilingual
    {
        guard total > 0 else {
            return Bilingual(
                vi: "Không có cơ quan nào thuộc phạm vi áp dụng vào ngày này.",
                en: "No body of the scope exists on this day.")
        }
        if asked.isClosed {
            return Bilingual(
                vi:
                    "Chốt năm ngày \(asked.deadline.vi): \(Written.count(done, .vi)) trong \(Written.count(total, .vi)) cơ quan hoàn thành kế hoạch đúng hạn.",
                en:
                    "Closed on \(asked.deadline.en): \(Written.number(done, .en)) of \(Written.number(total, .en)) agencies had completed their plan."
            )
        }
        return Bilingual(
            vi:
                "Chỉ kết luận khi chốt năm (\(asked.deadline.vi)); đến nay \(Written.count(overdue, .vi)) cơ quan có nhiệm vụ quá hạn.",
            en:
                "Final only at the year's close (\(asked.deadline.en)); so far \(Written.english(overdue, "agency has", "agencies have")) overdue tasks."
        )
    }
}
