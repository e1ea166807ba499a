package org.ocsf4j.testkit.lake;

/** The events of one table, account and region. */
interface RowSource {

    /**
     * Fills a cleared row with one ordinary event.
     *
     * @param time epoch milliseconds
     */
    void fill(Row row, long time, Dice dice);
}
