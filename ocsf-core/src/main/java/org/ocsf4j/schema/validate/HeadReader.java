package org.ocsf4j.schema.validate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonPath;
import org.ocsf4j.schema.json.JsonScanner;
import org.ocsf4j.schema.json.MalformedJsonException;
import org.ocsf4j.schema.validate.Plan.Head;

/** Reads what an event says it is: version, class, profiles. Not thread-safe. */
final class HeadReader {

    static final int ABSENT = -1;

    private static final JsonPath VERSION = JsonPath.of("metadata.version");
    private static final JsonPath CLASS = JsonPath.of("class_uid");
    private static final JsonPath PROFILES = JsonPath.of("metadata.profiles");

    private final JsonScanner in = new JsonScanner();

    private int classStart = ABSENT;
    private int classEnd = ABSENT;
    private int versionStart = ABSENT;
    private int versionEnd = ABSENT;

    /** {@code versionIsFixed}: the event's version does not count. */
    Head read(byte[] json, int offset, int length, boolean versionIsFixed) throws MalformedJsonException {
        in.reset(json, offset, length);
        in.expect('{'); // anything else is no event
        in.position(offset);
        in.skipValue(0);
        in.expectEnd();
        String profiles = raw(PROFILES, json, offset, length);
        String uid = raw(CLASS, json, offset, length);
        classStart = uid == null ? ABSENT : in.textStart();
        classEnd = uid == null ? ABSENT : in.textEnd();
        String version = raw(VERSION, json, offset, length);
        versionStart = version == null ? ABSENT : in.textStart();
        versionEnd = version == null ? ABSENT : in.textEnd();
        return new Head(versionIsFixed ? null : version, uid, profiles);
    }

    private @Nullable String raw(JsonPath path, byte[] json, int offset, int length) throws MalformedJsonException {
        in.reset(json, offset, length);
        if (!path.find(in)) {
            return null;
        }
        in.skipValue(2);
        return new String(json, in.textStart(), in.textEnd() - in.textStart(), StandardCharsets.UTF_8);
    }

    int classStart() {
        return classStart;
    }

    int classEnd() {
        return classEnd;
    }

    int versionStart() {
        return versionStart;
    }

    int versionEnd() {
        return versionEnd;
    }
}
