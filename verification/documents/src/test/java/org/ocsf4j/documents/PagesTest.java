package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages that are made from code are those of the code as it is. */
final class PagesTest {

    @TestFactory
    List<DynamicTest> areNotStale() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : Pages.of(Checkout.ROOT)) {
            tests.add(DynamicTest.dynamicTest(
                    page.path(), () -> assertThat(Files.readString(Checkout.ROOT.resolve(page.path())))
                            .as("%s is stale; run %s", page.path(), Pages.COMMAND)
                            .isEqualTo(page.text())));
        }
        return tests;
    }
}
