package org.ocsf4j.schema.normalize;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.AttributeEnum;
import org.ocsf4j.schema.EnumValue;
import org.ocsf4j.schema.json.JsonTree;

/** Captions from ids and ids from captions, in one object. */
final class Siblings {

    private Siblings() {}

    static void fill(List<ItemFacts.Sibling> pairs, Map<String, Object> members, boolean captions, boolean ids) {
        for (ItemFacts.Sibling pair : pairs) {
            Object ownId = members.get(pair.id());
            String caption = JsonTree.textOrNull(members.get(pair.caption()));
            if (captions && ownId instanceof Long number && !members.containsKey(pair.caption())) {
                EnumValue value = pair.values().byId(number);
                if (value != null) {
                    members.put(pair.caption(), value.caption());
                }
            } else if (ids && ownId == null && caption != null && !caption.isBlank() && !caption.equals("-")) {
                Long number = idOf(pair.values(), caption);
                if (number != null) {
                    members.put(pair.id(), number);
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
