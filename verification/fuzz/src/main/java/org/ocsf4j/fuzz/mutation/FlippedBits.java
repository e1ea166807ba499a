package org.ocsf4j.fuzz.mutation;

import java.util.List;
import org.ocsf4j.fuzz.Dice;
import org.ocsf4j.fuzz.file.FileImage;
import org.ocsf4j.fuzz.file.FileImage.Span;

/** Flips bits, or overwrites bytes, in one part of the file. */
record FlippedBits(Part part) implements ByteMutator {

    /** Where. */
    enum Part {
        ANYWHERE,
        PAGES,
        PAGE_HEADERS,
        FOOTER
    }

    private static final int MOST = 8;

    @Override
    public String name() {
        return "FlippedBits " + part;
    }

    @Override
    public byte[] forge(byte[] bytes, FileImage image, Dice dice) {
        for (int times = dice.coin() ? 1 : dice.between(1, MOST); times > 0; times--) {
            Span span = span(image, dice);
            int at = span.start() + dice.below(span.length());
            if (at < bytes.length) {
                bytes[at] = dice.onceIn(4) ? dice.anyByte() : (byte) (bytes[at] ^ (1 << dice.below(8)));
            }
        }
        return bytes;
    }

    private Span span(FileImage image, Dice dice) {
        return switch (part) {
            case ANYWHERE -> image.whole();
            case PAGES -> pick(image.bodies(), image, dice);
            case PAGE_HEADERS -> pick(image.headers(), image, dice);
            case FOOTER -> image.footer();
        };
    }

    private static Span pick(List<Span> spans, FileImage image, Dice dice) {
        return spans.isEmpty() ? image.whole() : dice.pick(spans);
    }
}
