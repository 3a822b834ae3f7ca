package io.xiaoer.portal.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.portal.frame.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedTest {

    private static Wanted wanted(String query) {
        return Wanted.of(new Place(RouteParameters.empty(), QueryParameters.fromString(query)));
    }

    @Test
    void listsWhatIsToBeFixedUnlessTheAddressSaysOtherwise() {
        assertThat(wanted("").tab()).isEqualTo(Tab.OPEN);
        assertThat(wanted("state=nonsense&cause=nonsense")).isEqualTo(wanted(""));
        assertThat(wanted("state=drafted&cause=data-missing").filter())
                .extracting("states", "cause")
                .containsExactly(java.util.Set.of(State.DRAFTED), Cause.DATA_MISSING);
    }

    @Test
    void saysInTheAddressWhatItTookFromThere() {
        assertThat(wanted("state=solved&cause=wrong").query())
                .isEqualTo(Map.of("state", List.of("solved"), "cause", List.of("wrong")));
        assertThat(wanted("").query()).isEmpty();
    }

    @Test
    void tellsAnotherQuestionFromAnotherList() {
        Wanted one = wanted("state=solved");
        assertThat(one.with("7c9e6679-7425-40de-944b-e07fc1f90ae7").hasListOf(one))
                .isTrue();
        assertThat(one.with(Tab.OPEN).hasListOf(one)).isFalse();
        assertThat(one.with(Cause.WRONG).hasListOf(one)).isFalse();
        assertThat(wanted("state=solved&bot=2").hasListOf(one)).isFalse();
    }

    @Test
    void listsEachStateUnderOneHeading() {
        assertThat(Arrays.stream(Tab.values()).flatMap(tab -> tab.states().stream()))
                .containsExactlyInAnyOrder(State.values());
    }
}
