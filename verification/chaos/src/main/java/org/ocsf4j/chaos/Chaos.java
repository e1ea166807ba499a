package org.ocsf4j.chaos;

import java.io.IOException;

/**
 * Rounds of chaos over real local servers: {@code [--from N] [--seeds N] [--seed N] [--rows N] [--mode kill|proxy|both]}. One line of JSON a
 * round on standard output; exits with 1 where a row was lost, doubled or refused.
 */
public final class Chaos {

    private static final int DEFAULT_SEEDS = 50;
    private static final long DEFAULT_ROWS = 200_000;

    private Chaos() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long first = 1;
        long last = DEFAULT_SEEDS;
        long rows = DEFAULT_ROWS;
        String mode = "both";
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--seed" -> {
                    first = Long.parseLong(value);
                    last = first;
                }
                case "--from" -> first = Long.parseLong(value);
                case "--seeds" -> last = Long.parseLong(value);
                case "--rows" -> rows = Long.parseLong(value);
                case "--mode" -> mode = value;
                default -> {
                    System.err.println("chaos: there is no option " + args[i]
                            + "; use --from N, --seed N, --seeds N, --rows N, --mode kill|proxy|both");
                    System.exit(2);
                }
            }
        }
        System.exit(run(first, last, rows, mode) ? 0 : 1);
    }

    private static boolean run(long first, long last, long rows, String mode) throws IOException, InterruptedException {
        boolean good = true;
        int rounds = 0;
        int kills = 0;
        try (Arena arena = new Arena(rows)) {
            for (long seed = first; seed <= last; seed++) {
                for (String one : mode.equals("both") ? new String[] {"kill", "proxy"} : new String[] {mode}) {
                    Round round = new Round(arena, seed);
                    Round.Result result = one.equals("kill") ? round.kill() : round.proxy();
                    System.out.println(line(result));
                    good &= result.isGood();
                    rounds++;
                    kills += result.kills();
                }
            }
        }
        System.out.println("{\"rounds\":" + rounds + ",\"kills\":" + kills + ",\"good\":" + good + "}");
        return good;
    }

    private static String line(Round.Result result) {
        Census census = result.census();
        StringBuilder faults = new StringBuilder();
        result.faults().forEach((fault, times) -> faults.append(faults.isEmpty() ? "" : ",")
                .append('"')
                .append(fault)
                .append("\":")
                .append(times));
        return "{\"mode\":\"" + result.mode() + "\",\"seed\":" + result.seed() + ",\"rows\":" + census.rows()
                + ",\"documents\":" + census.documents() + ",\"missing\":" + census.missing() + ",\"twice\":"
                + census.twice() + ",\"strangers\":" + census.strangers() + ",\"deadLetterFiles\":"
                + result.deadLetterFiles() + ",\"kills\":" + result.kills() + ",\"faults\":{" + faults
                + "},\"emptied\":" + result.ended() + ",\"seconds\":" + result.seconds() + ",\"good\":"
                + result.isGood() + "}";
    }
}
