package org.jihe.rule.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
import org.jspecify.annotations.Nullable;

/** How people name the cells of a form, such as {@code 实际完成值} or {@code 总分·得分}. */
public final class CellNames {

  private static final Map<String, String> NAMES = names();

  private CellNames() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String path : Cells.paths()) {
      names.put(FormLabels.name(path), path);
    }
    names.put("年初预算数", Cells.ORIGINAL_BUDGET);
    names.put("全年预算数", Cells.FINAL_BUDGET);
    names.put("全年执行数", Cells.ACTUAL_EXPENDITURE);
    names.put("执行率", Cells.EXECUTION_RATE);
    names.put("预期目标", FormPath.objective(FormFields.PLANNED).toString());
    names.put("实际完成情况", FormPath.objective(FormFields.ACHIEVED).toString());
    names.put("等级", Cells.GRADE);
    names.put("总分", Cells.TOTAL_SCORE);
    names.put("指标名称", every(FormFields.NAME));
    names.put("指标值", every(FormFields.TARGET));
    names.put("偏差原因", every(FormFields.VARIANCE_EXPLANATION));
    names.put("偏差原因分析", every(FormFields.VARIANCE_EXPLANATION));
    return names;
  }

  private static String every(FormColumn<Indicator, ?> column) {
    return FormPath.indicator(FormPath.EVERY, column).toString();
  }

  /** The path of a cell by its name or its path; null where there is no such cell. */
  public static @Nullable String path(String name) {
    String key = name.strip().replaceAll("\\s+", "").replaceAll("[.．・∙•]", "·");
    for (Map.Entry<String, String> entry : NAMES.entrySet()) {
      if (entry.getKey().equals(key)) {
        return entry.getValue();
      }
    }
    return Cells.isCell(name.strip()) ? name.strip() : null;
  }

  /** All names, those that share a piece of text with another first. */
  public static List<String> like(String name) {
    List<String> near = new ArrayList<>();
    for (String known : NAMES.keySet()) {
      for (int i = 0; i + 2 <= name.length(); i++) {
        if (known.contains(name.substring(i, i + 2)) && !near.contains(known)) {
          near.add(known);
        }
      }
    }
    NAMES.keySet().stream().filter(known -> !near.contains(known)).forEach(near::add);
    return near;
  }
}
