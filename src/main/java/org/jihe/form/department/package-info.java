/** Which printed names a bureau says are one department (主管部门). */
@NullMarked
package org.jihe.form.department;

import org.jspecify.annotations.NullMarked;
