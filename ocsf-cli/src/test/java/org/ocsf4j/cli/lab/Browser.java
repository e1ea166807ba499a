package org.ocsf4j.cli.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.schema.json.JsonTree;

/**
 * A headless Chromium with one page, driven over the DevTools protocol. It notes what the page asks for and what it complains about.
 * Closing ends the process.
 */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]+/page/[^\"]+)\"");

    private final Process process;
    private final WebSocket socket;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Map<String, Object>>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Browser(Process process, URI page) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Reader())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** Where a Chromium is on this machine, null where there is none. */
    public static @Nullable Path installed() {
        return PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Starts it with an empty profile below {@code folder}. */
    public static Browser start(Path chromium, Path folder) throws Exception {
        Path profile = Files.createTempDirectory(folder, "profile-");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--window-size=1480,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        try {
            return new Browser(process, page(process, profile));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI page(Process process, Path profile) throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(port) && !Files.readAllLines(port).isEmpty()) {
                URI list = URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
                Matcher found = SOCKET.matcher(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
                if (found.find()) {
                    return URI.create(found.group(1));
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("[chromium] it did not start; see chromium.log");
    }

    /** Sends a command of the protocol and waits for its result. */
    public Map<String, Object> send(String method, Map<String, Object> parameters) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            JsonTree.write(message, json, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        socket.sendText(json.toString(StandardCharsets.UTF_8), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The value of an expression in the page, a promise's once it is there. */
    public Object evaluate(String expression) {
        Map<String, Object> answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalStateException("[page] " + expression + "; " + answer.get("exceptionDetails"));
        }
        return Objects.requireNonNullElse(object(answer, "result").get("value"), "");
    }

    /** As {@link #evaluate}, as text. */
    public String text(String expression) {
        return String.valueOf(evaluate(expression));
    }

    /** Waits until an expression is true in the page. */
    public void await(String expression) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(evaluate("Boolean(" + expression + ")"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("[page] this did not become true; " + expression + "; " + complaints);
            }
            Thread.sleep(100);
        }
    }

    public void open(URI address) {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Presses and releases a key, such as {@code Tab}, {@code Enter} or {@code ArrowDown}. */
    public void press(String key, int code) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "keyDown");
        event.put("key", key);
        event.put("code", key);
        event.put("windowsVirtualKeyCode", (long) code);
        if (key.equals("Enter")) {
            event.put("text", "\r");
        }
        send("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        send("Input.dispatchKeyEvent", event);
    }

    /** Clicks in the middle of what an expression finds, scrolled into view. */
    public void click(String element) {
        evaluate("(" + element + ").scrollIntoView({block: 'center'})");
        String middle = text("(() => { const r = (" + element
                + ").getBoundingClientRect(); return `${r.x + r.width / 2},${r.y + r.height / 2}`; })()");
        int comma = middle.indexOf(',');
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("type", type);
            event.put("x", (long) Double.parseDouble(middle.substring(0, comma)));
            event.put("y", (long) Double.parseDouble(middle.substring(comma + 1)));
            if (!type.equals("mouseMoved")) {
                event.put("button", "left");
                event.put("clickCount", 1L);
            }
            send("Input.dispatchMouseEvent", event);
        }
    }

    /** Light or dark, as the system would ask for it. */
    public void colourScheme(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The whole page as a picture. */
    public void screenshot(Path png) throws IOException {
        Map<String, Object> answer =
                send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(png, Base64.getDecoder().decode((String) Objects.requireNonNull(answer.get("data"))));
    }

    /** Errors that the page or the browser has written to its console since it was started. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Every address that the page has asked for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void told(Map<String, Object> message) {
        if (message.get("id") instanceof Long id) {
            CompletableFuture<Map<String, Object>> answer = asked.remove(id);
            if (answer != null) {
                if (message.containsKey("error")) {
                    answer.completeExceptionally(new IllegalStateException("[chromium] " + message.get("error")));
                } else {
                    answer.complete(object(message, "result"));
                }
            }
            return;
        }
        Map<String, Object> event = object(message, "params");
        switch (String.valueOf(message.get("method"))) {
            case "Runtime.exceptionThrown" -> complaints.add(String.valueOf(event));
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert").contains(event.get("type"))) {
                    complaints.add(String.valueOf(event.get("args")));
                }
            }
            case "Log.entryAdded" -> {
                Map<String, Object> entry = object(event, "entry");
                if ("error".equals(entry.get("level")) || "warning".equals(entry.get("level"))) {
                    complaints.add(entry.get("text") + " " + entry.get("url"));
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(String.valueOf(object(event, "request").get("url")));
            default -> {
                // other events do not matter here
            }
        }
    }

    private static Map<String, Object> object(Map<String, Object> tree, String member) {
        return Objects.requireNonNullElse(JsonTree.objectOrNull(tree.get(member)), Map.of());
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        all.forEach(child -> child.onExit().join());
    }

    /** Puts a message's parts together. */
    private final class Reader implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    told(JsonTree.parseObject(text.toString().getBytes(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    complaints.add("not understood: " + e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
