package io.xiaoer.onboarding;

/** What an owner goes through to make a bot ready, in this order; any step can be left for later. */
public enum Step {
    /** What the bot is to solve. */
    SOLVE,
    /** How shoppers reach it. */
    CONNECT,
    /** How it speaks. */
    VOICE,
    /** Whether what it says of the shop's rules is right. */
    RULES,
    /** What it says to the questions asked most. */
    TRY,
    /** Staff talk to it first. */
    STAFF
}
