package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;

/**
 * Generates templates from the bundled schemas, or from others. The same options give the same templates. Thread-safe.
 *
 * <p>The names of the indices are those of {@link org.ocsf4j.opensearch.IndexNaming}. Every index of a class gets the aliases
 * {@code ocsf-<class_uid>} and {@code ocsf-<category>}, so that a search spans versions and days.
 */
public final class TemplateGenerator {

    private TemplateGenerator() {}

    /** The templates, in the order in which they can be installed: components first. */
    public static List<Template> generate(TemplateOptions options) {
        return generate(options, List.of());
    }

    /**
     * As {@link #generate(TemplateOptions)}, and the templates of each class of {@code more} schemas, such as one with private
     * extensions. One of a bundled version takes that version's place.
     */
    public static List<Template> generate(TemplateOptions options, List<OcsfSchema> more) {
        Objects.requireNonNull(options, "options");
        MappingOptions mapping = options.mapping();
        IndexTemplates indices = new IndexTemplates(mapping);
        List<Template> templates = new ArrayList<>();
        Template pipeline = Unmapped.pipeline(mapping);
        if (pipeline != null) {
            templates.add(pipeline);
        }
        templates.add(ComponentTemplates.settings(options));

        List<OcsfSchema> bundled = schemas(OcsfSchema.bundledVersions(), more);
        AnyVersion anyVersion = new AnyVersion(bundled, mapping);
        templates.add(ComponentTemplates.mapping(ComponentTemplates.BASE_EVENT, anyVersion.baseEvent(), mapping));
        List<Template> ofClasses = new ArrayList<>();
        for (OcsfSchema schema : schemas(options.orderedVersions(), more)) {
            Map<OcsfClass, FieldTree> all = fields(schema, mapping, c -> true);
            List<OcsfClass> wanted =
                    all.keySet().stream().filter(options::wants).toList();
            // Shared by all classes, wanted or not: a component says the same whichever classes are installed beside
            // it.
            SharedComponents shared = new SharedComponents(schema.version(), all);
            shared.componentsOf(wanted)
                    .forEach((name, tree) -> templates.add(ComponentTemplates.mapping(name, tree, mapping)));
            wanted.forEach(c -> ofClasses.add(indices.ofClass(c, shared.share(c))));
        }
        templates.add(indices.catchAll());
        templates.add(HealthTemplate.of(mapping));
        anyVersion.classes(options::wants).forEach((c, tree) -> templates.add(indices.ofAnyVersion(c, tree)));
        templates.addAll(ofClasses);
        return List.copyOf(templates);
    }

    /** How many fields each class of the versions asked for has, objects and aliases included: what OpenSearch's limit counts. */
    public static Map<OcsfClass, Integer> fieldCounts(TemplateOptions options) {
        return fieldCounts(options, List.of());
    }

    /** As {@link #fieldCounts(TemplateOptions)}, and those of each class of {@code more} schemas. */
    public static Map<OcsfClass, Integer> fieldCounts(TemplateOptions options, List<OcsfSchema> more) {
        Map<OcsfClass, Integer> counts = new LinkedHashMap<>();
        for (OcsfSchema schema : schemas(options.orderedVersions(), more)) {
            fields(schema, options.mapping(), options::wants).forEach((c, tree) -> counts.put(c, tree.count()));
        }
        return counts;
    }

    /** The type that each field of a class has, by path. */
    public static Map<String, String> fieldTypes(OcsfClass ocsfClass, MappingOptions options) {
        OcsfSchema schema = OcsfSchema.version(ocsfClass.version());
        SchemaClass c = schema.classWithUid(ocsfClass.uid());
        if (c == null) {
            throw new IllegalArgumentException("[" + schema + "] no such class; " + ocsfClass.uid());
        }
        Map<String, String> types = new LinkedHashMap<>();
        new ClassFields(options).of(schema, c).leaves().forEach((path, field) -> types.put(path, field.type()));
        return types;
    }

    private static List<OcsfSchema> schemas(Iterable<String> versions, List<OcsfSchema> more) {
        Map<String, OcsfSchema> schemas = new LinkedHashMap<>();
        versions.forEach(version -> schemas.put(version, OcsfSchema.version(version)));
        more.forEach(schema -> schemas.put(schema.version(), schema));
        return List.copyOf(schemas.values());
    }

    private static Map<OcsfClass, FieldTree> fields(
            OcsfSchema schema, MappingOptions mapping, Predicate<OcsfClass> wanted) {
        ClassFields fields = new ClassFields(mapping);
        Map<OcsfClass, FieldTree> classes = new LinkedHashMap<>();
        for (SchemaClass c : schema.classes()) {
            if (wanted.test(c.identity())) {
                classes.put(c.identity(), fields.of(schema, c));
            }
        }
        return classes;
    }
}
