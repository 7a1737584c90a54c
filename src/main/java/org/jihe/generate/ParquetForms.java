package org.jihe.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Row;
import org.jspecify.annotations.Nullable;

/** Transcripts of forms as rows of a Parquet file, whose columns are named as in a transcript. */
final class ParquetForms implements Closeable {

  private static final long ROW_GROUP = 16L << 20;
  private static final String[] PARTS = {
    "total", "currentYearAppropriation", "priorYearCarryOver", "otherFunds"
  };
  private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(schema());

  private final ParquetWriter<Group> writer;
  private final SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);

  ParquetForms(Path file) throws IOException {
    writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(SCHEMA)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP)
            .build();
  }

  private static String schema() {
    StringBuilder schema = new StringBuilder("message form { optional int32 form; ");
    texts(schema, "source template title year projectName supervisingDepartment");
    texts(schema, "implementingAgency currencyUnit");
    schema.append("optional group funding { ");
    for (String part : PARTS) {
      schema.append(String.format(Locale.ROOT, "optional group %s { ", part));
      texts(schema, "originalBudget finalBudget actualExpenditure maxScore executionRate score");
      schema.append("} ");
    }
    schema.append("} optional group annualObjective { ");
    texts(schema, "planned achieved");
    schema.append("} optional group indicators (LIST) { repeated group list { ");
    schema.append("optional group element { ");
    texts(schema, "category aspect name target actual maxScore score varianceExplanation");
    schema.append("} } } optional group total { ");
    texts(schema, "maxScore score grade");
    return schema.append("} }").toString();
  }

  private static void texts(StringBuilder schema, String names) {
    for (String name : names.split(" ", -1)) {
      schema.append(String.format(Locale.ROOT, "optional binary %s (STRING); ", name));
    }
  }

  void add(List<Draft> forms) throws IOException {
    for (Draft form : forms) {
      writer.write(row(form));
    }
  }

  private Group row(Draft draft) {
    Group row = groups.newGroup();
    row.add("form", draft.ordinal);
    put(row, "source", draft.file);
    put(row, "template", draft.template);
    put(row, "title", draft.title);
    put(row, "year", draft.year);
    put(row, "projectName", draft.name);
    put(row, "supervisingDepartment", draft.department);
    put(row, "implementingAgency", draft.agency);
    put(row, "currencyUnit", draft.unit);
    Group funding = row.addGroup("funding");
    for (int part = 0; part < PARTS.length; part++) {
      Group amounts = funding.addGroup(PARTS[part]);
      put(amounts, "originalBudget", draft.amounts[part][Draft.ORIGINAL]);
      put(amounts, "finalBudget", draft.amounts[part][Draft.FINAL]);
      put(amounts, "actualExpenditure", draft.amounts[part][Draft.SPENT]);
      if (part == Draft.TOTAL) {
        put(amounts, "maxScore", draft.fundingMax);
        put(amounts, "executionRate", draft.rate);
        put(amounts, "score", draft.fundingScore);
      }
    }
    Group objective = row.addGroup("annualObjective");
    put(objective, "planned", draft.planned);
    put(objective, "achieved", draft.achieved);
    Group indicators = row.addGroup("indicators");
    for (Row each : draft.rows) {
      indicator(indicators.addGroup("list").addGroup("element"), each);
    }
    Group total = row.addGroup("total");
    put(total, "maxScore", draft.totalMax);
    put(total, "score", draft.totalScore);
    put(total, "grade", draft.grade);
    return row;
  }

  private static void indicator(Group group, Row row) {
    put(group, "category", row.category);
    put(group, "aspect", row.aspect);
    put(group, "name", row.name);
    put(group, "target", row.target);
    put(group, "actual", row.actual);
    put(group, "maxScore", row.max);
    put(group, "score", row.score);
    put(group, "varianceExplanation", row.explanation);
  }

  private static void put(Group group, String name, @Nullable String text) {
    if (text != null) {
      group.add(name, text);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
