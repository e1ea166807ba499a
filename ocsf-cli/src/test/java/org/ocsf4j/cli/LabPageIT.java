package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocsf4j.cli.lab.Browser;
import org.ocsf4j.cli.lab.LabWatch;
import org.ocsf4j.dashboards.Dashboard;
import org.ocsf4j.dashboards.Dashboards;
import org.ocsf4j.pipeline.RunReport;

/**
 * The lab's page in a browser, over a sample lake and one announcement of an object that is not there. Pictures are kept in {@code
 * target/screenshots}. Skipped where there is no Chromium.
 */
final class LabPageIT {

    private static final long ROWS = 12_000;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int TAB = 9;
    private static final int ENTER = 13;
    private static final int DOWN = 40;

    /** An object's key that would be an element, were it ever read as HTML. */
    private static final String HOSTILE =
            "ext/test/1.0/region=us-east-1/accountId=123456789012/eventDay=20260101/<img src=x onerror=alert(1)>.gz.parquet";

    /** What every panel shows: its state and how many marks it has. */
    private static final String MARKS =
            """
            [...document.querySelectorAll('.panel')].map((panel) => {
              const chart = panel.querySelector('.chart');
              if (chart) {
                const instance = echarts.getInstanceByDom(chart);
                const data = instance.getOption().series.reduce((n, s) => n + s.data.filter((d) => d !== null).length, 0);
                const drawn = [...chart.querySelectorAll('svg path')].filter((path) => {
                  const box = path.getBBox();
                  return path.getAttribute('fill') !== 'none' && path.getAttribute('fill') !== 'transparent' && box.width > 0 && box.height > 0;
                }).length;
                return [panel.dataset.state, panel.id, Math.min(data, drawn)];
              }
              const figure = panel.querySelector('.figure');
              const marks = figure ? Number(/[0-9]/.test(figure.textContent)) : panel.querySelectorAll('tbody tr').length;
              return [panel.dataset.state, panel.id, marks];
            }).filter(([state, , marks]) => state !== 'ready' || marks === 0).map((panel) => panel.join(' ')).join(', ')""";

    private static @Nullable LabServers servers;
    private static @Nullable LabWatch watch;
    private static @Nullable Browser browser;

    @BeforeAll
    static void runTheLab(@TempDir Path folder) throws Exception {
        Path chromium = Browser.installed();
        assumeTrue(chromium != null, "skipped: there is no Chromium; install the package chromium");
        Files.createDirectories(PICTURES);
        servers = LabServers.start();
        watch = LabWatch.start(0, servers.admin());
        browser = Browser.start(Objects.requireNonNull(chromium), folder);
        browser.colourScheme("light");
        browser.open(watch.uri());
        browser.await("document.querySelector('#phase')?.dataset.phase === 'preparing'");
        run(servers, watch, folder);
    }

    private static void run(LabServers servers, LabWatch watch, Path folder) throws Exception {
        LabLake lake = new LabLake(servers);
        List<LabLake.Put> objects = new ArrayList<>(lake.putSample(ROWS));
        objects.add(new LabLake.Put(HOSTILE, "0123", 9_000));
        for (LabLake.Put object : objects) {
            lake.announce(object);
            watch.announced(object.location());
        }
        watch.begin();
        RunReport run = LabPipeline.runUntilEmpty(servers, folder.resolve("letters"), watch.observer());
        LabReport report = LabReport.of(objects.size(), run, servers.admin());
        assertThat(report.agreed()).as(report.text()).isTrue();
        watch.end(true, report.counted());
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (watch != null) {
            watch.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    private static Browser page() {
        return Objects.requireNonNull(browser);
    }

    private static void go(String place) throws InterruptedException {
        page().evaluate("location.hash = '#about-to-change'");
        page().await("document.querySelector('#dashboard-run')?.dataset.loaded");
        page().evaluate("location.hash = '#" + place + "'");
        String id = place.replaceFirst("\\?.*", "");
        page().await("document.querySelector('#dashboard-" + id + "')?.dataset.loaded === 'true'");
        settle();
    }

    /** Charts have drawn what they got, at their size. */
    private static void settle() {
        page().evaluate("new Promise((done) => setTimeout(done, 600))");
    }

    private static void loaded() throws InterruptedException {
        page().await("document.querySelector('.dashboard')?.dataset.loaded === 'true'");
        settle();
    }

    private static long flows() {
        return Long.parseLong(page().text("document.querySelector('#network-activity-1 .figure').textContent")
                .replace(",", ""));
    }

    @Test
    void everyPanelHasMarksAndNothingIsAskedElsewhere() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            page().colourScheme(scheme);
            for (Dashboard dashboard : Dashboards.all()) {
                go(dashboard.id());
                assertThat(page().text("document.documentElement.dataset.theme"))
                        .isEqualTo(scheme);
                assertThat(page().text(MARKS)).as(dashboard.id()).isEmpty();
                assertThat(page().evaluate("document.querySelectorAll('.panel').length"))
                        .isEqualTo((long) dashboard.panels().size());
                page().screenshot(PICTURES.resolve(dashboard.id() + "-" + scheme + ".png"));
            }
        }
        page().colourScheme("light");
        assertNoComplaint();
    }

    @Test
    void theRunIsShownWithItsDeadLetterAsText() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            page().colourScheme(scheme);
            go("run");
            page().await("document.querySelector('#phase').dataset.phase === 'agreed'");
            settle();
            page().screenshot(PICTURES.resolve("run-" + scheme + ".png"));
        }
        page().colourScheme("light");

        assertThat(page().text("document.querySelector('.figures').textContent"))
                .contains("12,000");
        assertThat(page().text("document.querySelector('#run-letters tbody').textContent"))
                .contains("<img src=x onerror=alert(1)>");
        assertThat(page().evaluate("document.querySelectorAll('img').length")).isEqualTo(0L);
        assertThat(page().evaluate("document.querySelectorAll('#run-classes tbody tr').length"))
                .as("a row a class")
                .isEqualTo(15L);
        assertNoComplaint();
    }

    @Test
    void aClickFiltersAndItsChipIsRemoved() throws Exception {
        go("network-activity");
        long all = flows();
        page().click("(() => { const bars = [...document.querySelectorAll('#network-activity-8 svg path')]"
                + ".filter((p) => p.getBBox().height > 4 && p.getBBox().width > 20 && p.getAttribute('fill') !== 'none');"
                + " return bars[0]; })()");
        page().await("location.hash.includes('src_endpoint.ip=')");
        loaded();
        assertThat(flows()).isLessThan(all).isPositive();
        assertThat(page().text("document.querySelector('.chip').textContent")).startsWith("Source: ");

        page().click("document.querySelector('.chip')");
        page().await("!location.hash.includes('src_endpoint.ip=')");
        loaded();
        assertThat(flows()).isEqualTo(all);
        assertThat(page().evaluate("document.querySelectorAll('.chip').length")).isEqualTo(0L);
        assertNoComplaint();
    }

    @Test
    void itWorksByKeyboard() throws Exception {
        go("network-activity");
        page().evaluate("document.querySelector('#network-activity-8 .chart').focus()");
        page().press("ArrowDown", DOWN);
        assertThat(page().text("document.querySelector('#news').textContent")).matches("[0-9.]+: [0-9,]+");
        page().press("Enter", ENTER);
        page().await("location.hash.includes('src_endpoint.ip=')");

        go("network-activity");
        page().evaluate("document.querySelector('#network-activity-8 .head button').focus()");
        page().press("Enter", ENTER);
        page().await("document.querySelectorAll('#network-activity-8 tbody tr').length > 0");
        assertThat(
                        page().text(
                                        "document.querySelector('#network-activity-8 .head button').getAttribute('aria-pressed')"))
                .isEqualTo("true");
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 5 && !passed.contains("value"); i++) {
            page().press("Tab", TAB);
            passed.add(page().text("document.activeElement.className"));
        }
        assertThat(passed).contains("value");
        page().press("Enter", ENTER);
        page().await("location.hash.includes('src_endpoint.ip=')");
        assertNoComplaint();
    }

    @Test
    void anAccountLeadsToItsPairs() throws Exception {
        go("network-activity");
        String account = page().text("document.querySelector('#control-account').options[1].value");
        go("api-activity?account=" + account);
        page().click("document.querySelector('.drill')");
        page().await("document.querySelector('#dashboard-network-activity')?.dataset.loaded === 'true'");
        settle();

        assertThat(page().text("document.activeElement.id")).isEqualTo("network-activity-10");
        assertThat(page().text("[...new Set([...document.querySelectorAll('#network-activity-10 tbody tr')]"
                        + ".map((row) => row.cells[0].textContent))].join()"))
                .isEqualTo(account);
        assertNoComplaint();
    }

    @Test
    void theReputationLinkIsTheReadersOwn() throws Exception {
        go("network-activity");
        page().evaluate(
                        "(() => { const input = document.querySelector('#reputation'); input.closest('details').open = true;"
                                + " input.value = 'https://reputation.example/?q={ip}'; input.form.requestSubmit(); })()");
        page().await("document.querySelector('td.ip a')?.href.startsWith('https://reputation.example/?q=')");

        assertThat(page().text("document.querySelector('td.ip a').rel")).isEqualTo("noopener noreferrer");
        page().evaluate("localStorage.clear()");
        assertNoComplaint();
    }

    private static void assertNoComplaint() {
        assertThat(page().complaints()).isEmpty();
        URI own = Objects.requireNonNull(watch).uri();
        assertThat(page().requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(own.toString())
                        || address.startsWith("data:") // the browser's own icons
                        || address.equals("about:blank"));
    }
}
