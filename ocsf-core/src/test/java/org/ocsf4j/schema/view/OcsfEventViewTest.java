package org.ocsf4j.schema.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OcsfEventViewTest {

    private final OcsfEventView view = new OcsfEventView();

    @Test
    void findsValuesOfEveryTypeByPath() {
        look(
                "{'actor':{'user':{'uid':'u\\u00e91','pid':7}},'ok':true,'score':4.5,'resources':[{'uid':'a'},{'uid':'b'}]}");

        assertThat(view.textAt("actor.user.uid")).isEqualTo("u\u00e91");
        assertThat(view.longAt("actor.user.pid")).isEqualTo(7L);
        assertThat(view.longAt("actor.user.pid", -1)).isEqualTo(7);
        assertThat(view.booleanAt("ok", false)).isTrue();
        assertThat(view.doubleAt("score", 0)).isEqualTo(4.5);
        assertThat(view.textAt("resources[1].uid")).isEqualTo("b");
        assertThat(view.jsonAt("resources[0]")).isEqualTo("{\"uid\":\"a\"}");
        assertThat(view.has("actor.user")).isTrue();
        assertThat(view.textIs("resources[0].uid", "a")).isTrue();
        assertThat(view.textIs("resources[0].uid", "ab")).isFalse();
        assertThat(view.textIs("actor.user.uid", "u\u00e91")).isTrue();
    }

    @Test
    void whatIsNotThereOrOfAnotherTypeIsAbsent() {
        look("{'a':null,'b':'7','c':[1],'d':{'e':1}}");

        assertThat(view.has("a")).isFalse();
        assertThat(view.longAt("b")).isNull();
        assertThat(view.textAt("c")).isNull();
        assertThat(view.has("c[1]")).isFalse();
        assertThat(view.has("d.e.f")).isFalse();
        assertThat(view.longAt("missing", 42)).isEqualTo(42);
        assertThat(view.booleanAt("b", true)).isTrue();
    }

    @Test
    void bytesThatAreNoJsonHoldNothing() {
        look("{'a':1,'b':");
        assertThat(view.longAt("a")).isEqualTo(1);
        assertThat(view.has("b")).isFalse();
        assertThat(view.jsonAt("b")).isNull();
        look("");
        assertThat(view.has("a")).isFalse();
    }

    @Test
    void refusesWhatIsNoPath() {
        look("{}");
        assertThatThrownBy(() -> view.has("a..b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.has("a[-1]")).isInstanceOf(IllegalArgumentException.class);
    }

    private void look(String json) {
        byte[] bytes = ("xx" + json.replace('\'', '"') + "yy").getBytes(StandardCharsets.UTF_8);
        view.of(bytes, 2, bytes.length - 4);
    }
}
