package dev.pentimento.adapters.imaging;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG: what the decoder needs, and what orientation, colour profile and colour transform are read from. */
final class JpegSegments {
    /** A progressive file has about ten; each costs the decoder a pass over all pixels. */
    static final int MAX_SCANS = 100;

    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int FIRST_FRAME_OR_TABLE = 0xc0;
    private static final int LAST_FRAME_OR_TABLE = 0xcf;
    /** Then come the number of lines and the restart interval. */
    private static final int QUANTIZATION = 0xdb;

    private static final int RESTART_INTERVAL = 0xdd;

    private static final String PROFILE_PREFIX = "ICC_PROFILE\0";

    private final ByteView file;
    private final Gate gate;
    private final List<ByteView> essence = new ArrayList<>();
    private final SortedMap<Integer, ByteView> profileParts = new TreeMap<>();
    private @Nullable JpegFrame frame;
    private @Nullable Orientation orientation;
    private boolean jfif;
    private int adobeTransform = JpegFrame.NO_ADOBE;
    private int scans;

    private JpegSegments(ByteView file, Gate gate) {
        this.file = file;
        this.gate = gate;
    }

    /** Reads up to the end marker; what follows it (previews, second pictures) is not part of the picture. */
    static JpegSegments of(ByteView file, Gate gate) {
        JpegSegments segments = new JpegSegments(file, gate);
        segments.readAll();
        return segments;
    }

    private void readAll() {
        int at = 2;
        int marker = 0;
        while (marker != END_OF_IMAGE) {
            gate.passPart();
            at = nextMarker(at);
            marker = file.u8(at - 1);
            if (!standsAlone(marker)) {
                at = read(marker, at);
            }
        }
        if (frame == null || scans == 0) {
            throw gate.damaged("it holds no picture");
        }
    }

    /** The position after the next marker; stray bytes before it are passed over, as all decoders do. */
    private int nextMarker(int from) {
        for (int at = from; at + 1 < file.length(); at++) {
            int code = file.u8(at + 1);
            if (file.u8(at) == 0xff && code != 0xff && code != 0) {
                return at + 2;
            }
        }
        throw gate.damaged("it ends early, after %d bytes, without an end marker".formatted(file.length()));
    }

    private static boolean standsAlone(int marker) {
        return marker <= 1 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }

    /** Takes in the segment whose length stands at {@code at}; the position after it. */
    private int read(int marker, int at) {
        if (at + 2 > file.length() || at + file.u16be(at) > file.length()) {
            throw gate.damaged("it ends early, after %d bytes, inside a segment".formatted(file.length()));
        }
        int length = file.u16be(at);
        ByteView content = file.slice(at + 2L, length - 2L);
        int end = at + length;
        if (marker == START_OF_SCAN) {
            end = endOfScan(end);
            keep(at, end);
        } else if (marker >= APP0 && marker <= APP15) {
            readApplication(marker, content);
        } else if (isNeeded(marker)) {
            readFrame(marker, content);
            keep(at, end);
        }
        return end;
    }

    /** Frames and their tables; all others, known or not, are passed over by every decoder. */
    private static boolean isNeeded(int marker) {
        return (marker >= FIRST_FRAME_OR_TABLE && marker <= LAST_FRAME_OR_TABLE)
                || (marker >= QUANTIZATION && marker <= RESTART_INTERVAL);
    }

    private int endOfScan(int from) {
        if (++scans > MAX_SCANS && gate.enforces(IntakeRule.SCANS)) {
            throw gate.unsupported("more than %d scans".formatted(MAX_SCANS));
        }
        int at = from;
        while (true) {
            at = file.find(0xff, at);
            if (at + 1 >= file.length()) {
                throw gate.damaged("it ends early, after %d bytes, without an end marker".formatted(file.length()));
            }
            if (belongsToScan(file.u8(at + 1))) {
                at += file.u8(at + 1) == 0xff ? 1 : 2;
            } else {
                return at;
            }
        }
    }

    /** A stuffed zero, a fill byte or a restart marker. */
    private static boolean belongsToScan(int code) {
        return code == 0 || code == 0xff || (code >= 0xd0 && code <= 0xd7);
    }

    /** From the marker, whose two bytes stand before {@code at}. */
    private void keep(int at, int end) {
        essence.add(file.slice(at - 2L, end - at + 2L));
    }

    private void readApplication(int marker, ByteView content) {
        if (marker == APP0 && content.has(0, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP1 && content.has(0, Exif.PREFIX) && orientation == null) {
            orientation = Exif.orientation(content);
        } else if (marker == APP2 && content.has(0, PROFILE_PREFIX) && content.length() > PROFILE_PREFIX.length() + 2) {
            profileParts.putIfAbsent(content.u8(PROFILE_PREFIX.length()), content.from(PROFILE_PREFIX.length() + 2));
        } else if (marker == APP14 && content.has(0, "Adobe") && content.length() >= 12) {
            adobeTransform = content.u8(11);
        }
    }

    private void readFrame(int marker, ByteView content) {
        if (!JpegFrame.isStart(marker)) {
            return;
        }
        if (frame != null) {
            throw gate.damaged("it holds two frames");
        }
        frame = JpegFrame.of(marker, content, gate);
    }

    JpegFrame frame() {
        return Objects.requireNonNull(frame);
    }

    JpegFrame.Colour colour() {
        return frame().colour(jfif, adobeTransform);
    }

    /** Whether the decoder must see all scans before it can give a pixel. */
    boolean comesInScans() {
        return frame().progressive() || scans > 1;
    }

    /** Programs of Adobe, and those that follow them, store print colours inverted. */
    boolean isByAdobe() {
        return adobeTransform != JpegFrame.NO_ADOBE;
    }

    Orientation orientation() {
        return orientation == null ? Orientation.UPRIGHT : orientation;
    }

    Optional<IccProfile> profile() {
        if (profileParts.isEmpty()) {
            return Optional.empty();
        }
        IccProfile.checkLength(
                profileParts.values().stream().mapToLong(ByteView::length).sum(), gate);
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profileParts.values().forEach(part -> profile.writeBytes(part.toArray()));
        return IccProfile.of(profile.toByteArray(), gate);
    }

    /** The tables, the frame and the scans, without the start and end of a file. */
    List<ByteView> essence() {
        return essence;
    }
}
