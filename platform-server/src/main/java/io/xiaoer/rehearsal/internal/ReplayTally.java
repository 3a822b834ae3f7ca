package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.Difference.Group;

/** How many questions came out how. */
record ReplayTally(int newlyAnswered, int changed, int lost, int same, int factsMissing) {

    static final ReplayTally NONE = new ReplayTally(0, 0, 0, 0, 0);

    ReplayTally and(Group group, boolean byEntryAlone) {
        return new ReplayTally(
                newlyAnswered + (group == Group.NEWLY_ANSWERED ? 1 : 0),
                changed + (group == Group.CHANGED ? 1 : 0),
                lost + (group == Group.LOST ? 1 : 0),
                same + (group == Group.SAME ? 1 : 0),
                factsMissing + (byEntryAlone ? 1 : 0));
    }

    ReplayTally and(ReplayTally more) {
        return new ReplayTally(
                newlyAnswered + more.newlyAnswered,
                changed + more.changed,
                lost + more.lost,
                same + more.same,
                factsMissing + more.factsMissing);
    }

    int of(Group group) {
        return switch (group) {
            case NEWLY_ANSWERED -> newlyAnswered;
            case CHANGED -> changed;
            case LOST -> lost;
            case SAME -> same;
        };
    }

    int done() {
        return newlyAnswered + changed + lost + same;
    }
}
