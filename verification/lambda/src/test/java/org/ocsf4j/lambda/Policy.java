package org.ocsf4j.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/** A policy document: what each of its statements allows, by the statement's name. */
record Policy(Map<String, Set<String>> actions, Map<String, List<String>> resources) {

    static Policy read(Path file) throws IOException {
        Map<String, Object> document = JsonTree.parseObject(Files.readAllBytes(file));
        if (!"2012-10-17".equals(document.get("Version"))) {
            throw new IOException("[" + file + "] not of version 2012-10-17");
        }
        Map<String, Set<String>> actions = new LinkedHashMap<>();
        Map<String, List<String>> resources = new LinkedHashMap<>();
        for (Object entry : (List<?>) document.getOrDefault("Statement", List.of())) {
            Map<?, ?> statement = (Map<?, ?>) entry;
            if ("Allow".equals(statement.get("Effect"))) {
                String name = String.valueOf(statement.get("Sid"));
                actions.put(name, new TreeSet<>(texts(statement.get("Action"))));
                resources.put(name, texts(statement.get("Resource")));
            }
        }
        return new Policy(actions, resources);
    }

    /** What the statements but these allow. */
    Set<String> actionsBut(Set<String> names) {
        Set<String> all = new TreeSet<>();
        actions.forEach((name, some) -> {
            if (!names.contains(name)) {
                all.addAll(some);
            }
        });
        return all;
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(text -> texts.add(String.valueOf(text)));
        } else {
            texts.add(String.valueOf(value));
        }
        return texts;
    }
}
