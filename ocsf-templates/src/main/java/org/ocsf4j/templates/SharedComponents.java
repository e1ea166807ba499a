package org.ocsf4j.templates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ocsf4j.schema.OcsfClass;

/**
 * Divides the fields of one version's classes into components. What most classes have alike is the base event; any other member of
 * the first level that several classes have alike is a component of its own; the rest is the class's.
 */
final class SharedComponents {

    /** A class's share: the components that it is composed of, and what is its own. */
    record Share(List<String> components, FieldTree own) {}

    private static final int FEWEST_CLASSES = 2;
    private static final int FEWEST_FIELDS = 4;

    private final Map<String, FieldTree> components = new LinkedHashMap<>();
    private final Map<OcsfClass, Share> shares = new LinkedHashMap<>();

    SharedComponents(String version, Map<OcsfClass, FieldTree> classes) {
        Map<String, Map<FieldTree, Integer>> variants = new TreeMap<>();
        for (FieldTree fields : classes.values()) {
            for (String member : fields.members()) {
                variants.computeIfAbsent(member, m -> new LinkedHashMap<>())
                        .merge(fields.only(member), 1, Integer::sum);
            }
        }
        Set<String> base = new LinkedHashSet<>();
        Map<String, Map<FieldTree, String>> named = new HashMap<>();
        FieldTree baseEvent = new FieldTree();
        String prefix = "ocsf-" + version + '-';
        variants.forEach((member, trees) -> {
            int number = 0;
            for (Map.Entry<FieldTree, Integer> tree : trees.entrySet()) {
                if (tree.getValue() == classes.size()) {
                    base.add(member);
                    tree.getKey().leaves().forEach(baseEvent::add);
                } else if (tree.getValue() >= FEWEST_CLASSES && tree.getKey().count() >= FEWEST_FIELDS) {
                    String name = prefix + member + (number++ == 0 ? "" : "-" + number);
                    components.put(name, tree.getKey());
                    named.computeIfAbsent(member, m -> new HashMap<>()).put(tree.getKey(), name);
                }
            }
        });
        String baseName = prefix + "base_event";
        components.put(baseName, baseEvent);
        classes.forEach((ocsfClass, fields) -> {
            List<String> composedOf = new ArrayList<>(List.of(ComponentTemplates.SETTINGS, baseName));
            Set<String> elsewhere = new LinkedHashSet<>(base);
            for (String member : fields.members()) {
                String name = named.getOrDefault(member, Map.of()).get(fields.only(member));
                if (name != null) {
                    composedOf.add(name);
                    elsewhere.add(member);
                }
            }
            shares.put(ocsfClass, new Share(List.copyOf(composedOf), fields.without(elsewhere)));
        });
    }

    /** What these classes are composed of, in the order of the names' members. */
    Map<String, FieldTree> componentsOf(Collection<OcsfClass> some) {
        Set<String> used = new HashSet<>();
        some.forEach(ocsfClass -> used.addAll(share(ocsfClass).components()));
        Map<String, FieldTree> composed = new LinkedHashMap<>(components);
        composed.keySet().retainAll(used);
        return composed;
    }

    Share share(OcsfClass ocsfClass) {
        Share share = shares.get(ocsfClass);
        if (share == null) {
            throw new IllegalArgumentException("not one of these classes; " + ocsfClass);
        }
        return share;
    }
}
