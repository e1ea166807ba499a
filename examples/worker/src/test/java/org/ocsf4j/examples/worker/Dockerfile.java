package org.ocsf4j.examples.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instructions of the image's last stage, each on one line, and those of the stages before it. */
record Dockerfile(List<String> stages, List<String> last) {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Dockerfile read() throws IOException {
        List<String> stages = new ArrayList<>();
        List<String> last = new ArrayList<>();
        String text = Files.readString(Project.file("Dockerfile"))
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "");
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith("FROM ")) {
                stages.addAll(last);
                last.clear();
            }
            last.add(line);
        }
        return new Dockerfile(List.copyOf(stages), List.copyOf(last));
    }

    /** The only instruction of this name in the last stage. */
    String instruction(String name) {
        List<String> found = last.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(name + " is there " + found.size() + " times");
        }
        return found.get(0);
    }

    /** The words of an instruction in its exec form, such as {@code ENTRYPOINT}. */
    List<String> words(String name) throws IOException {
        return List.of(JSON.readValue(instruction(name), String[].class));
    }

    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        Matcher each = ASSIGNMENT.matcher(instruction("ENV"));
        while (each.find()) {
            variables.put(each.group(1), each.group(2));
        }
        return variables;
    }

    /** The words with which the class archive is made, up to the end of that command. */
    List<String> archiving() {
        String run = stages.stream()
                .filter(line -> line.contains("-XX:ArchiveClassesAtExit"))
                .findFirst()
                .orElseThrow();
        return List.of(Pattern.compile("\\s+")
                .split(run.substring("RUN ".length(), run.indexOf(';')).strip()));
    }
}
