/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf.h"

#include <glib/gi18n-lib.h>

#include "onsite-page-words.h"
#include "onsite-pdf-text.h"

/* In points. A printer leaves a few millimetres at each side, and a hole punch needs 12. */
#define MARGIN        54
#define RUNNING_TITLE 34
#define TOP           62
#define FOOT          30
#define BOTTOM        52

#define RULE 0.5
#define BOX  0.8

const OnsiteColour onsite_pdf_ink = { 0.1, 0.1, 0.1, 1 };
const OnsiteColour onsite_pdf_quiet = { 0.35, 0.35, 0.35, 1 };
const OnsiteColour onsite_pdf_line = { 0.6, 0.6, 0.6, 1 };

static PangoContext *
make_context (const OnsitePdf *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Or else lines would be broken for the pixels of some screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (onsite_page_words_get_language ()));
  pango_context_set_base_dir (context, self->mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

static void
draw_frame (OnsitePdf *self)
{
  OnsitePdfText text = { .type = ONSITE_PDF_SMALL,
                         .tag = "",
                         .is_one_line = TRUE,
                         .is_pinned = TRUE };
  g_autofree char *number = NULL;

  onsite_pdf_put (self, &text, RUNNING_TITLE, self->title);
  onsite_pdf_draw_rule (self, RUNNING_TITLE + 15);
  /* Translators: At the foot of a printed page. */
  number = g_strdup_printf (C_ ("paper", "Page %u of %u"), self->page, self->n_pages);
  text.is_centred = TRUE;
  onsite_pdf_put (self, &text, self->paper->height - FOOT, number);
}

static void
begin_page (OnsitePdf *self)
{
  self->page++;
  self->y = TOP;
  draw_frame (self);
}

OnsitePdf *
onsite_pdf_new (cairo_surface_t *surface,
                const OnsitePaper *paper,
                const char *title,
                const char *language,
                const OnsitePdf *counted,
                GCancellable *cancellable)
{
  OnsitePdf *self = g_new0 (OnsitePdf, 1);

  self->cr = cairo_create (surface);
  self->mirrored = g_str_equal (onsite_page_words_get_direction (), "rtl");
  self->context = make_context (self);
  self->paper = paper;
  self->language = language;
  self->title = g_strdup (title);
  self->left = MARGIN;
  self->width = paper->width - 2 * MARGIN;
  self->bottom = paper->height - BOTTOM;
  self->n_pages = counted ? counted->page : 0;
  self->anchors = counted ? g_hash_table_ref (counted->anchors)
                          : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = cancellable;
  begin_page (self);

  return self;
}

void
onsite_pdf_free (OnsitePdf *self)
{
  cairo_destroy (self->cr);
  g_object_unref (self->context);
  g_hash_table_unref (self->anchors);
  g_free (self->title);
  g_free (self);
}

gboolean
onsite_pdf_is_over (OnsitePdf *self)
{
  return g_cancellable_is_cancelled (self->cancellable) ||
         cairo_status (self->cr) != CAIRO_STATUS_SUCCESS ||
         cairo_surface_status (cairo_get_target (self->cr)) != CAIRO_STATUS_SUCCESS;
}

void
onsite_pdf_break (OnsitePdf *self)
{
  onsite_pdf_end (self);
  begin_page (self);
}

void
onsite_pdf_end (OnsitePdf *self)
{
  cairo_show_page (self->cr);
}

double
onsite_pdf_get_room (const OnsitePdf *self)
{
  return self->bottom - self->y;
}

gboolean
onsite_pdf_is_at_top (const OnsitePdf *self)
{
  return self->y <= TOP;
}

void
onsite_pdf_skip (OnsitePdf *self, double height)
{
  if (!onsite_pdf_is_at_top (self))
    self->y += height;
}

void
onsite_pdf_need (OnsitePdf *self, double height)
{
  if (onsite_pdf_get_room (self) < height && !onsite_pdf_is_at_top (self))
    onsite_pdf_break (self);
}

double
onsite_pdf_get_x (const OnsitePdf *self, double start, double width)
{
  return self->mirrored ? self->left + self->width - start - width : self->left + start;
}

void
onsite_pdf_set_colour (OnsitePdf *self, const OnsiteColour *colour)
{
  onsite_colour_set_source (colour, self->cr);
}

void
onsite_pdf_begin (OnsitePdf *self, const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
}

void
onsite_pdf_end_tag (OnsitePdf *self, const char *tag)
{
  cairo_tag_end (self->cr, tag);
}

void
onsite_pdf_add_anchor (OnsitePdf *self, const char *anchor)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  /* A point would be a comma in many languages. */
  g_ascii_formatd (y, sizeof y, "%.1f", self->y);
  attributes = g_strdup_printf ("name='%s' x=0 y=%s", anchor, y);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  g_hash_table_insert (self->anchors, g_strdup (anchor), GUINT_TO_POINTER (self->page));
}

guint
onsite_pdf_find_page (const OnsitePdf *self, const char *anchor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, anchor));
}

void
onsite_pdf_begin_link (OnsitePdf *self, const char *anchor)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", anchor);

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

void
onsite_pdf_end_link (OnsitePdf *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

void
onsite_pdf_draw_rule (OnsitePdf *self, double y)
{
  onsite_pdf_set_colour (self, &onsite_pdf_line);
  cairo_set_line_width (self->cr, RULE);
  cairo_move_to (self->cr, self->left, y);
  cairo_line_to (self->cr, self->left + self->width, y);
  cairo_stroke (self->cr);
}

void
onsite_pdf_draw_lines (OnsitePdf *self, guint n)
{
  for (guint i = 0; i < n && !onsite_pdf_is_over (self); i++)
    {
      onsite_pdf_need (self, ONSITE_PDF_LINE_STEP);
      self->y += ONSITE_PDF_LINE_STEP;
      onsite_pdf_draw_rule (self, self->y);
    }
}

void
onsite_pdf_draw_box (OnsitePdf *self, double x, double y, double side, gboolean is_filled)
{
  onsite_pdf_set_colour (self, &onsite_pdf_ink);
  cairo_set_line_width (self->cr, BOX);
  cairo_rectangle (self->cr, x, y, side, side);
  if (is_filled)
    cairo_fill_preserve (self->cr);
  cairo_stroke (self->cr);
}
