package org.ocsf4j.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of {@code unmapped}, and the ingest pipeline that some strategies need. */
final class Unmapped {

    static final String FIELD = "unmapped";
    static final String PROMOTED = "ocsf_promoted";
    static final String TEXT = "ocsf_unmapped_text";
    static final String PIPELINE = "ocsf-unmapped";

    private Unmapped() {}

    static void addTo(FieldTree tree, MappingOptions options) {
        int length = options.ignoreAbove();
        boolean inPlace = options.unmapped() == UnmappedStrategy.NOT_INDEXED;
        options.promoted()
                .forEach((key, kind) ->
                        tree.add((inPlace ? FIELD : PROMOTED) + '.' + key, FieldMapping.of(kind, length)));
        switch (options.unmapped()) {
            case FLAT_OBJECT -> tree.add(FIELD, FieldMapping.FLAT_OBJECT);
            case NOT_INDEXED -> addDisabled(tree);
            case ENTRIES -> {
                tree.add(FIELD + ".key", FieldMapping.keyword(length));
                tree.add(FIELD + ".value", FieldMapping.keyword(length));
            }
            case TEXT -> {
                addDisabled(tree);
                tree.add(TEXT, FieldMapping.WORDS);
            }
        }
    }

    /** Cannot be added where promoted keys stand below it, and need not. */
    private static void addDisabled(FieldTree tree) {
        tree.add(FIELD, FieldMapping.of("object").with("enabled", false));
    }

    /** The pipeline, or null where the strategy needs none. */
    static @Nullable Template pipeline(MappingOptions options) {
        UnmappedStrategy strategy = options.unmapped();
        boolean copies = !options.promoted().isEmpty() && strategy != UnmappedStrategy.NOT_INDEXED;
        if (!copies && strategy != UnmappedStrategy.ENTRIES && strategy != UnmappedStrategy.TEXT) {
            return null;
        }
        StringBuilder script = new StringBuilder("if (ctx.unmapped instanceof Map) {");
        if (copies) {
            script.append(" def p = [:];");
            for (Map.Entry<String, FieldKind> key : options.promoted().entrySet()) {
                String quoted = '\'' + key.getKey().replace("'", "\\'") + '\'';
                script.append(" if (ctx.unmapped.containsKey(" + quoted + ")) { p[" + quoted + "] = ctx.unmapped["
                        + quoted + "]; }");
            }
            script.append(" if (!p.isEmpty()) { ctx." + PROMOTED + " = p; }");
        }
        if (strategy == UnmappedStrategy.TEXT) {
            script.append(" def t = new StringBuilder();"
                    + " for (e in ctx.unmapped.entrySet()) { t.append(e.getKey()).append(' ')"
                    + ".append(String.valueOf(e.getValue())).append('\\n'); } ctx." + TEXT + " = t.toString();");
        }
        if (strategy == UnmappedStrategy.ENTRIES) {
            script.append(" def l = []; for (e in ctx.unmapped.entrySet()) {"
                    + " l.add(['key': e.getKey(), 'value': e.getValue()]); } ctx.unmapped = l;");
        }
        script.append(" }");
        String json = JsonText.object(body -> {
            body.writeStringField("description", "What the strategy for unmapped needs: " + strategy);
            body.writeArrayFieldStart("processors");
            body.writeStartObject();
            body.writeObjectFieldStart("script");
            body.writeStringField("lang", "painless");
            body.writeStringField("source", script.toString());
            body.writeEndObject();
            body.writeEndObject();
            body.writeEndArray();
        });
        return new Template(Template.Kind.PIPELINE, PIPELINE, List.of(), json);
    }
}
