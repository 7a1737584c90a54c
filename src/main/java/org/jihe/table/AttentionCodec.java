package org.jihe.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.finding.Attention;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of the table {@code attention} and what they mean. */
public final class AttentionCodec {

  private AttentionCodec() {}

  /** The row of a form. */
  public static Row toRow(Attention one) {
    List<Row> terms = new ArrayList<>(one.terms().size());
    for (Attention.Term term : one.terms()) {
      terms.add(RowFactory.create(term.ruleId(), term.weight(), term.confidence(), term.subject()));
    }
    return RowFactory.create(
        one.dossier(),
        one.formId(),
        one.projectName(),
        one.department(),
        one.year(),
        one.jurisdiction(),
        CollectionConverters.asScala(terms).toSeq(),
        one.points(),
        one.money().amount(),
        one.money().isMedian(),
        one.priority());
  }

  /** The form of a row. */
  public static Attention fromRow(Row row) {
    List<Attention.Term> terms = new ArrayList<>();
    for (Row term : row.<Row>getList(row.fieldIndex("terms"))) {
      terms.add(
          new Attention.Term(
              term.getAs("ruleId"),
              number(term.getAs("weight")),
              number(term.getAs("confidence")),
              term.getAs("subject")));
    }
    BigDecimal amount = row.getAs("amount");
    return new Attention(
        row.getAs("dossier"),
        row.getAs("formId"),
        row.getAs("projectName"),
        row.getAs("supervisingDepartment"),
        row.getAs("year"),
        row.getAs("jurisdiction"),
        terms,
        number(row.getAs("points")),
        new Attention.Money(Decimals.plain(amount), row.<Boolean>getAs("amountIsMedian")),
        number(row.getAs("priority")));
  }

  private static BigDecimal number(@Nullable BigDecimal stored) {
    return Objects.requireNonNull(Decimals.plain(stored));
  }
}
