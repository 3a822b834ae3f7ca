package io.xiaoer.onboarding;

/**
 * A vertical pack as an owner chooses it.
 *
 * @param entries how many entries a new bot gets from it
 */
public record TemplateSummary(String key, String name, String summary, int version, int entries) {}
