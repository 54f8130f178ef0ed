/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

/* Asserts that two loops are the same, but for clips. */
/* Each asserts that both say the same. */
void compare_reviews (const OnsiteReview *a, const OnsiteReview *b);
void compare_loops (const OnsiteLoop *a, const OnsiteLoop *b);
