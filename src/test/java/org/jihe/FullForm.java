package org.jihe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBuilder;
import org.jihe.form.FormFields;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;

/**
 * A form in which every cell of the model holds something, and all that it becomes by one change.
 * The changes are found by walking the records, so that a component that is added to one of them is
 * changed, too.
 */
public final class FullForm {

  /** Components that say how and where a form was read, not what it prints. */
  private static final Set<String> NOT_PRINTED = Set.of("origin", "ordinal", "recovery", "kind");

  private int cells;

  private FullForm() {}

  /**
   * The form with one change.
   *
   * @param path of what was changed, such as {@code funding.otherFunds.executionRate}; an extra's
   *     value is {@code extras[3].value}
   */
  public record Variant(String path, SelfEvaluation form) {

    @Override
    public String toString() {
      return path;
    }
  }

  /** The form. */
  public static SelfEvaluation form() {
    return new FullForm().whole();
  }

  /** The form with every printed thing changed in turn. */
  public static List<Variant> changed() {
    return variants(
        (Field<?> field) ->
            new Field<>(field.printed() + "改", null, field.position(), field.reading()));
  }

  /** The form with every cell blank in turn. */
  public static List<Variant> blanked() {
    return variants((Field<?> field) -> Field.blank(field.position())).stream()
        .filter(variant -> !variant.path.endsWith(".label"))
        .toList();
  }

  /** The form with every cell in turn said to stand elsewhere. */
  public static List<Variant> moved() {
    return variants(
            (Field<?> field) ->
                new Field<>(
                    field.printed(),
                    field.value(),
                    Position.inText("full.txt", 999, 9),
                    field.reading()))
        .stream()
        .filter(variant -> !variant.path.endsWith(".label"))
        .toList();
  }

  private interface Change {
    Field<?> of(Field<?> field);
  }

  private static List<Variant> variants(Change change) {
    List<Variant> variants = new ArrayList<>();
    for (Leaf leaf : leaves("", form(), change)) {
      variants.add(new Variant(leaf.path, (SelfEvaluation) leaf.value));
    }
    return variants;
  }

  private record Leaf(String path, Object value) {}

  /** All that a value becomes where one leaf of it is changed. */
  private static List<Leaf> leaves(String path, Object value, Change change) {
    if (value instanceof Field<?> field) {
      return List.of(new Leaf(path, change.of(field)));
    }
    if (value instanceof String text) {
      boolean isLabel = path.endsWith(".label");
      return isLabel ? List.of(new Leaf(path, text + "改")) : List.of();
    }
    List<Leaf> leaves = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        for (Leaf leaf : leaves(path + "[" + i + "]", list.get(i), change)) {
          List<Object> copy = new ArrayList<>(list);
          copy.set(i, leaf.value);
          leaves.add(new Leaf(leaf.path, copy));
        }
      }
      return leaves;
    }
    if (!(value instanceof Record)) {
      throw new IllegalStateException("what is " + value.getClass() + " at " + path + "?");
    }
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (NOT_PRINTED.contains(components[i].getName())) {
        continue;
      }
      String below = (path.isEmpty() ? "" : path + ".") + components[i].getName();
      for (Leaf leaf : leaves(below, read(components[i], value), change)) {
        leaves.add(new Leaf(leaf.path, with(value, components, i, leaf.value)));
      }
    }
    return leaves;
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object with(
      Object value, RecordComponent[] components, int changed, Object replacement) {
    Class<?>[] types = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] = i == changed ? replacement : read(components[i], value);
    }
    try {
      return value.getClass().getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Position next() {
    cells++;
    return new Position("full.txt", 1, "表", 10 + cells / 9, 1 + cells % 9);
  }

  private Field<String> text(String printed) {
    return Field.text(printed, next(), Reading.AS_PRINTED);
  }

  private Field<BigDecimal> number() {
    Position place = next();
    return new Field<>(
        String.valueOf(100 + cells), BigDecimal.valueOf(100L + cells), place, Reading.JOINED);
  }

  private FundingRow row(FundingKind kind) {
    return new FundingRow(kind, number(), number(), number(), number(), number(), number());
  }

  private Indicator indicator(String name) {
    return new Indicator(
        text("产出指标"),
        text("数量指标"),
        text(name),
        text("≥" + cells + "个"),
        text(cells + "个"),
        number(),
        number(),
        text(name + "没有偏差"));
  }

  private Extra extra(String subject, String label, String printed) {
    return new Extra(subject, label, text(printed));
  }

  private SelfEvaluation whole() {
    return new FormBuilder(Position.inText("full.txt", 10, 1))
        .ordinal(3)
        .head(FormFields.TITLE, text("项目支出绩效自评表"))
        .head(FormFields.YEAR, new Field<>("2022", 2022, next(), Reading.SEPARATED))
        .head(FormFields.PROJECT_NAME, text("停车费"))
        .head(FormFields.SUPERVISING_DEPARTMENT, text("区政务中心（汇总）"))
        .head(FormFields.IMPLEMENTING_AGENCY, text("区政务中心"))
        .head(FormFields.CURRENCY_UNIT, text("元"))
        .funding(Funding.of(this::row))
        .annualObjective(new AnnualObjective(text("建成三个停车场"), text("建成了两个停车场")))
        .indicators(List.of(indicator("新建停车场数"), indicator("服务车辆数"), indicator("群众满意度")))
        .total(new TotalScore(number(), number(), text("优")))
        .extras(extras())
        .recovery(
            new Recovery(
                "shanghai-project",
                0.9,
                List.of(new Guess("total.score", Guess.Reason.ARITHMETIC_OPEN, "1", "2"))))
        .build();
  }

  private List<Extra> extras() {
    return List.of(
        extra("head", "项目负责人", "张三"),
        extra("head", "", "公开14表"),
        extra("funding.total", "偏差原因", "合同未到期"),
        extra("funding.currentYearAppropriation", "执行率", "98.1%"),
        extra("funding.currentYearAppropriation", "得分", "9.8"),
        extra("funding[财政专户管理资金]", "全年预算数", "5000"),
        extra("funding", "", "单位：元"),
        extra("annualObjective", "自评得分", "9"),
        extra("indicators[1].target", "单位", "辆"),
        extra("indicators[1]", "证明材料", "检测报告"),
        extra("indicators[2]", "证明材料", "问卷"),
        extra("indicators[2]", "证明材料", "照片"),
        extra("total", "", "自评"),
        extra("closing", "自评结论", "完成"),
        extra("closing", "", "填表人：李四"),
        extra("closing", "", "联系电话：12345"));
  }
}
