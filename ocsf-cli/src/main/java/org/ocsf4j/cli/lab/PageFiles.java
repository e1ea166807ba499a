package org.ocsf4j.cli.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, from the class path: our own by their plain names, and the chart library's one. */
final class PageFiles {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(html|css|js|svg)");
    private static final String CHARTS = "echarts.min.js";
    private static final String CHARTS_VERSION = "/META-INF/maven/org.webjars.npm/echarts/pom.properties";
    private static final String CHARTS_FILE = "/META-INF/resources/webjars/echarts/%s/dist/" + CHARTS;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    /** The file at a path of one part, null where there is none. */
    static @Nullable Answer at(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        if (name.equals(CHARTS)) {
            return Answer.file(TYPES.getOrDefault("js", ""), charts());
        }
        Matcher plain = NAME.matcher(name);
        if (!plain.matches()) {
            return null;
        }
        byte[] bytes = bytes("page/" + name);
        return bytes == null ? null : Answer.file(TYPES.getOrDefault(plain.group(1), ""), bytes);
    }

    private static byte[] charts() {
        Properties version = new Properties();
        try (InputStream in = PageFiles.class.getResourceAsStream(CHARTS_VERSION)) {
            if (in != null) {
                version.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = bytes(String.format(CHARTS_FILE, version.getProperty("version")));
        if (bytes == null) {
            throw new IllegalStateException("[lab's page] the chart library is not on the class path; build it anew");
        }
        return bytes;
    }

    private static byte @Nullable [] bytes(String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
