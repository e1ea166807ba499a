package org.ocsf4j.schema.normalize;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.SchemaAttribute;
import org.ocsf4j.schema.SchemaItem;
import org.ocsf4j.schema.json.JsonTree;

/** Captions from ids and ids from captions, in one object. */
final class Siblings {

    private Siblings() {}

    static void fill(SchemaItem item, Map<String, Object> members, boolean captions, boolean ids) {
        for (SchemaAttribute id : item.attributes().values()) {
            String sibling = id.sibling();
            AttributeEnum values = id.enumeration();
            if (sibling == null || values == null || id.isArray() || item.attribute(sibling) == null) {
                continue;
            }
            Object ownId = members.get(id.name());
            String caption = JsonTree.textOrNull(members.get(sibling));
            if (captions && ownId instanceof Long number && !members.containsKey(sibling)) {
                EnumValue value = values.byId(number);
                if (value != null) {
                    members.put(sibling, value.caption());
                }
            } else if (ids && ownId == null && caption != null && !caption.isBlank() && !caption.equals("-")) {
                Long number = idOf(values, caption);
                if (number != null) {
                    members.put(id.name(), number);
                }
            }
        }
    }

    /** The id of a caption, 99 for a caption of the source's own; null where the enum has neither. */
    static @Nullable Long idOf(AttributeEnum values, String caption) {
        EnumValue value = values.byCaption(caption);
        if (value == null) {
            value = values.byId(AttributeEnum.OTHER);
        }
        return value == null || !value.id().matches("\\d{1,18}") ? null : Long.valueOf(value.id());
    }
}
