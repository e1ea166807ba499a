package org.ocsf4j.schema.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.ScalarKind;
import org.ocsf4j.schema.SchemaConstraints;
import org.ocsf4j.schema.json.JsonPath;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;
import org.ocsf4j.schema.validate.AttributeNode.Role;

/** One pass over one event of a known class, beside its plan. Not thread-safe. */
final class EventWalk {

    private static final int ABSENT = -1;

    /** Objects nested deeper are read and not checked. */
    private static final int MAX_CHECKED_DEPTH = 32;

    /** What of an object has been seen; one for each level of nesting, kept. */
    private static final class Frame {
        private long[] present = new long[2];
        private int[] idIndex = new int[128];
        private int[] start = new int[128];
        private int[] end = new int[128];

        void begin(ItemNode item) {
            int count = item.attributes.length;
            if (present.length < item.required.length) {
                present = new long[item.required.length];
            }
            if (start.length < count) {
                idIndex = new int[count];
                start = new int[count];
                end = new int[count];
            }
            Arrays.fill(present, 0, item.required.length, 0);
        }

        boolean has(int ordinal) {
            return (present[ordinal >> 6] & (1L << ordinal)) != 0;
        }
    }

    private final JsonScanner in = new JsonScanner();
    private final JsonScanner lookUp = new JsonScanner();
    private final Frame[] frames = new Frame[MAX_CHECKED_DEPTH + 1];

    private final Findings findings;
    private byte[] bytes = {};

    private boolean fits;
    private boolean versionSeen;
    private boolean profilesSeen;
    private boolean classSeen;
    private boolean activitySeen;
    private long classUid;
    private long activityId;

    EventWalk(Findings findings) {
        this.findings = findings;
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new Frame();
        }
    }

    /**
     * Checks an event.
     *
     * @return false where the event is not what the plan takes it for; the findings are worth nothing then
     */
    boolean event(Plan plan, ItemNode root, byte[] json, int offset, int length) throws MalformedJsonException {
        bytes = json;
        in.reset(json, offset, length);
        fits = true;
        versionSeen = false;
        profilesSeen = false;
        classSeen = false;
        activitySeen = false;
        object(plan, root, 0);
        in.expectEnd();
        return fits
                && classSeen == (plan.head.classUid() != null)
                && (plan.versionIsFixed || versionSeen == (plan.head.version() != null))
                && profilesSeen == (plan.head.profiles() != null);
    }

    private void object(Plan plan, ItemNode item, int depth) throws MalformedJsonException {
        Frame frame = frames[depth];
        frame.begin(item);
        in.peek();
        int from = in.position();
        AttributeNode before = null;
        AttributeNode guess = item.first;
        for (boolean more = in.enterObject(); more; more = in.nextMember()) {
            AttributeNode node = guess;
            if (node == null || !in.takeName(node.name)) {
                in.name();
                node = item.find(in);
                if (node == null) {
                    node = item.unknown(in.text());
                }
                if (before == null) {
                    item.first = node.isPlain() ? node : item.first;
                } else if (node.isPlain()) {
                    before.next = node;
                }
            }
            if (node.attribute == null) {
                unknown(node, depth);
            } else {
                value(plan, node, frame, depth);
            }
            before = node;
            guess = node.next;
        }
        finish(plan, item, frame, from);
    }

    private void unknown(AttributeNode node, int depth) throws MalformedJsonException {
        if (in.peek() == 'n') {
            in.literal();
            return;
        }
        in.skipValue(depth + 1);
        findings.add(node, ValidationRule.UNKNOWN_ATTRIBUTE, in.textStart(), in.textEnd());
    }

    private void value(Plan plan, AttributeNode node, Frame frame, int depth) throws MalformedJsonException {
        int kind = in.peek();
        if (kind == 'n') {
            in.literal();
            return;
        }
        int from = in.position();
        long bit = 1L << node.ordinal;
        boolean doubled = (frame.present[node.ordinal >> 6] & bit) != 0;
        frame.present[node.ordinal >> 6] |= bit;
        frame.start[node.ordinal] = ABSENT;
        frame.idIndex[node.ordinal] = ABSENT;
        if (kind == '[' && node.array) {
            for (boolean more = in.enterArray(); more; more = in.nextElement()) {
                element(plan, node, in.peek(), null, depth);
            }
        } else if (node.array && node.kind != ScalarKind.JSON) {
            in.skipValue(depth + 1);
            findings.add(node, ValidationRule.WRONG_TYPE, from, in.position());
        } else {
            element(plan, node, kind, frame, depth);
        }
        if (node.role == Role.PROFILES) {
            profiles(plan, node, from);
        }
        if (doubled) {
            findings.add(node, ValidationRule.DUPLICATE_NAME, from, in.position());
        }
        if (!node.active) {
            findings.add(node, ValidationRule.INACTIVE_PROFILE, from, in.position());
        }
        if (node.deprecated) {
            findings.add(node, ValidationRule.DEPRECATED, from, in.position());
        }
    }

    /** {@code frame} is null within an array. */
    private void element(Plan plan, AttributeNode node, int kind, @Nullable Frame frame, int depth)
            throws MalformedJsonException {
        ScalarKind scalar = node.kind;
        if (scalar == null) {
            nested(plan, node, kind, depth);
            return;
        }
        switch (scalar) {
            case JSON -> in.skipValue(depth + 1);
            case STRING -> {
                if (kind == '"') {
                    string(plan, node, frame);
                } else {
                    wrongType(node, depth);
                }
            }
            case INTEGER, LONG -> {
                if (kind == '-' || (kind >= '0' && kind <= '9')) {
                    wholeNumber(plan, node, frame);
                } else {
                    wrongType(node, depth);
                }
            }
            case FLOAT -> {
                if (kind == '-' || (kind >= '0' && kind <= '9')) {
                    in.number();
                } else {
                    wrongType(node, depth);
                }
            }
            case BOOLEAN -> {
                if (kind == 't' || kind == 'f') {
                    in.literal();
                } else {
                    wrongType(node, depth);
                }
            }
        }
    }

    private void nested(Plan plan, AttributeNode node, int kind, int depth) throws MalformedJsonException {
        if (kind != '{') {
            wrongType(node, depth);
            return;
        }
        ItemNode item = depth + 1 < MAX_CHECKED_DEPTH ? plan.item(node) : null;
        if (item == null) {
            in.skipValue(depth + 1);
        } else {
            object(plan, item, depth + 1);
        }
    }

    private void wrongType(AttributeNode node, int depth) throws MalformedJsonException {
        in.skipValue(depth + 1);
        findings.add(node, ValidationRule.WRONG_TYPE, in.textStart(), in.textEnd());
    }

    private void string(Plan plan, AttributeNode node, @Nullable Frame frame) throws MalformedJsonException {
        in.string();
        int from = in.textStart();
        int to = in.textEnd();
        if (to - from > node.maxLength && in.text().codePointCount(0, in.text().length()) > node.maxLength) {
            findings.add(node, ValidationRule.TOO_LONG, from, to);
        }
        if ((node.datetime && !Formats.isDateTime(bytes, from, to)) || (node.ip && !Formats.isIp(bytes, from, to))) {
            findings.add(node, ValidationRule.BAD_FORMAT, from, to);
        }
        if (node.pattern != null && !node.pattern.allows(in.text())) {
            findings.add(node, ValidationRule.PATTERN_MISMATCH, from, to);
        }
        if (node.texts != null && node.texts.byId(in.text()) == null) {
            findings.add(node, ValidationRule.UNKNOWN_ENUM_VALUE, from, to);
        }
        if (node.role == Role.VERSION) {
            versionSeen = true;
            fits &= plan.versionIsFixed || plan.saysVersion(bytes, from, to);
        }
        if (node.id >= 0 && frame != null) {
            frame.start[node.ordinal] = from;
            frame.end[node.ordinal] = to;
        }
    }

    private void wholeNumber(Plan plan, AttributeNode node, @Nullable Frame frame) throws MalformedJsonException {
        in.number();
        int from = in.textStart();
        int to = in.textEnd();
        if (!in.isWhole()) {
            findings.add(node, ValidationRule.WRONG_TYPE, from, to);
            return;
        }
        long value = in.numberValue();
        if (!in.fitsLong() || value < node.min || value > node.max) {
            findings.add(node, ValidationRule.OUT_OF_RANGE, from, to);
            return;
        }
        if (node.timestamp && !Formats.isMilliseconds(value)) {
            findings.add(node, ValidationRule.TIMESTAMP_UNIT, from, to);
        }
        if (node.ids != null) {
            int index = node.indexOf(value);
            if (index >= 0) {
                if (frame != null) {
                    frame.idIndex[node.ordinal] = index;
                }
                if (node.values[index].deprecated()) {
                    findings.add(node, ValidationRule.DEPRECATED, from, to);
                }
            } else if (node.role != Role.TYPE_UID) {
                findings.add(node, ValidationRule.UNKNOWN_ENUM_VALUE, from, to);
            }
        }
        switch (node.role) {
            case CLASS_UID -> {
                classSeen = true;
                classUid = value;
                fits &= plan.saysClass(bytes, from, to);
            }
            case ACTIVITY_ID -> {
                activitySeen = true;
                activityId = value;
            }
            case TYPE_UID -> {
                // checked when all is read: the class may come later
                Frame root = frames[0];
                root.start[node.ordinal] = from;
                root.end[node.ordinal] = to;
            }
            default -> {}
        }
    }

    private void profiles(Plan plan, AttributeNode node, int from) {
        profilesSeen = true;
        fits &= plan.saysProfiles(bytes, from, in.position());
        if (plan.hasUnknownProfile) {
            findings.add(node, ValidationRule.UNKNOWN_PROFILE, from, in.position());
        }
    }

    private void finish(Plan plan, ItemNode item, Frame frame, int from) throws MalformedJsonException {
        for (int word = 0; word < item.required.length; word++) {
            missing(item, item.required[word] & ~frame.present[word], word, ValidationRule.MISSING_REQUIRED);
            missing(item, item.recommended[word] & ~frame.present[word], word, ValidationRule.MISSING_RECOMMENDED);
        }
        for (int ordinal : item.ids) {
            caption(plan, item, item.attributes[ordinal], frame);
        }
        if (item.constrained) {
            constraints(item, frame, from);
        }
        if (item == plan.root) {
            if (item.item.deprecatedSince() != null) {
                findings.missing(item.owner, ValidationRule.DEPRECATED); // the class as a whole is no value
            }
            typeUid(item, frame);
        }
    }

    private void missing(ItemNode item, long bits, int word, ValidationRule rule) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            findings.missing(item.attributes[(word << 6) + Long.numberOfTrailingZeros(rest)], rule);
        }
    }

    private void caption(Plan plan, ItemNode item, AttributeNode id, Frame frame) {
        AttributeNode caption = item.attributes[id.caption];
        if (!frame.has(caption.ordinal)) {
            return;
        }
        int from = frame.start[caption.ordinal];
        int to = frame.end[caption.ordinal];
        if (from == ABSENT) {
            return; // not a string, and reported as such
        }
        if (!frame.has(id.ordinal)) {
            if (id.active || plan.head.profiles() == null) {
                findings.add(caption, ValidationRule.CAPTION_WITHOUT_ID, from, to);
            }
            return;
        }
        int index = frame.idIndex[id.ordinal];
        if (index < 0) {
            return; // no value of the enum, and reported as such
        }
        EnumValue value = id.values[index];
        if (!value.id().equals(AttributeEnum.OTHER) && !id.captionIs(index, bytes, from, to)) {
            findings.add(caption, ValidationRule.CAPTION_MISMATCH, from, to, value);
        }
    }

    private void constraints(ItemNode item, Frame frame, int from) throws MalformedJsonException {
        SchemaConstraints constraints = item.item.constraints();
        if (!constraints.atLeastOne().isEmpty() && count(item, frame, from, constraints.atLeastOne()) == 0) {
            constraint(item, ValidationRule.AT_LEAST_ONE, from);
        }
        if (!constraints.justOne().isEmpty() && count(item, frame, from, constraints.justOne()) != 1) {
            constraint(item, ValidationRule.JUST_ONE, from);
        }
    }

    private void constraint(ItemNode item, ValidationRule rule, int from) {
        if (item.owner.attribute == null) {
            findings.missing(item.owner, rule); // the event as a whole is no value
        } else {
            findings.add(item.owner, rule, from, in.position());
        }
    }

    private int count(ItemNode item, Frame frame, int from, List<String> names) throws MalformedJsonException {
        int count = 0;
        for (String name : names) {
            if (name.indexOf('.') >= 0) {
                lookUp.reset(bytes, from, in.position() - from);
                count += JsonPath.of(name).find(lookUp) ? 1 : 0;
            } else {
                AttributeNode node = item.named(name);
                count += node != null && frame.has(node.ordinal) ? 1 : 0;
            }
        }
        return count;
    }

    private void typeUid(ItemNode item, Frame frame) {
        AttributeNode node = item.typeUid;
        if (node == null || !frame.has(node.ordinal) || !classSeen || !activitySeen) {
            return;
        }
        int from = frame.start[node.ordinal];
        if (from == ABSENT) {
            return;
        }
        String spelled = new String(bytes, from, frame.end[node.ordinal] - from, StandardCharsets.US_ASCII);
        if (Long.parseLong(spelled) != classUid * 100 + activityId) {
            findings.add(node, ValidationRule.TYPE_UID, from, frame.end[node.ordinal]);
        }
    }
}
