/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

/* What a coach's page would save of @review, whose times are those of the copies; @loop
 * tells the clips of turns. */
char *review_document_write (const OnsiteReview *review, const OnsiteLoop *loop);
