package org.jihe.workspace.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;

/**
 * Keeps tables writable when the clock was ahead and has been put right. Iceberg takes no commit
 * that is older than the last one by more than a minute. What an order needs comes from the order
 * of commits, so a time that has not come yet is of use to nobody: it becomes the present one.
 */
public final class TableTimes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TableTimes() {}

  /** Puts times of the future right, in a commit of its own; else does nothing. */
  public static void settle(Table table, Instant now) {
    TableOperations operations = ((HasTableOperations) table).operations();
    TableMetadata metadata = operations.current();
    TableMetadata settled = settled(metadata, now);
    if (settled != metadata) {
      operations.commit(metadata, settled);
      table.refresh();
    }
  }

  /** Metadata without times of the future; the same where they have none. */
  static TableMetadata settled(TableMetadata metadata, Instant now) {
    long present = now.toEpochMilli();
    return latest(metadata) > present ? settled(metadata, present) : metadata;
  }

  private static long latest(TableMetadata metadata) {
    long latest = metadata.lastUpdatedMillis();
    for (HistoryEntry entry : metadata.snapshotLog()) {
      latest = Math.max(latest, entry.timestampMillis());
    }
    return latest;
  }

  private static TableMetadata settled(TableMetadata metadata, long present) {
    try {
      JsonNode tree = JSON.readTree(TableMetadataParser.toJson(metadata));
      settle(tree, present);
      return TableMetadataParser.fromJson(JSON.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Iceberg writes its metadata as JSON", e);
    }
  }

  /** Every time of the metadata is a number of milliseconds in a field that is named so. */
  private static void settle(JsonNode node, long present) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        String name = field.getKey();
        JsonNode value = field.getValue();
        if ((name.equals("timestamp-ms") || name.equals("last-updated-ms"))
            && value.asLong() > present) {
          object.set(name, LongNode.valueOf(present));
        } else {
          settle(value, present);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(one -> settle(one, present));
    }
  }
}
