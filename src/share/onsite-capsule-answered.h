/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule-parts.h"

G_BEGIN_DECLS

/**
 * onsite_capsule_answer_link:
 * @self: the copy of an answer, with its takes
 * @loop: the loop that it is of
 * @answer: the answer
 *
 * Notes of each take in @self which comment it was given in answer to. A comment goes
 * along only if what it is about does, all of it: what a coach said of a span that is
 * removed might tell what was in it.
 */
void onsite_capsule_answer_link (OnsiteCapsuleAnswer *self,
                                 const OnsiteLoop *loop,
                                 const OnsiteAnswer *answer);

G_END_DECLS
