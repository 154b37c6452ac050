package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.failure.BundleRejected.Reason;

/** What a file from a stranger has to keep to before anything of it is believed. */
enum BundleRule {
    /** No more entries than we can hold. */
    ENTRY_COUNT(Reason.TOO_LARGE),
    /** No links, folders or devices. */
    REGULAR_FILES(Reason.UNEXPECTED_ENTRY),
    /** No encryption, comments, extra fields or data descriptors. */
    PLAIN_ENTRIES(Reason.DAMAGED),
    /** The entries follow each other without gap or overlap from the first byte to the directory, and the directory to the end. */
    TILING(Reason.DAMAGED),
    /** What stands before an entry is what the directory says of it. */
    HEADERS_AGREE(Reason.DAMAGED),
    /** The manifest and then the images listed there, in their order, under the names they have to have. */
    EXPECTED_NAMES(Reason.UNEXPECTED_ENTRY),
    MANIFEST_SIZE(Reason.TOO_LARGE),
    /** No manifest of ours can be packed as densely as what is made to burst. */
    PACKING(Reason.TOO_LARGE),
    /** The manifest unpacks to as many bytes as the directory says. */
    UNPACKED_LENGTH(Reason.DAMAGED),
    /** CRC-32 of each entry. */
    CHECKSUM(Reason.DAMAGED),
    FORMAT_VERSION(Reason.NEWER_FORMAT),
    /** What is read would be written again just so; nothing is dropped in silence. */
    LOSSLESS(Reason.INVALID_HISTORY),
    /** Labels such as {@code A1.1.1} grow with every step, so a chain of n steps has labels of n * n characters. */
    CHAINS(Reason.TOO_LARGE),
    IMAGE_SIZE(Reason.TOO_LARGE),
    IMAGE_LENGTH(Reason.IMAGE_DAMAGED),
    IMAGE_DIGEST(Reason.IMAGE_DAMAGED),
    /** Told by the first bytes of the image. */
    IMAGE_TYPE(Reason.IMAGE_DAMAGED);

    private final Reason reason;

    BundleRule(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
