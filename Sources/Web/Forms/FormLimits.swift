import Foundation

/// How much one form may carry, so that no request can fill memory or the disk.
struct FormLimits: Hashable, Sendable {
    /// Bytes of the whole request, files and field names included.
    var request = 34 << 20
    /// Bytes of one attached file.
    var file = 32 << 20
    /// Bytes of all typed fields together; these are the ones kept in memory.
    var fields = 4 << 20
    /// How many fields a form may have; a confirmation screen has a few for each proposed target.
    var fieldCount = 10_000
    /// How many files a form may have.
    var fileCount = 20
    /// Bytes of the headings of one part of a multipart form.
    var partHead = 8 << 10
    /// Bytes read and thrown away after a refusal, so that the browser gets to show the reason.
    var drained = 256 << 20
    /// Where files are laid while they arrive; the system's temporary folder when `nil`.
    var folder: URL?

    /// A form with files, of somebody who has signed in.
    static let standard = FormLimits()

    /// A form without files, of somebody who has signed in.
    static let typed = FormLimits(request: 6 << 20, file: 0, fileCount: 0)

    /// Files that are to stay: large ones, laid on the disk where they will lie.
    static func kept(_ file: Int, in folder: URL) -> FormLimits {
        FormLimits(
            request: file + (4 << 20), file: file, fields: 64 << 10, fieldCount: 100,
            drained: file, folder: folder)
    }

    /// A form of many typed fields that takes such files as well.
    static func keptBesideFields(_ file: Int, in folder: URL) -> FormLimits {
        var limits = kept(file, in: folder)
        limits.fields = standard.fields
        limits.fieldCount = standard.fieldCount
        limits.request += standard.fields
        return limits
    }

    /// Sign-in and the like: nobody is known yet, so very little is taken.
    static let small = FormLimits(
        request: 16 << 10, file: 0, fields: 16 << 10, fieldCount: 20, fileCount: 0)
}
