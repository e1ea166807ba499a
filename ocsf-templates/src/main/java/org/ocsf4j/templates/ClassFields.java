package org.ocsf4j.templates;

import java.util.Map;
import org.ocsf4j.schema.OcsfSchema;
import org.ocsf4j.schema.SchemaClass;

/**
 * The fields of a class. What is listed comes first, then the schema's values, nearest and most wanted first, while the budget lasts.
 * What does not fit stays in the document and is not searchable.
 */
final class ClassFields {

    static final String TIME = "time";
    static final String TIMESTAMP = "@timestamp";
    static final String REJECTED = "ocsf_rejected";

    private final MappingOptions options;
    private final FieldRules rules;

    ClassFields(MappingOptions options) {
        this.options = options;
        this.rules = new FieldRules(options);
    }

    FieldTree of(OcsfSchema schema, SchemaClass ocsfClass) {
        return of(schema, ocsfClass, ListedFields.columns(schema.version(), ocsfClass.uid()));
    }

    /** @param columns what Security Lake writes: types by path */
    FieldTree of(OcsfSchema schema, SchemaClass ocsfClass, Map<String, String> columns) {
        FieldTree tree = new FieldTree();
        addOwn(tree);
        for (Map.Entry<String, String> column : columns.entrySet()) {
            addColumn(tree, schema, ocsfClass, column.getKey(), column.getValue());
        }
        for (String path : ListedFields.LOOKED_AT) {
            AttributePaths.Value value = AttributePaths.at(schema, ocsfClass, path);
            if (value != null) {
                add(tree, schema, value);
            }
        }
        int count = tree.count();
        for (AttributePaths.Value value : AttributePaths.of(schema, ocsfClass, options.depth())) {
            int cost = tree.cost(value.path());
            if (cost > 0 && count + cost <= options.fieldBudget()) {
                add(tree, schema, value);
                count += cost;
            }
        }
        return tree;
    }

    private void addOwn(FieldTree tree) {
        Unmapped.addTo(tree, options);
        tree.add(REJECTED, FieldMapping.WORDS);
        if (options.realTimestamp()) {
            tree.add(TIMESTAMP, FieldMapping.DATE);
            tree.add(TIME, FieldMapping.DATE.with("copy_to", TIMESTAMP));
        } else {
            tree.add(TIME, FieldMapping.DATE);
            tree.add(TIMESTAMP, FieldMapping.alias(TIME));
        }
    }

    private void addColumn(FieldTree tree, OcsfSchema schema, SchemaClass ocsfClass, String path, String type) {
        AttributePaths.Value value = AttributePaths.at(schema, ocsfClass, path);
        if (value == null) {
            tree.add(path, rules.mapping(schema, path, null, type, false));
        } else {
            add(tree, schema, value);
        }
    }

    private void add(FieldTree tree, OcsfSchema schema, AttributePaths.Value value) {
        if (!value.path().equals(Unmapped.FIELD)) {
            tree.add(value.path(), rules.mapping(schema, value.path(), value.attribute(), null, value.isCaption()));
        }
    }
}
