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

    static final int CLASS_PRIORITY = 100_000;
    static final int ANY_VERSION_PRIORITY = 1_000;
    static final int CATCH_ALL_PRIORITY = 100;

    private static final List<String> COMPONENTS = List.of(ComponentTemplates.SETTINGS, ComponentTemplates.BASE_EVENT);

    private IndexTemplates() {}

    static Template ofClass(OcsfClass c) {
        String prefix = IndexNaming.prefixFor(c);
        return indexTemplate(prefix.substring(0, prefix.length() - 1), prefix + '*', CLASS_PRIORITY, c);
    }

    /** @param rank tells the templates of this kind apart, from 0 */
    static Template ofAnyVersion(OcsfClass newest, int rank) {
        return indexTemplate(
                "ocsf-any-" + newest.uid(), "ocsf-*-" + newest.uid() + "-*", ANY_VERSION_PRIORITY + rank, newest);
    }

    static Template catchAll() {
        return indexTemplate("ocsf-any", "ocsf-*", CATCH_ALL_PRIORITY, null);
    }

    private static Template indexTemplate(String name, String pattern, int priority, @Nullable OcsfClass aliased) {
        String json = JsonText.object(body -> {
            body.writeArrayFieldStart("index_patterns");
            body.writeString(pattern);
            body.writeEndArray();
            body.writeNumberField("priority", priority);
            body.writeArrayFieldStart("composed_of");
            for (String component : COMPONENTS) {
                body.writeString(component);
            }
            body.writeEndArray();
            if (aliased != null) {
                body.writeObjectFieldStart("template");
                body.writeObjectFieldStart("aliases");
                for (String alias : new String[] {"ocsf-" + aliased.uid(), "ocsf-" + aliased.categoryName()}) {
                    body.writeObjectFieldStart(alias);
                    body.writeEndObject();
                }
                body.writeEndObject();
                body.writeEndObject();
            }
        });
        return new Template(Template.Kind.INDEX, name, COMPONENTS, json);
    }
}
