package dev.pentimento.adapters.imaging;

/** What protects the program from files made to harm it. All are enforced; a test may leave one out to show what it keeps away. */
enum IntakeRule {
    /** A file has no more bytes than the limits allow. */
    FILE_LENGTH,
    /** No side of a picture is longer than the limits allow. */
    SIDE,
    /** A picture has no more pixels than the limits allow. */
    PIXELS,
    /** A file holds as many bytes as its pixels need at the least. */
    PIXELS_PRESENT,
    /** A file consists of no more than {@value Gate#MAX_PARTS} chunks, segments or blocks. */
    PARTS,
    /** A JPEG has no more than {@value JpegSegments#MAX_SCANS} scans, each of which costs a pass over all pixels. */
    SCANS,
    /** A colour profile has no more than {@value IccProfile#MAX_LENGTH} bytes, unpacked. */
    PROFILE_LENGTH,
    /** A decoder gets no bytes behind the end of the file. */
    END_OF_FILE,
    /** Pictures under way take no more memory than there is for them. */
    MEMORY,
    /** Nobody waits for a file longer than the limits allow. */
    TIME,
    /** Whatever a decoder fails with becomes a refusal. */
    FAILURES
}
