package org.ocsf4j.schema.normalize;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event of a given shape whose values can be told apart wherever normalising puts them, and in whatever form.
 */
final class Probe {

    /** In every text that is no number. */
    static final String MARK = "~ocsf4j-slot~";

    /** What the texts of a probe are: nothing else, whole numbers, or {@code true}. */
    enum Texts {
        NAMES,
        NUMBERS,
        TRUTHS
    }

    /** How a slot's value stands in the normalised event. */
    enum Form {
        /** As it was. */
        RAW,
        /** A number as text. */
        QUOTED,
        /** Milliseconds as date and time. */
        DATETIME,
        /** Date and time as milliseconds. */
        EPOCH,
        /** The members of an object, among others. */
        MEMBERS,
        /** As a text that depends on how the number was spelt. */
        RESPELT
    }

    /** A slot's value in one form. */
    record Ref(int slot, Form form) {}

    private final Map<Object, Ref> refs = new HashMap<>();
    private final Map<String, Ref> members = new HashMap<>();
    private final byte[] json;

    Probe(Shape shape, Texts texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < shape.size(); i++) {
            out.writeBytes(shape.literal(i));
            SlotKind kind = shape.value(i).kind();
            out.writeBytes(kind.isSlot() ? value(kind, i, texts).getBytes(StandardCharsets.UTF_8) : shape.bytes(i));
        }
        out.writeBytes(shape.literal(shape.size()));
        json = out.toByteArray();
    }

    private String value(SlotKind kind, int slot, Texts texts) {
        boolean odd = texts != Texts.NAMES; // other numbers than those of the first probe
        switch (kind) {
            case TEXT -> {
                String text =
                        switch (texts) {
                            case NAMES -> MARK + slot + "~";
                            case NUMBERS -> Long.toString(700_000_000_000_000L + slot);
                            case TRUTHS -> "true";
                        };
                refs.put(text, new Ref(slot, Form.RAW));
                return '"' + text + '"';
            }
            case MILLIS -> {
                return whole(
                        slot, odd ? 1_650_000_000_111L + slot * 7_000_019L : 1_500_000_000_000L + slot * 1_000_003L);
            }
            case LONG -> {
                return whole(slot, odd ? 50_000_000_000L + slot * 2_003L : 40_000_000_000L + slot * 1_009L);
            }
            case DECIMAL -> {
                BigDecimal number = new BigDecimal((odd ? 8_000_000 : 7_000_000) + slot + ".125");
                refs.put(number, new Ref(slot, Form.RAW));
                refs.put(number.toString(), new Ref(slot, Form.RESPELT));
                return number.toString();
            }
            case TIME_TEXT -> {
                long millis = odd ? 1_350_000_000_222L + slot * 7_000_019L : 1_200_000_000_000L + slot * 1_000_003L;
                String text = Objects.requireNonNull(Times.text(millis));
                refs.put(text, new Ref(slot, Form.RAW));
                refs.put(millis, new Ref(slot, Form.EPOCH));
                return '"' + text + '"';
            }
            case OBJECT -> {
                String name = MARK + "object~" + slot;
                members.put(name, new Ref(slot, Form.MEMBERS));
                return "{\"" + name + "\":\"" + name + "\"}";
            }
            default -> throw new IllegalArgumentException("no slot; " + kind);
        }
    }

    private String whole(int slot, long number) {
        refs.put(number, new Ref(slot, Form.RAW));
        refs.put(Long.toString(number), new Ref(slot, Form.QUOTED));
        refs.put(Objects.requireNonNull(Times.text(number)), new Ref(slot, Form.DATETIME));
        return Long.toString(number);
    }

    byte[] json() {
        return json;
    }

    /** The slot whose value this scalar is; null for a value of the shape. */
    @Nullable
    Ref of(Object scalar) {
        return refs.get(scalar);
    }

    /** The slot whose members a member of this name stands for. */
    @Nullable
    Ref ofMember(String name) {
        return members.get(name);
    }
}
