/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

/* What a coach might say of a loop of which something was recorded, by chance, in the
 * order in which a library gives it back. */
OnsiteReview *coach_review_new_random (const OnsiteLoop *loop, const char *export_id);

/* The same review a revision later, with other things in it. */
OnsiteReview *coach_review_revise (const OnsiteReview *review, const OnsiteLoop *loop);
