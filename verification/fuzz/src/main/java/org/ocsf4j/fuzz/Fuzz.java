package org.ocsf4j.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.ocsf4j.fuzz.corpus.Corpus;

/**
 * The command: damages files, has the decoder read them, and reports. It ends with 0 where nothing failed, 1 where something
 * did, and 2 where its arguments are wrong.
 */
public final class Fuzz {

    private static final long PROGRESS_MILLIS = 10_000;

    private Fuzz() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FuzzOptions options;
        try {
            options = FuzzOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("fuzz: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options, System.out, System.err).failed() == 0 ? 0 : 1);
    }

    /** Runs the decoder of {@code ocsf-parquet}; the report goes to {@code out}, progress to {@code err}. */
    static Report run(FuzzOptions options, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        CaseMaker cases = new CaseMaker(options.seed(), Corpus.files());
        Campaign campaign = new Campaign(options, cases, new OurDecoders());
        long start = System.nanoTime();
        Thread progress = new Thread(() -> progress(campaign.report(), options, err), "fuzz-progress");
        progress.setDaemon(true);
        progress.start();
        Report report = campaign.run();
        progress.interrupt();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.println(options.json() ? ReportJson.of(report, options, seconds) : ReportText.of(report, options, seconds));
        return report;
    }

    private static void progress(Report report, FuzzOptions options, PrintStream err) {
        try {
            while (true) {
                Thread.sleep(PROGRESS_MILLIS);
                err.printf("fuzz: %,d of %,d, %d failed%n", report.cases(), options.count(), report.failed());
            }
        } catch (InterruptedException theEnd) {
            Thread.currentThread().interrupt();
        }
    }
}
