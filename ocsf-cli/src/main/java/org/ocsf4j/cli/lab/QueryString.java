package org.ocsf4j.cli.lab;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, within limits.
 *
 * @param parameters each name's values, in their order
 */
record QueryString(Map<String, List<String>> parameters) {

    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_CHARACTERS = 8_192;

    /**
     * Reads the part of an address behind the question mark as it was sent.
     *
     * @throws IllegalArgumentException where it is too long or badly encoded
     */
    static QueryString parse(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw == null) {
            return new QueryString(parameters);
        }
        StringTokenizer pairs = new StringTokenizer(raw, "&");
        if (raw.length() > MAX_CHARACTERS || pairs.countTokens() > MAX_PARAMETERS) {
            throw new IllegalArgumentException("[query] too long; " + raw.length() + " characters; remove filters");
        }
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return new QueryString(parameters);
    }

    /** The value of a parameter that is there exactly once. */
    String text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new IllegalArgumentException(
                    "[query] " + name + " is there " + values.size() + " times; give it once");
        }
        return values.get(0);
    }

    /** As {@link #text}, a whole number. */
    long number(String name) {
        String text = text(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("[query] " + name + " is no whole number; " + text + "; correct it", e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
