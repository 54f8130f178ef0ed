/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack-entry.h"

G_BEGIN_DECLS

/* What a pack is told of in, all (transfer full). */

/**
 * onsite_pack_words_language:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer full): the language's own name, such as "Deutsch"; the tag of one
 *   that is not known
 */
char *onsite_pack_words_language (const char *tag);

/**
 * onsite_pack_words_about:
 * @entry: a pack
 *
 * Returns: (transfer full): "Version 1.1.0 · English · 96 questions · comes with
 *   Onsite"; of one that can't be read, that
 */
char *onsite_pack_words_about (OnsitePackEntry *entry);

/**
 * onsite_pack_words_round:
 * @kind: a kind of round
 *
 * Returns: (transfer full): "3 to 4 questions in 50 min"
 */
char *onsite_pack_words_round (const OnsiteRoundKind *kind);

/**
 * onsite_pack_words_rounds:
 * @pack: a pack
 * @level: a level of it
 *
 * Returns: (transfer full): the names of the level's rounds: "People leadership ·
 *   Delivery"
 */
char *onsite_pack_words_rounds (OnsitePack *pack, const OnsiteLevel *level);

G_END_DECLS
