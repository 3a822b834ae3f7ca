package io.xiaoer.rules;

import io.xiaoer.tenancy.Actor;
import java.time.OffsetDateTime;

/**
 * One version of a rule and who made it.
 *
 * @param actor as the audit trail shows them
 * @param at when it was saved
 */
public record RuleVersion(Rule rule, Actor.Kind actorKind, String actor, OffsetDateTime at) {}
