package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfClasses;

/**
 * Generates index templates from the bundled classes. The same options give the same templates. Thread-safe.
 *
 * <p>The names of the indices are those of {@link org.ocsf4j.opensearch.IndexNaming}. Every index of a class gets the aliases
 * {@code ocsf-<class_uid>} and {@code ocsf-<category>}, so that a search spans versions and days.
 */
public final class TemplateGenerator {

    private TemplateGenerator() {}

    /** The templates, in the order in which they can be installed: components first. */
    public static List<Template> generate(TemplateOptions options) {
        Objects.requireNonNull(options, "options");
        List<Template> templates = new ArrayList<>();
        templates.add(ComponentTemplates.settings(options));
        templates.add(ComponentTemplates.baseEvent());
        templates.add(IndexTemplates.catchAll());
        for (OcsfClass newest : newestByUid()) {
            templates.add(IndexTemplates.ofAnyVersion(newest, templates.size()));
        }
        for (OcsfClass c : OcsfClasses.all()) {
            if (options.versions().contains(c.version())) {
                templates.add(IndexTemplates.ofClass(c));
            }
        }
        return List.copyOf(templates);
    }

    /** For each class uid the class that it is in the newest version that has it. */
    private static Iterable<OcsfClass> newestByUid() {
        List<String> oldestFirst = OcsfClasses.versions();
        Map<Integer, OcsfClass> newest = new TreeMap<>();
        for (OcsfClass c : OcsfClasses.all()) {
            newest.merge(
                    c.uid(), c, (a, b) -> oldestFirst.indexOf(a.version()) > oldestFirst.indexOf(b.version()) ? a : b);
        }
        return newest.values();
    }
}
