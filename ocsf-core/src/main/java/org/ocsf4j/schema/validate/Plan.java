package org.ocsf4j.schema.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;
import org.ocsf4j.schema.SchemaObject;

/** How events of one version, class and list of profiles are checked. */
final class Plan {

    /** So many objects at different paths are told apart; what is beyond is read and not checked. */
    private static final int MAX_ITEMS = 2_000;

    final Head head;

    /** The event as a whole: constraints of the class, and what is wrong with all of it. */
    final AttributeNode event = new AttributeNode("", "", -1);

    final AttributeNode classUid = new AttributeNode("class_uid", "class_uid", -1);
    final AttributeNode version = new AttributeNode("metadata.version", "version", -1);

    /** Null where version or class are unknown. */
    final @Nullable ItemNode root;

    final @Nullable ValidationRule problem;

    final boolean versionIsFixed;
    final boolean hasUnknownProfile;

    private final byte[] versionSpelled;
    private final byte[] classSpelled;
    private final byte[] profilesSpelled;
    private final @Nullable OcsfSchema schema;
    private final @Nullable List<String> profiles;
    private int items;

    /**
     * What an event says it is.
     *
     * @param version {@code metadata.version}
     * @param classUid {@code class_uid} as it is spelled
     * @param profiles {@code metadata.profiles} as it is spelled
     */
    record Head(@Nullable String version, @Nullable String classUid, @Nullable String profiles) {}

    Plan(
            Head head,
            boolean versionIsFixed,
            @Nullable OcsfSchema schema,
            @Nullable SchemaClass found,
            @Nullable List<String> profiles) {
        this.head = head;
        this.versionIsFixed = versionIsFixed;
        this.versionSpelled = bytes(head.version());
        this.classSpelled = bytes(head.classUid());
        this.profilesSpelled = bytes(head.profiles());
        this.hasUnknownProfile =
                schema != null && profiles != null && !schema.profiles().containsAll(profiles);
        this.schema = schema;
        this.profiles = profiles;
        this.problem =
                schema == null ? ValidationRule.UNKNOWN_VERSION : found == null ? ValidationRule.UNKNOWN_CLASS : null;
        this.root = schema == null || found == null ? null : new ItemNode(schema, found, event, "", profiles);
        event.item = root;
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    boolean saysVersion(byte[] b, int from, int to) {
        return Arrays.equals(b, from, to, versionSpelled, 0, versionSpelled.length);
    }

    boolean saysClass(byte[] b, int from, int to) {
        return Arrays.equals(b, from, to, classSpelled, 0, classSpelled.length);
    }

    boolean saysProfiles(byte[] b, int from, int to) {
        return Arrays.equals(b, from, to, profilesSpelled, 0, profilesSpelled.length);
    }

    /** The object's attributes at this node's path; null where there are too many to tell apart. */
    @Nullable
    ItemNode item(AttributeNode node) {
        ItemNode item = node.item;
        SchemaObject object = node.object;
        if (item == null && object != null && schema != null && items < MAX_ITEMS) {
            items++;
            item = new ItemNode(schema, object, node, node.path + (node.array ? "[]." : "."), profiles);
            node.item = item;
        }
        return item;
    }

    void collect(List<RuleCount> into) {
        event.collect(into);
        classUid.collect(into);
        version.collect(into);
    }
}
