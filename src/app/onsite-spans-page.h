/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-share-draft.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SPANS_PAGE (onsite_spans_page_get_type ())

/**
 * OnsiteSpansPage:
 *
 * Where a person hears an answer as a coach will hear it, and mutes or cuts spans of the
 * copy.
 */
G_DECLARE_FINAL_TYPE (OnsiteSpansPage, onsite_spans_page, ONSITE, SPANS_PAGE, AdwBin)

/**
 * onsite_spans_page_new:
 * @context: the program's context
 * @draft: what is handed on; held
 * @answer: the index of an answer that is chosen
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *onsite_spans_page_new (OnsiteContext *context, OnsiteShareDraft *draft, guint answer);

G_END_DECLS
