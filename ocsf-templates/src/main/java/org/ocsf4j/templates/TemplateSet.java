package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.opensearch.IndexNaming;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

/**
 * The templates of some OCSF versions: a settings component, a base-event component, an index template for each class with the
 * aliases {@code ocsf-<class_uid>} and {@code ocsf-<category>}, and one that catches every other {@code ocsf-} index. Every
 * name comes from the type model, none from an event.
 *
 * @param templates components first
 */
public record TemplateSet(List<Template> templates) {

    /** The versions that Security Lake's own sources write. */
    public static final List<String> SECURITY_LAKE_VERSIONS = List.of("1.0.0-rc.2", "1.1.0");

    private static final String SETTINGS = "ocsf-settings";
    private static final String BASE_EVENT = "ocsf-base-event";
    private static final List<String> COMPONENTS = List.of(SETTINGS, BASE_EVENT);
    private static final int CLASS_PRIORITY = 200;
    private static final int CATCH_ALL_PRIORITY = 100;

    public TemplateSet {
        templates = List.copyOf(templates);
    }

    /**
     * Makes the templates of these versions.
     *
     * @throws IllegalArgumentException where a version is not bundled
     */
    public static TemplateSet of(List<String> versions) {
        List<Template> made = new ArrayList<>();
        made.add(new Template(
                Template.Kind.COMPONENT,
                SETTINGS,
                List.of(),
                "{\"template\":{\"settings\":{\"index\":{\"codec\":\"best_compression\",\"number_of_shards\":1,"
                        + "\"number_of_replicas\":1,\"auto_expand_replicas\":\"0-1\"}}}}"));
        made.add(new Template(
                Template.Kind.COMPONENT,
                BASE_EVENT,
                List.of(),
                "{\"template\":{\"mappings\":" + BaseMapping.json() + "}}"));
        made.add(index("ocsf-catch-all", "ocsf-*", CATCH_ALL_PRIORITY, List.of()));
        for (String version : versions) {
            if (!OcsfClasses.isKnownVersion(version)) {
                throw new IllegalArgumentException(
                        "not a bundled OCSF version; " + version + "; use one of " + OcsfClasses.versions());
            }
        }
        for (OcsfClass c : OcsfClasses.all()) {
            if (versions.contains(c.version())) {
                String prefix = IndexNaming.prefixFor(c);
                made.add(index(
                        prefix.substring(0, prefix.length() - 1),
                        prefix + "*",
                        CLASS_PRIORITY,
                        List.of("ocsf-" + c.uid(), "ocsf-" + c.categoryName())));
            }
        }
        return new TemplateSet(made);
    }

    private static Template index(String name, String pattern, int priority, List<String> aliases) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"index_patterns\":[\"").append(pattern).append("\"],\"priority\":").append(priority);
        json.append(",\"composed_of\":[\"").append(String.join("\",\"", COMPONENTS)).append("\"]");
        json.append(",\"template\":{\"aliases\":{");
        for (int i = 0; i < aliases.size(); i++) {
            json.append(i == 0 ? "\"" : ",\"").append(aliases.get(i)).append("\":{}");
        }
        json.append("}}}");
        return new Template(Template.Kind.INDEX, name, COMPONENTS, json.toString());
    }
}
