package org.ocsf4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ocsf4j.deadletter.DeadLetter;

/** Chooses letters by their fields. All conditions have to fit; none chooses every letter. Thread-safe. */
final class LetterFilter implements Predicate<DeadLetter> {

    private final List<Condition> conditions;

    private record Condition(String field, Pattern glob) {}

    private LetterFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * A filter of conditions {@code field=glob}.
     *
     * @throws IllegalArgumentException where a condition is not {@code field=glob} over a known field
     */
    static LetterFilter of(List<String> conditions) {
        List<Condition> parsed = new ArrayList<>();
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            String field = condition.substring(0, Math.max(0, equals));
            if (!List.of("index", "id", "errorType", "status", "reason", "bucket", "key")
                    .contains(field)) {
                throw new IllegalArgumentException("--filter " + condition
                        + " is not FIELD=GLOB; use index, id, errorType, status, reason, bucket or key");
            }
            parsed.add(new Condition(field, glob(condition.substring(equals + 1))));
        }
        return new LetterFilter(List.copyOf(parsed));
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    @Override
    public boolean test(DeadLetter letter) {
        for (Condition condition : conditions) {
            if (!condition.glob().matcher(field(letter, condition.field())).matches()) {
                return false;
            }
        }
        return true;
    }

    private static String field(DeadLetter letter, String field) {
        return switch (field) {
            case "index" -> Objects.requireNonNullElse(letter.index(), "");
            case "id" -> Objects.requireNonNullElse(letter.id(), "");
            case "errorType" -> letter.errorType();
            case "status" -> Integer.toString(letter.status());
            case "reason" -> letter.reason();
            case "bucket" -> letter.object().bucket();
            default -> letter.object().key();
        };
    }
}
