/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-legend.h"

#include "onsite-exhibit-line.h"
#include "onsite-exhibit-shape.h"
#include "onsite-exhibit-words.h"

/* In em. */
#define SIGN_WIDTH  1.9
#define SIGN_HEIGHT 1.0
#define SIGN_EM     0.5 /* the type that a shape of this size would hold */
#define GAP         0.4
#define SPACE       1.3 /* between two entries */
#define MARGIN      0.5

typedef struct
{
  PangoLayout *text;
  gboolean is_arrow;
  int kind;
  double x;
  double y;
} Entry;

struct _OnsiteExhibitLegend
{
  double em;
  double height;
  double line_height;
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->text);
}

static void
add_entry (OnsiteExhibitLegend *self,
           PangoContext *context,
           gboolean is_arrow,
           int kind,
           const char *words)
{
  Entry entry = { pango_layout_new (context), is_arrow, kind };

  pango_layout_set_text (entry.text, words, -1);
  g_array_append_val (self->entries, entry);
}

static gboolean
has_box (const OnsiteExhibit *exhibit, OnsiteBoxKind kind)
{
  for (guint i = 0; i < exhibit->boxes->len; i++)
    if (((const OnsiteExhibitBox *) g_ptr_array_index (exhibit->boxes, i))->kind == kind)
      return TRUE;

  return FALSE;
}

static gboolean
has_arrow (const OnsiteExhibit *exhibit, OnsiteArrowKind kind)
{
  for (guint i = 0; i < exhibit->arrows->len; i++)
    if (((const OnsiteExhibitArrow *) g_ptr_array_index (exhibit->arrows, i))->kind == kind)
      return TRUE;

  return FALSE;
}

/* In lines from the left, as words are set. */
static void
place_entries (OnsiteExhibitLegend *self, double width)
{
  double em = self->em;
  double x = MARGIN * em;
  double y = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      double entry_width;
      int text_width, text_height;

      pango_layout_get_size (entry->text, &text_width, &text_height);
      entry_width = (SIGN_WIDTH + GAP) * em + pango_units_to_double (text_width);
      self->line_height = MAX (self->line_height, pango_units_to_double (text_height));
      if (x > MARGIN * em && x + entry_width > width - MARGIN * em)
        {
          x = MARGIN * em;
          y += self->line_height + GAP * em;
        }
      entry->x = x;
      entry->y = y;
      x += entry_width + SPACE * em;
    }
  self->height = y + self->line_height + MARGIN * em;
}

OnsiteExhibitLegend *
onsite_exhibit_legend_new (const OnsiteExhibit *exhibit,
                           PangoContext *context,
                           double em,
                           double width)
{
  OnsiteExhibitLegend *self = g_new0 (OnsiteExhibitLegend, 1);

  self->em = em;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (OnsiteBoxKind kind = 0; kind < ONSITE_BOX_N_KINDS; kind++)
    if (has_box (exhibit, kind))
      add_entry (self, context, FALSE, (int) kind, onsite_exhibit_words_get_box_kind (kind));
  for (OnsiteArrowKind kind = 0; kind < ONSITE_ARROW_N_KINDS; kind++)
    if (has_arrow (exhibit, kind))
      add_entry (self, context, TRUE, (int) kind, onsite_exhibit_words_get_arrow_kind (kind));
  place_entries (self, width);

  return self;
}

void
onsite_exhibit_legend_free (OnsiteExhibitLegend *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

double
onsite_exhibit_legend_get_height (OnsiteExhibitLegend *self)
{
  return self->height;
}

static void
draw_sign (OnsiteExhibitLegend *self,
           const Entry *entry,
           cairo_t *cr,
           const OnsiteExhibitPalette *palette)
{
  double em = self->em;
  double middle = entry->y + self->line_height / 2;
  const OnsiteExhibitPoint ends[] = { { entry->x, middle },
                                      { entry->x + SIGN_WIDTH * em, middle } };
  const cairo_rectangle_t box = { entry->x,
                                  middle - SIGN_HEIGHT * em / 2,
                                  SIGN_WIDTH * em,
                                  SIGN_HEIGHT * em };

  if (entry->is_arrow)
    onsite_exhibit_line_draw (cr, (OnsiteArrowKind) entry->kind, em, ends, 2, &palette->line);
  else
    onsite_exhibit_shape_draw (cr,
                               (OnsiteBoxKind) entry->kind,
                               SIGN_EM * em,
                               &box,
                               &palette->fills[entry->kind],
                               &palette->edges[entry->kind]);
}

void
onsite_exhibit_legend_draw (OnsiteExhibitLegend *self,
                            cairo_t *cr,
                            const OnsiteExhibitPalette *palette)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      draw_sign (self, entry, cr, palette);
      onsite_colour_set_source (&palette->quiet, cr);
      cairo_move_to (cr, entry->x + (SIGN_WIDTH + GAP) * self->em, entry->y);
      pango_cairo_show_layout (cr, entry->text);
    }
}
