package org.jihe.template.row;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A label and its value in one cell, such as {@code 部门：某某局}.
 *
 * @param label the label as printed, without its colon
 * @param key the label as labels are compared
 * @param value what stands behind the colon, or null where nothing does
 */
public record LabelledText(String label, String key, @Nullable Token value) {

  private static final Pattern COLON = Pattern.compile("([^:：。；，,]{1,24})[:：]\\s*(.*)");

  /** The label and the value of a cell; null where no colon parts them. */
  public static @Nullable LabelledText of(Token token) {
    String text = token.text();
    if (text.indexOf(':') < 0 && text.indexOf('：') < 0) {
      return null;
    }
    Matcher matcher = COLON.matcher(text);
    if (!matcher.matches() || matcher.group(1) == null) {
      return null;
    }
    String label = matcher.group(1).strip();
    String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return new LabelledText(
        label, Labels.key(label), value.isEmpty() ? null : token.as(value, Reading.SEPARATED));
  }
}
