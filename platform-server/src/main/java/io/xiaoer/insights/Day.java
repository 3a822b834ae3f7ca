package io.xiaoer.insights;

import java.time.LocalDate;

/**
 * One day of the shop's time zone.
 *
 * @param members of the pilot
 * @param rest everybody else but staff
 */
public record Day(LocalDate date, Shares members, Shares rest) {}
