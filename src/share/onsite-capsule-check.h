/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-selection.h"

G_BEGIN_DECLS

/**
 * onsite_capsule_check_selection:
 * @selection: what was chosen
 * @loop: the loop that it was chosen of
 * @error: return location: %ONSITE_SHARE_ERROR
 *
 * Looks whether there is all that was chosen, so that no part of a wrong choice is
 * handed on, and none of a wrong removal.
 *
 * Returns: whether there is
 */
gboolean onsite_capsule_check_selection (const OnsiteSelection *selection,
                                         const OnsiteLoop *loop,
                                         GError **error);

/**
 * onsite_capsule_find_answer:
 * @loop: a loop
 * @id: an answer's id
 *
 * Returns: (transfer none) (nullable): that answer
 */
const OnsiteAnswer *onsite_capsule_find_answer (const OnsiteLoop *loop, const char *id);

G_END_DECLS
