/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a language ranks that nobody wants. */
#define ONSITE_PACK_LANGUAGE_UNWANTED G_MAXUINT

/**
 * onsite_pack_language_rank:
 * @language: the BCP 47 tag of a pack, such as "pt-BR"
 * @wanted: (array zero-terminated=1): languages, the best first, as tags or as
 *   g_get_language_names() has them, such as "pt_PT.UTF-8"
 *
 * Which of the wanted languages a pack is in. The same language of another
 * country comes right behind: a pack in "pt-BR" serves who wants "pt_PT" if
 * there is none in "pt". English is wanted by everybody, last of all.
 *
 * Returns: 0 for the best, or %ONSITE_PACK_LANGUAGE_UNWANTED
 */
guint onsite_pack_language_rank (const char *language, const char *const *wanted);

G_END_DECLS
