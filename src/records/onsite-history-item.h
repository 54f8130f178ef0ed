/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteHistoryItem:
 * @question: the id of a question that was asked
 * @asked_at_us: when it was asked
 * @covered: ids of the principles that its answer supports, as the candidate
 *   claimed or a coach confirmed; never %NULL
 *
 * What a plan needs to know of a past answer.
 */
typedef struct
{
  char *question;
  gint64 asked_at_us;
  GStrv covered;
} OnsiteHistoryItem;

/**
 * onsite_history_item_new:
 * @question: the id of a question that was asked
 * @asked_at_us: when it was asked
 * @covered: (nullable): ids of the principles that its answer supports
 *
 * Makes an item of history.
 *
 * Returns: (transfer full): an item
 */
OnsiteHistoryItem *
onsite_history_item_new (const char *question, gint64 asked_at_us, const char *const *covered);

/**
 * onsite_history_item_free:
 * @self: (transfer full): an item
 *
 * Frees an item.
 */
void onsite_history_item_free (OnsiteHistoryItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteHistoryItem, onsite_history_item_free)

G_END_DECLS
