/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"

G_BEGIN_DECLS

/**
 * onsite_page_body_get_title:
 * @capsule: what is handed on
 *
 * Returns: (transfer full): what the page is called
 */
char *onsite_page_body_get_title (const OnsiteCapsule *capsule);

/**
 * onsite_page_body_append:
 * @html: what is being written
 * @capsule: what is handed on
 *
 * Appends what the page shows where no script runs, as in the preview of a mail: how to
 * open it, the matrix, the questions and all other text. The script puts its own in the
 * place of that.
 */
void onsite_page_body_append (GString *html, const OnsiteCapsule *capsule);

G_END_DECLS
