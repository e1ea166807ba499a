package org.ocsf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocsf4j.transform.RowFilter;

final class ConditionTest {

    @Test
    void aNameAsksWhetherTheFieldIsThere() {
        assertThat(Condition.parse("actor.user")).isEqualTo(RowFilter.present("actor.user"));
        assertThat(Condition.parse("!actor.user")).isEqualTo(RowFilter.not(RowFilter.present("actor.user")));
    }

    @Test
    void valuesAreStringsAndWhatElseTheyReadAs() {
        assertThat(Condition.parse("name=a=b,c")).isEqualTo(RowFilter.in("name", List.of("a=b", "c")));
        assertThat(Condition.parse("uid=0123,-1.5"))
                .isEqualTo(RowFilter.in("uid", List.of("0123", "-1.5", new BigDecimal("-1.5"))));
        assertThat(Condition.parse("is_alert=true")).isEqualTo(RowFilter.in("is_alert", List.of("true", true)));
        assertThat(Condition.parse("name=")).isEqualTo(RowFilter.equal("name", ""));
    }

    @Test
    void twoDotsMakeARangeAndAStarAPrefix() {
        assertThat(Condition.parse("severity_id=-1..3")).isEqualTo(RowFilter.range("severity_id", -1, 3));
        assertThat(Condition.parse("!api.operation=Get*"))
                .isEqualTo(RowFilter.not(RowFilter.prefix("api.operation", "Get")));
        assertThat(Condition.parse("name=a..b")).isEqualTo(RowFilter.equal("name", "a..b"));
    }

    @Test
    void aFieldNeedsANameAndARangeAnOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse("=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse("a..b=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse("time=2..1"));
    }
}
