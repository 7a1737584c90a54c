package org.jihe;

import java.util.ArrayList;
import java.util.List;

/**
 * A made-up second year of the sample's department: the thirty forms of 2022 printed again for
 * 2023, with a few changes that each concern one rule on two years.
 */
public final class SecondYear {

  private static final int FINISHED = 1;
  private static final int OTHER_WORDS = 2;
  private static final int CARRIED_OVER = 3;
  private static final int NEW_REASON = 5;
  private static final int PUT_OFF = 18;
  private static final int LITTLE_SPENT = 21;

  private SecondYear() {}

  /** The forms, in the order of the sample. */
  public static String text() {
    List<String> forms = new ArrayList<>(SampleForms.texts());
    forms.replaceAll(form -> form.replaceFirst("2022 ?年度", "2023 年度"));
    change(forms, OTHER_WORDS, "年度总体目标\t[^\t]*\t", "年度总体目标\t更换全部备份介质，完成两次异地切换演练，把恢复时间缩短到两小时以内。\t");
    change(forms, OTHER_WORDS, ">=85%\t91%", ">=91%\t91%");
    change(forms, NEW_REASON, "视频会议少数出现视频卡顿现象；[^\t]*\t", "一处会场的编码器老化，画面偶有停顿；已列入下年更新计划。\t");
    change(forms, CARRIED_OVER, "上年结转资金\t0\t0", "上年结转资金\t5000\t5000");
    change(forms, LITTLE_SPENT, "309600.00\t309600.00\t189,600", "400000.00\t309600.00\t189,600");
    forms.remove(PUT_OFF - 1);
    forms.remove(FINISHED - 1);
    return String.join("\n", forms);
  }

  private static void change(List<String> forms, int form, String text, String other) {
    String before = forms.get(form - 1);
    String after = before.replaceFirst(text, other);
    if (after.equals(before)) {
      throw new IllegalArgumentException("form " + form + " has no " + text);
    }
    forms.set(form - 1, after);
  }
}
