import Hummingbird

extension Request {
    /// Reads the body as a form, whichever of the two kinds a browser sends.
    ///
    /// A form refused half-way is still read to its end (within a limit), for most browsers show a
    /// broken connection instead of the answer when they are cut off while sending.
    func form(limits: FormLimits = .standard) async throws -> Form {
        var bytes = body.makeAsyncIterator()
        do {
            return try await form(&bytes, limits)
        } catch let refusal as FormError {
            var drained = 0
            while drained < limits.drained, let chunk = try await bytes.next() {
                drained += chunk.readableBytes
            }
            throw refusal
        }
    }

    private func form(_ bytes: inout RequestBody.AsyncIterator, _ limits: FormLimits) async throws
        -> Form
    {
        let type = try headingParameters(headers[.contentType] ?? "")
        switch type.value {
        case "application/x-www-form-urlencoded":
            var whole: [UInt8] = []
            while let chunk = try await bytes.next() {
                // A Vietnamese letter takes three times its bytes here: %E1%BA%A1.
                guard whole.count + chunk.readableBytes <= limits.fields * 3 else {
                    throw FormError.fieldsTooLarge(limit: limits.fields)
                }
                whole.append(contentsOf: chunk.readableBytesView)
            }
            return Form(try urlEncodedFields(whole, limits: limits))
        case "multipart/form-data":
            guard let boundary = type["boundary"] else { throw FormError.malformed }
            var parts = try FormParts(boundary: boundary, limits: limits)
            var size = 0
            while let chunk = try await bytes.next() {
                size += chunk.readableBytes
                guard size <= limits.request else {
                    throw FormError.requestTooLarge(limit: limits.request)
                }
                try parts.take(chunk.readableBytesView)
            }
            return try parts.finished()
        default: throw FormError.unknownType
        }
    }
}
