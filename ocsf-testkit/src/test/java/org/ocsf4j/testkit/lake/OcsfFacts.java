package org.ocsf4j.testkit.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Names, types and enumerations of one OCSF version. */
final class OcsfFacts {

    private final JsonNode facts;

    private OcsfFacts(JsonNode facts) {
        this.facts = facts;
    }

    static OcsfFacts of(SourceVersion version) throws IOException {
        var file = SharedData.folder("ocsf").resolve(version.ocsfVersion() + ".json.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new OcsfFacts(new ObjectMapper().readTree(in));
        }
    }

    /** The class with a uid. */
    JsonNode eventClass(int uid) {
        for (JsonNode candidate : facts.get("classes")) {
            if (candidate.path("uid").asInt() == uid) {
                return candidate;
            }
        }
        throw new AssertionError("no class " + uid);
    }

    String categoryCaption(JsonNode eventClass) {
        return facts.get("categories")
                .get(eventClass.get("category").asText())
                .get(1)
                .asText();
    }

    /** An attribute of a class or object, the dictionary's facts under its own; null when it has none of that name. */
    @Nullable
    JsonNode attribute(JsonNode holder, String name) {
        JsonNode own = holder.path("attrs").get(name);
        if (own == null) {
            return null;
        }
        ObjectNode merged = facts.get("attributes").path(name).isObject()
                ? facts.get("attributes").get(name).deepCopy()
                : new ObjectMapper().createObjectNode();
        if (own.isObject()) {
            merged.setAll((ObjectNode) own);
        }
        return merged;
    }

    /** The object that an attribute holds; null for a scalar or a free-form object. */
    @Nullable
    JsonNode object(JsonNode attribute) {
        return attribute.has("o") ? facts.get("objects").get(attribute.get("o").asText()) : null;
    }

    /** The caption of an enumeration's member; null when it has no such member. */
    static @Nullable String caption(JsonNode attribute, String id) {
        JsonNode member = attribute.get("e").get(id);
        if (member == null) {
            return null;
        }
        return member.isArray() ? member.get(0).asText() : member.asText();
    }
}
