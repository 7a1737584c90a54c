package org.jihe.publish.report;

/**
 * A rule, for whoever reads what it found.
 *
 * @param id its name
 * @param family its family
 * @param severity the severity of its findings, in capital letters
 * @param title what it is called in Chinese
 * @param english what it is called in English
 * @param basis what it rests on (依据)
 * @param remedy what to do (怎么改)
 * @param message pattern of its message in Chinese
 * @param englishMessage the same in English
 */
public record RuleLine(
    String id,
    String family,
    String severity,
    String title,
    String english,
    String basis,
    String remedy,
    String message,
    String englishMessage) {}
