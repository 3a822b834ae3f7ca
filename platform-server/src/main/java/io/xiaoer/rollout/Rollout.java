package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import java.util.List;

/**
 * How far one bot is let out.
 *
 * @param staffCode marks a browser as staff when its owner follows the staff link
 * @param staff ids of customers who are staff
 */
public record Rollout(BotId bot, Stage stage, int liveRelease, String staffCode, List<String> staff, int version) {}
