/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-words.h"

#include <glib/gi18n-lib.h>

const char *
onsite_exhibit_words_get_box_kind (OnsiteBoxKind kind)
{
  static const char *const names[ONSITE_BOX_N_KINDS] = {
    [ONSITE_BOX_CLIENT] = NC_ ("exhibit", "client"),
    [ONSITE_BOX_SERVICE] = NC_ ("exhibit", "service"),
    [ONSITE_BOX_STORE] = NC_ ("exhibit", "store"),
    [ONSITE_BOX_CACHE] = NC_ ("exhibit", "cache"),
    [ONSITE_BOX_QUEUE] = NC_ ("exhibit", "queue"),
    [ONSITE_BOX_JOB] = NC_ ("exhibit", "job"),
    [ONSITE_BOX_EXTERNAL] = NC_ ("exhibit", "somebody else’s"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "exhibit", names[kind]);
}

const char *
onsite_exhibit_words_get_arrow_kind (OnsiteArrowKind kind)
{
  static const char *const names[ONSITE_ARROW_N_KINDS] = {
    [ONSITE_ARROW_CALL] = NC_ ("exhibit", "call, waits"),
    [ONSITE_ARROW_EVENT] = NC_ ("exhibit", "event, does not wait"),
    [ONSITE_ARROW_COPY] = NC_ ("exhibit", "copy of data"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "exhibit", names[kind]);
}

static char *
describe_box (const OnsiteExhibit *exhibit, const OnsiteExhibitBox *box)
{
  const char *kind = onsite_exhibit_words_get_box_kind (box->kind);
  const OnsiteExhibitZone *zone = onsite_exhibit_find_zone (exhibit, box->zone);

  if (zone != NULL && box->note != NULL)
    /* Translators: a box of a drawing: its name, what it is, which frame it is in, and a note. */
    return g_strdup_printf (C_ ("exhibit", "%s (%s), in %s: %s."),
                            box->label,
                            kind,
                            zone->label,
                            box->note);
  if (zone != NULL)
    return g_strdup_printf (C_ ("exhibit", "%s (%s), in %s."), box->label, kind, zone->label);
  if (box->note != NULL)
    /* Translators: a box of a drawing: its name, what it is, and a note. */
    return g_strdup_printf (C_ ("exhibit", "%s (%s): %s."), box->label, kind, box->note);

  return g_strdup_printf (C_ ("exhibit", "%s (%s)."), box->label, kind);
}

static char *
describe_plain_arrow (OnsiteArrowKind kind, const char *from, const char *to)
{
  switch (kind)
    {
    case ONSITE_ARROW_EVENT:
      /* Translators: arrows of a drawing, between the names of two boxes. */
      return g_strdup_printf (C_ ("exhibit", "%s sends events to %s."), from, to);
    case ONSITE_ARROW_COPY:
      return g_strdup_printf (C_ ("exhibit", "%s is copied to %s."), from, to);
    case ONSITE_ARROW_CALL:
    default:
      return g_strdup_printf (C_ ("exhibit", "%s calls %s."), from, to);
    }
}

static char *
describe_arrow (const OnsiteExhibit *exhibit, const OnsiteExhibitArrow *arrow)
{
  const char *from = onsite_exhibit_find_box (exhibit, arrow->from)->label;
  const char *to = onsite_exhibit_find_box (exhibit, arrow->to)->label;

  if (arrow->label == NULL)
    return describe_plain_arrow (arrow->kind, from, to);

  switch (arrow->kind)
    {
    case ONSITE_ARROW_EVENT:
      /* Translators: the same, with what stands at the arrow. */
      return g_strdup_printf (C_ ("exhibit", "%s sends events to %s: %s."), from, to, arrow->label);
    case ONSITE_ARROW_COPY:
      return g_strdup_printf (C_ ("exhibit", "%s is copied to %s: %s."), from, to, arrow->label);
    case ONSITE_ARROW_CALL:
    default:
      return g_strdup_printf (C_ ("exhibit", "%s calls %s: %s."), from, to, arrow->label);
    }
}

static void
take_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append (text, C_ ("sentences", " "));
  g_string_append (text, sentence);
  g_free (sentence);
}

char *
onsite_exhibit_words_describe (const OnsiteExhibit *exhibit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < exhibit->boxes->len; i++)
    take_sentence (text, describe_box (exhibit, g_ptr_array_index (exhibit->boxes, i)));
  for (guint i = 0; i < exhibit->arrows->len; i++)
    take_sentence (text, describe_arrow (exhibit, g_ptr_array_index (exhibit->arrows, i)));

  return g_string_free (text, FALSE);
}
