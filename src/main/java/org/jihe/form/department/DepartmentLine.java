package org.jihe.form.department;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One line of the bureau's list of departments.
 *
 * @param printed a name as forms print it, a budget code, or both
 * @param department 部门, by its own name
 * @param group 组 that it is compared in, or null
 * @param kind 类别, or null
 * @param line line of the file, counted from 1
 */
public record DepartmentLine(
    String printed, String department, @Nullable String group, @Nullable String kind, int line)
    implements Serializable {}
