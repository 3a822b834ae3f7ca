package io.xiaoer.rollout;

import java.util.List;

/** Measures what a step forward asks for; the modules that know something implement it. */
public interface GateEvidence {

    /** The gates that this one knows of; called within a transaction of the shop. Empty if the step asks nothing of it. */
    List<Gate> gates(GateQuestion question);
}
