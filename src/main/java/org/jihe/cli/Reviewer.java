package org.jihe.cli;

import org.jihe.message.JobException;
import org.jihe.review.Progress;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.ReviewSummary;

/** The job behind {@code review}; the command line is tested without it. */
@FunctionalInterface
interface Reviewer {

  ReviewSummary run(ReviewRequest request, Progress progress) throws JobException, RuleException;
}
