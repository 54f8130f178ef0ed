/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-text.h"

#include <math.h>
#include <string.h>

/* Sizes as of a printed report, from 7 points on, below which nobody likes to read. */
static const struct
{
  double size;
  double leading;
  PangoWeight weight;
  const OnsiteColour *colour;
} types[] = {
  [ONSITE_PDF_BODY] = { 9.5, 1.4, PANGO_WEIGHT_NORMAL, &onsite_pdf_ink },
  [ONSITE_PDF_SMALL] = { 8, 1.4, PANGO_WEIGHT_NORMAL, &onsite_pdf_quiet },
  [ONSITE_PDF_TINY] = { 7, 1.3, PANGO_WEIGHT_NORMAL, &onsite_pdf_quiet },
  [ONSITE_PDF_LABEL] = { 9.5, 1.4, PANGO_WEIGHT_BOLD, &onsite_pdf_ink },
  [ONSITE_PDF_HEADING] = { 15, 1.3, PANGO_WEIGHT_BOLD, &onsite_pdf_ink },
  [ONSITE_PDF_QUESTION] = { 14, 1.3, PANGO_WEIGHT_BOLD, &onsite_pdf_ink },
  [ONSITE_PDF_TITLE] = { 22, 1.25, PANGO_WEIGHT_BOLD, &onsite_pdf_ink },
  [ONSITE_PDF_FIGURE] = { 20, 1.2, PANGO_WEIGHT_BOLD, &onsite_pdf_ink },
};

/* Type that reads well on paper, where it is there; whatever the system has otherwise,
 * which also stands in for the characters that it lacks. Not Cantarell: it is a variable
 * font, which cairo embeds as shapes. */
#define FAMILIES "Noto Sans,Source Sans 3,Liberation Sans,DejaVu Sans,sans-serif"

/* What fills several pages as a question is set in the size of a text. */
#define LONG_QUESTION 400

/* So much of a text is laid out at a time, in bytes; and so much of it fits into a cell. */
#define PIECE 4096
#define CELL  600

/* Those that are no characters are valid UTF-8, which cairo refuses nevertheless. */
static gboolean
is_shown (gunichar letter)
{
  return g_unichar_type (letter) != G_UNICODE_CONTROL && letter != 0x2028 && letter != 0x2029 &&
         (letter & 0xfffe) != 0xfffe && (letter < 0xfdd0 || letter > 0xfdef);
}

char *
onsite_pdf_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *cleaned = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\t' || letter == '\n' || letter == '\r')
        g_string_append_c (cleaned, ' ');
      else
        g_string_append_unichar (cleaned, is_shown (letter) ? letter : 0xfffd);
    }

  return g_string_free (cleaned, FALSE);
}

/* Of a text that may be of any length, what fits into a cell. */
static char *
cut_short (const char *text)
{
  g_autofree char *line = onsite_pdf_clean (text);

  if (g_utf8_strlen (line, -1) <= CELL)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, CELL) = '\0';

  return g_strconcat (line, "…", NULL);
}

static PangoAttrList *
make_attributes (OnsitePdf *self, const OnsitePdfText *how)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* What is wrapped in a word is one word, and nothing else is in it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (how->is_theirs)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (self->language)));

  return attributes;
}

static void
set_font (PangoLayout *layout, OnsitePdfType type)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);

  pango_font_description_set_absolute_size (font, types[type].size * PANGO_SCALE);
  pango_font_description_set_weight (font, types[type].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static double
get_width (const OnsitePdf *self, const OnsitePdfText *how)
{
  return how->width > 0 ? how->width : self->width - how->start;
}

static PangoLayout *
make_layout (OnsitePdf *self, const OnsitePdfText *how, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = make_attributes (self, how);

  set_font (layout, how->type);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (get_width (self, how) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (how->is_one_line)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  /* Names of the pack amid the interface's words would turn them around otherwise. */
  pango_layout_set_auto_dir (layout, how->is_theirs || !how->is_pinned);
  pango_attr_list_unref (attributes);

  return layout;
}

/* As high as the highest line, since other scripts stand in for what a font lacks. */
static double
get_layout_pitch (PangoLayout *layout, OnsitePdfType type)
{
  double pitch = onsite_pdf_get_pitch (type);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &logical);
      pitch = MAX (pitch, (double) logical.height / PANGO_SCALE);
    }

  return pitch;
}

static void
begin_text (OnsitePdf *self, const OnsitePdfText *how)
{
  const char *tag = how->tag ? how->tag : "P";

  if (how->link)
    onsite_pdf_begin_link (self, how->link);
  else if (*tag)
    onsite_pdf_begin (self, tag);
}

static void
end_text (OnsitePdf *self, const OnsitePdfText *how)
{
  const char *tag = how->tag ? how->tag : "P";

  if (how->link)
    onsite_pdf_end_link (self);
  else if (*tag)
    onsite_pdf_end_tag (self, tag);
}

/* Where a line begins, from the left: on its own side, or on that of the interface. */
static double
get_offset (OnsitePdf *self, const OnsitePdfText *how, PangoLayoutLine *line, double width)
{
  double room = get_width (self, how) - width;
  gboolean is_mirrored = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;

  if (how->is_centred)
    return room / 2;
  if (how->is_pinned || how->is_ended)
    is_mirrored = self->mirrored != how->is_ended;

  return is_mirrored ? room : 0;
}

/* Lines from @first on, from @y on. */
static void
draw_lines (OnsitePdf *self,
            const OnsitePdfText *how,
            PangoLayout *layout,
            int first,
            int n,
            double y,
            double pitch)
{
  double x = onsite_pdf_get_x (self, how->start, get_width (self, how));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  onsite_pdf_set_colour (self, types[how->type].colour);
  for (int i = 0; i < first + n; i++, pango_layout_iter_next_line (iter))
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      double height, ascent;

      if (i < first)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (double) logical.height / PANGO_SCALE;
      ascent = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
      cairo_move_to (self->cr,
                     x + get_offset (self, how, line, (double) logical.width / PANGO_SCALE),
                     y + (i - first) * pitch + (pitch - height) / 2 + ascent);
      pango_cairo_show_layout_line (self->cr, line);
    }
  pango_layout_iter_free (iter);
}

/* How many of the lines that are left go onto this page: none stays alone on either. */
static int
count_fitting (OnsitePdf *self, int n_left, double pitch)
{
  int n = (int) floor (onsite_pdf_get_room (self) / pitch);

  if (n >= n_left)
    return n_left;
  if (n_left - n == 1 && n > 2)
    n--;
  if (n == 1 && !onsite_pdf_is_at_top (self))
    n = 0;

  return onsite_pdf_is_at_top (self) ? MAX (n, 1) : MAX (n, 0);
}

static void
flow_lines (OnsitePdf *self, const OnsitePdfText *how, PangoLayout *layout, int n_lines)
{
  double pitch = get_layout_pitch (layout, how->type);

  for (int i = 0; i < n_lines && !onsite_pdf_is_over (self);)
    {
      int n = count_fitting (self, n_lines - i, pitch);

      if (n > 0)
        {
          begin_text (self, how);
          draw_lines (self, how, layout, i, n, self->y, pitch);
          end_text (self, how);
        }
      self->y += n * pitch;
      i += n;
      if (i < n_lines)
        onsite_pdf_break (self);
    }
}

static gsize
get_piece (const char *text, gsize length)
{
  const char *end = text + PIECE;

  if (length <= PIECE)
    return length;

  return (gsize) (g_utf8_find_prev_char (text, end + 1) - text);
}

/* A paragraph is laid out piece by piece, or it would take memory without end. The last
 * line of a piece is where the next one begins, so that nobody sees it. */
static void
write_paragraph (OnsitePdf *self, const OnsitePdfText *how, const char *paragraph)
{
  g_autofree char *cleaned = onsite_pdf_clean (paragraph);
  const char *text = cleaned;
  gsize left = strlen (text);

  do
    {
      gsize n_bytes = get_piece (text, left);
      g_autofree char *piece = g_strndup (text, n_bytes);
      g_autoptr (PangoLayout) layout = make_layout (self, how, piece);
      int n_lines = pango_layout_get_line_count (layout);

      if (n_bytes < left && n_lines > 1)
        n_bytes = (gsize) pango_layout_get_line_readonly (layout, --n_lines)->start_index;
      flow_lines (self, how, layout, n_lines);
      text += n_bytes;
      left -= n_bytes;
    }
  while (left > 0 && !onsite_pdf_is_over (self));
}

void
onsite_pdf_write (OnsitePdf *self, const OnsitePdfText *how, const char *text)
{
  OnsitePdfText set = *how;

  if (how->type == ONSITE_PDF_QUESTION && strlen (text) > LONG_QUESTION)
    set.type = ONSITE_PDF_LABEL;
  for (const char *at = text; at && !onsite_pdf_is_over (self);)
    {
      const char *end = strchr (at, '\n');
      g_autofree char *paragraph = end ? g_strndup (at, (gsize) (end - at)) : g_strdup (at);

      write_paragraph (self, &set, g_strchomp (paragraph));
      at = end ? end + 1 : NULL;
    }
}

double
onsite_pdf_measure (OnsitePdf *self, const OnsitePdfText *how, const char *text)
{
  g_autofree char *line = cut_short (text);
  g_autoptr (PangoLayout) layout = make_layout (self, how, line);

  return pango_layout_get_line_count (layout) * get_layout_pitch (layout, how->type);
}

void
onsite_pdf_put (OnsitePdf *self, const OnsitePdfText *how, double y, const char *text)
{
  g_autofree char *line = cut_short (text);
  g_autoptr (PangoLayout) layout = make_layout (self, how, line);

  begin_text (self, how);
  draw_lines (self,
              how,
              layout,
              0,
              pango_layout_get_line_count (layout),
              y,
              get_layout_pitch (layout, how->type));
  end_text (self, how);
}

double
onsite_pdf_get_pitch (OnsitePdfType type)
{
  return types[type].size * types[type].leading;
}
