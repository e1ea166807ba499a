package org.ocsf4j.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.schema.OcsfClass;

/**
 * Index templates in three ranks; of those whose pattern matches a new index OpenSearch takes the highest.
 *
 * <ol>
 *   <li>a class of one version: {@code ocsf-1.1.0-6003-api_activity-*};
 *   <li>a class uid in whatever other version: {@code ocsf-*-6003-*}. Each has a priority of its own, since OpenSearch refuses
 *       patterns of one priority that could both match;
 *   <li>everything else of ours, unknown classes too: {@code ocsf-*}.
 * </ol>
 */
final class IndexTemplates {

    static final int CLASS_PRIORITY = 100_000_000;
    static final int ANY_VERSION_PRIORITY = 1_000;
    static final int CATCH_ALL_PRIORITY = 100;

    private static final List<String> COMMON = List.of(ComponentTemplates.SETTINGS, ComponentTemplates.BASE_EVENT);

    static final List<String> SETTINGS_ONLY = List.of(ComponentTemplates.SETTINGS);

    private final MappingOptions options;

    IndexTemplates(MappingOptions options) {
        this.options = options;
    }

    static String nameOf(OcsfClass c) {
        String prefix = IndexNaming.prefixFor(c);
        return prefix.substring(0, prefix.length() - 1);
    }

    Template ofClass(OcsfClass c, SharedComponents.Share share) {
        return template(nameOf(c), nameOf(c) + "-*", CLASS_PRIORITY, share.components(), c, share.own());
    }

    Template ofAnyVersion(OcsfClass newest, FieldTree fields) {
        String name = "ocsf-any-" + newest.uid();
        int priority = ANY_VERSION_PRIORITY + newest.uid();
        return template(name, "ocsf-*-" + newest.uid() + "-*", priority, SETTINGS_ONLY, newest, fields);
    }

    Template catchAll() {
        return template("ocsf-any", "ocsf-*", CATCH_ALL_PRIORITY, COMMON, null, new FieldTree());
    }

    private Template template(
            String name,
            String pattern,
            int priority,
            List<String> components,
            @Nullable OcsfClass aliased,
            FieldTree fields) {
        String json = JsonText.object(body -> {
            JsonText.strings(body, "index_patterns", List.of(pattern));
            body.writeNumberField("priority", priority);
            JsonText.strings(body, "composed_of", components);
            if (aliased != null) {
                body.writeObjectFieldStart("template");
                if (fields.count() > 0) {
                    ComponentTemplates.mappings(body, fields, options);
                }
                body.writeObjectFieldStart("aliases");
                String category = aliased.categoryName().replace('/', '-'); // an extension's is acme/plant
                for (String alias : new String[] {"ocsf-" + aliased.uid(), "ocsf-" + category}) {
                    body.writeObjectFieldStart(alias);
                    body.writeEndObject();
                }
                body.writeEndObject();
                body.writeEndObject();
            }
        });
        return new Template(Template.Kind.INDEX, name, components, json);
    }
}
