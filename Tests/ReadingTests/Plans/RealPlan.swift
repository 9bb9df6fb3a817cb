import Domain
import Foundation
import Reading
import Testing

/// The real plan of Bình Định for 2021, which stands outside the project.
enum RealPlan {
    static var path: String? {
        ProcessInfo.processInfo.environment["CAICACH_SHARED"].map {
            $0 + "/plans/95-KH-UBND-binh-dinh-2021.txt"
        }
    }

    static func text() throws -> String {
        let path = try #require(path)
        return try TextFile.read(Data(contentsOf: URL(fileURLWithPath: path)), name: "95-KH-UBND")
    }

    static func read() throws -> DraftPlan { PlanReader.read(try text()) }
}
