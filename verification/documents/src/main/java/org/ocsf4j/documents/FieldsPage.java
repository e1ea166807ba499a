package org.ocsf4j.documents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ocsf4j.schema.OcsfClass;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.templates.MappingOptions;
import org.ocsf4j.templates.TemplateGenerator;
import org.ocsf4j.templates.TemplateOptions;

/** {@code docs/fields.md}: how many fields the templates have, and of which types. */
final class FieldsPage {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "unsigned_long", "double");
    private static final Set<String> COUNTED = Set.of("keyword", "ip", "date", "boolean", "flat_object");

    /** More than any class has at three levels. */
    private static final int NO_BUDGET = MappingOptions.MAX_BUDGET;

    private static final String HEAD =
            """
            # Fields of the templates

            How many fields the [templates](templates.md) map under their default options, and of which types. This page is made from the code by
            `%s`; a test compares them.

            The budget is %,d fields a class: OpenSearch's limit is 1,000, objects and aliases included. "There are" counts the attributes down to
            %d levels, and what is always mapped. Where that is more, the rest stays in the document and is not searchable. No key of
            `unmapped` is promoted by default: `unmapped` is the one `flat_object`. What each field is called, and whether it has an index,
            is in `./ocsf templates show`.
            """;

    private FieldsPage() {}

    static Page of() {
        StringBuilder page = new StringBuilder(
                HEAD.formatted(Pages.COMMAND, MappingOptions.DEFAULT_FIELD_BUDGET, MappingOptions.DEFAULT_DEPTH));
        versions(page);
        List<String> stable = OcsfSchema.bundledVersions().stream()
                .filter(version -> version.indexOf('-') < 0)
                .toList();
        classes(page, stable.get(stable.size() - 1));
        return new Page("docs/fields.md", page.toString());
    }

    private static void versions(StringBuilder page) {
        page.append(
                """

                ## By version

                "Cut" is how many classes have more than the budget.

                | Version | Classes | Fewest fields | Median | Most fields | Cut |
                |---|---|---|---|---|---|
                """);
        for (String version : OcsfSchema.bundledVersions()) {
            Map<OcsfClass, Integer> mapped = counts(version, MappingOptions.DEFAULT_FIELD_BUDGET);
            Map<OcsfClass, Integer> all = counts(version, NO_BUDGET);
            List<Integer> sorted = mapped.values().stream().sorted().toList();
            long cut = mapped.entrySet().stream()
                    .filter(each -> each.getValue() < all.getOrDefault(each.getKey(), 0))
                    .count();
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %,d | %,d | %,d | %d |\n",
                    version,
                    sorted.size(),
                    sorted.get(0),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1),
                    cut));
        }
    }

    private static void classes(StringBuilder page, String version) {
        page.append(
                """

                ## By class, OCSF %s

                "Objects" hold other fields and count against the budget too. Numbers are `integer`, `long` and `double`.

                | Class | Uid | Fields | There are | `keyword` | `ip` | `date` | Numbers | `boolean` | `flat_object` | Others | Objects |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """
                        .formatted(version));
        Map<OcsfClass, Integer> all = counts(version, NO_BUDGET);
        Set<String> others = new TreeSet<>();
        counts(version, MappingOptions.DEFAULT_FIELD_BUDGET).forEach((ocsfClass, fields) -> {
            Map<String, String> types = TemplateGenerator.fieldTypes(ocsfClass, MappingOptions.defaults());
            types.values().stream()
                    .filter(type -> !COUNTED.contains(type) && !NUMBERS.contains(type))
                    .forEach(others::add);
            long counted = COUNTED.stream()
                    .mapToLong(type -> count(types, Set.of(type)))
                    .sum();
            long numbers = count(types, NUMBERS);
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d |\n",
                    ocsfClass.name(),
                    ocsfClass.uid(),
                    fields,
                    all.getOrDefault(ocsfClass, 0),
                    count(types, Set.of("keyword")),
                    count(types, Set.of("ip")),
                    count(types, Set.of("date")),
                    numbers,
                    count(types, Set.of("boolean")),
                    count(types, Set.of("flat_object")),
                    types.size() - counted - numbers,
                    fields - types.size()));
        });
        page.append("\nOthers are of the types `")
                .append(String.join("`, `", others))
                .append("`.\n");
    }

    private static long count(Map<String, String> fields, Set<String> types) {
        return fields.values().stream().filter(types::contains).count();
    }

    private static Map<OcsfClass, Integer> counts(String version, int budget) {
        MappingOptions mapping = MappingOptions.builder().fieldBudget(budget).build();
        return TemplateGenerator.fieldCounts(TemplateOptions.builder()
                .versions(List.of(version))
                .mapping(mapping)
                .build());
    }
}
