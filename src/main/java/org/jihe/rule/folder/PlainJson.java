package org.jihe.rule.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read token by token. What stands on the way of every start is read so:
 * binding records or building a tree loads hundreds of classes more, for tens of milliseconds.
 */
public final class PlainJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Object> values;

  private PlainJson(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads an object.
   *
   * @throws IOException where the bytes are no JSON object
   */
  public static PlainJson read(byte[] bytes) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return object(parser);
      }
      throw new IOException("no JSON object");
    }
  }

  private static PlainJson object(JsonParser parser) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new PlainJson(values);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object value = value(parser);
          if (value != null) {
            list.add(value);
          }
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  /** Names of the object's values, in order. */
  public Iterable<String> names() {
    return values.keySet();
  }

  public String text(String name) throws IOException {
    return as(String.class, values.get(name), name);
  }

  public BigDecimal number(String name) throws IOException {
    return as(BigDecimal.class, values.get(name), name);
  }

  public boolean flag(String name) throws IOException {
    return as(Boolean.class, values.get(name), name);
  }

  public PlainJson object(String name) throws IOException {
    return as(PlainJson.class, values.get(name), name);
  }

  public List<String> texts(String name) throws IOException {
    return list(String.class, name);
  }

  public List<PlainJson> objects(String name) throws IOException {
    return list(PlainJson.class, name);
  }

  private <T> List<T> list(Class<T> type, String name) throws IOException {
    List<T> list = new ArrayList<>();
    for (Object each : as(List.class, values.get(name), name)) {
      list.add(as(type, each, name));
    }
    return list;
  }

  private static <T> T as(Class<T> type, @Nullable Object value, String name) throws IOException {
    if (!type.isInstance(value)) {
      throw new IOException(name + " is no " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
