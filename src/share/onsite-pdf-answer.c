/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "onsite-capsule-coverage.h"
#include "onsite-page-words.h"
#include "onsite-pdf-matrix.h"
#include "onsite-pdf-ratings.h"
#include "onsite-pdf-sound.h"
#include "onsite-pdf-text.h"

/* In points. */
#define SPACE        8.0
#define SMALL_SPACE  4.0
#define INDENT       14.0
#define LEAST_LINES  3
#define FINDING_TIME 150.0

/* An exhibit is drawn at 96 dots per inch, and printed no larger than that, and no
 * higher than leaves room for the question. */
#define EXHIBIT_SCALE (72.0 / 96)
#define MOST_EXHIBIT  0.62

/* The paper that an exhibit stands on ends in a frame, since this one is as white. */
#define FRAME 0.5

static void
write_kicker (OnsitePdf *pdf, const OnsiteCapsule *capsule, const OnsiteCapsuleAnswer *answer)
{
  const OnsiteCapsuleRound *round = g_ptr_array_index (capsule->rounds, answer->round);
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL, .is_pinned = TRUE };
  g_autofree char *number = g_strdup_printf ("%u", answer->number);
  g_autofree char *name = onsite_page_words_fill ("Answer {number}", number);
  g_autoptr (GString) text = g_string_new (name);

  g_string_append_printf (text, " · %s", round->title);
  if (*answer->category && !g_str_equal (answer->category, round->title))
    g_string_append_printf (text, " · %s", answer->category);
  onsite_pdf_write (pdf, &how, text->str);
  onsite_pdf_skip (pdf, SMALL_SPACE);
}

static void
write_asked_list (OnsitePdf *pdf,
                  const OnsiteCapsule *capsule,
                  OnsiteTargetKind kind,
                  const char *title,
                  GStrv ids)
{
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL, .start = INDENT, .is_pinned = TRUE };
  g_autoptr (GString) text = g_string_new (title);

  if (!*ids)
    return;
  for (guint i = 0; ids[i]; i++)
    g_string_append_printf (text,
                            "%s%s",
                            i == 0 ? ": " : " · ",
                            onsite_capsule_find_target (capsule, kind, ids[i]));
  onsite_pdf_need (pdf, onsite_pdf_get_pitch (ONSITE_PDF_SMALL));
  onsite_pdf_draw_sign (pdf, ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED), 0, 0, pdf->y + 1);
  onsite_pdf_write (pdf, &how, text->str);
}

static void
write_asked (OnsitePdf *pdf, const OnsiteCapsule *capsule, const OnsiteCapsuleAnswer *answer)
{
  onsite_pdf_skip (pdf, SMALL_SPACE);
  write_asked_list (pdf,
                    capsule,
                    ONSITE_TARGET_PRINCIPLE,
                    C_ ("report", "Principles"),
                    answer->principles);
  write_asked_list (pdf,
                    capsule,
                    ONSITE_TARGET_CHECKLIST,
                    C_ ("report", "Checklist"),
                    answer->checklist);
}

static void
write_aside (OnsitePdf *pdf, const char *title, const char *text)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };
  OnsitePdfText how = { .type = ONSITE_PDF_BODY, .start = INDENT };

  if (*text == '\0')
    return;
  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, 3 * onsite_pdf_get_pitch (ONSITE_PDF_LABEL));
  onsite_pdf_write (pdf, &label, title);
  onsite_pdf_write (pdf, &how, text);
}

static void
draw_exhibit (OnsitePdf *pdf, const OnsiteCapsuleExhibit *exhibit, double scale)
{
  double width = exhibit->width * scale;
  double height = exhibit->height * scale;

  onsite_pdf_need (pdf, height);
  onsite_pdf_begin (pdf, "Figure");
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, pdf->left + (pdf->width - width) / 2, pdf->y);
  cairo_scale (pdf->cr, scale, scale);
  cairo_set_source_surface (pdf->cr, exhibit->drawing, 0, 0);
  cairo_paint (pdf->cr);
  cairo_rectangle (pdf->cr, 0, 0, exhibit->width, exhibit->height);
  onsite_pdf_set_colour (pdf, &onsite_pdf_line);
  cairo_set_line_width (pdf->cr, FRAME / scale);
  cairo_stroke (pdf->cr);
  cairo_restore (pdf->cr);
  onsite_pdf_end_tag (pdf, "Figure");
  pdf->y += height + SMALL_SPACE;
}

static void
write_exhibit (OnsitePdf *pdf, const OnsiteCapsule *capsule, const char *id)
{
  const OnsiteCapsuleExhibit *exhibit = onsite_capsule_find_exhibit (capsule, id);
  OnsitePdfText title = { .type = ONSITE_PDF_LABEL, .tag = "H2", .is_theirs = TRUE };
  OnsitePdfText words = { .type = ONSITE_PDF_TINY, .is_pinned = TRUE };
  double scale;

  if (!exhibit || exhibit->width <= 0)
    return;
  scale = MIN (EXHIBIT_SCALE, pdf->width / exhibit->width);
  scale = MIN (scale, MOST_EXHIBIT * pdf->bottom / exhibit->height);
  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, exhibit->height * scale + 4 * SPACE);
  onsite_pdf_write (pdf, &title, exhibit->title);
  onsite_pdf_skip (pdf, SMALL_SPACE);
  draw_exhibit (pdf, exhibit, scale);
  /* For those who don't see it: cairo can't say it instead of the figure. */
  onsite_pdf_write (pdf, &words, exhibit->words);
}

static char *
name_turn (const OnsiteCapsuleTake *take, guint index)
{
  const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, index);
  guint number = 0;

  if (turn->kind == ONSITE_TURN_QUESTION)
    return g_strdup (C_ ("report", "The answer"));
  if (turn->kind == ONSITE_TURN_CURVEBALL)
    return g_strdup (C_ ("report", "Curveball"));
  for (guint i = 0; i <= index; i++)
    {
      const OnsiteCapsuleTurn *before = g_ptr_array_index (take->turns, i);

      number += before->kind == ONSITE_TURN_FOLLOW_UP ? 1 : 0;
    }

  return g_strdup_printf (C_ ("answer", "Follow-up %u"), number);
}

static void
write_turn (OnsitePdf *pdf,
            const OnsiteCapsuleAnswer *answer,
            const OnsiteCapsuleTake *take,
            guint index)
{
  const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, index);
  OnsitePdfText label = { .type = ONSITE_PDF_SMALL, .is_pinned = TRUE };
  OnsitePdfText prompt = { .type = ONSITE_PDF_BODY, .is_theirs = TRUE };
  g_autofree char *name = name_turn (take, index);

  onsite_pdf_skip (pdf, SMALL_SPACE);
  onsite_pdf_need (pdf, 60);
  onsite_pdf_write (pdf, &label, name);
  if (!g_str_equal (turn->prompt, answer->text))
    onsite_pdf_write (pdf, &prompt, turn->prompt);
  if (turn->clip)
    onsite_pdf_sound_write (pdf, take, index);
  else
    onsite_pdf_write (pdf, &label, C_ ("report", "There is no recording of this."));
}

static void
write_delivery (OnsitePdf *pdf, const OnsiteCapsuleTake *take)
{
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL };
  g_autoptr (GString) talk = g_string_new (NULL);
  g_autoptr (GString) suggested = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take->has_delivery)
    return;
  onsite_capsule_append_time (talk, take->talk_ms, -1);
  onsite_capsule_append_time (suggested, take->suggested_ms, -1);
  if (take->suggested_ms > 0)
    /* Translators: minutes and seconds, as in "2:41", twice. */
    g_string_printf (text, C_ ("paper", "Talked for %s, of about %s."), talk->str, suggested->str);
  else
    g_string_printf (text, C_ ("paper", "Talked for %s."), talk->str);
  if (take->silent_share >= 0)
    {
      g_string_append (text, C_ ("sentences", " "));
      g_string_append_printf (text,
                              C_ ("paper", "Silent for %d%% of it."),
                              (int) lround (100 * take->silent_share));
    }
  onsite_pdf_write (pdf, &how, text->str);
}

/* "Follow-up 1 · 1:02–1:10": where in which recording. */
static char *
place (const OnsiteCapsuleTake *take, guint turn, gint64 from_ms, gint64 to_ms)
{
  g_autofree char *name = turn < take->turns->len ? name_turn (take, turn) : NULL;
  GString *text = g_string_new (NULL);

  if (from_ms < 0)
    return g_string_free (text, FALSE);
  if (take->turns->len > 1 && name)
    g_string_append_printf (text, "%s · ", name);
  onsite_capsule_append_time (text, from_ms, to_ms);

  return g_string_free (text, FALSE);
}

static void
write_finding (OnsitePdf *pdf, guint sources, double strength, const char *text, const char *where)
{
  OnsitePdfText time = { .type = ONSITE_PDF_SMALL,
                         .start = pdf->width - FINDING_TIME,
                         .width = FINDING_TIME,
                         .is_pinned = TRUE };
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL,
                        .tag = "LBody",
                        .start = INDENT,
                        .width = pdf->width - FINDING_TIME - INDENT - SPACE,
                        .is_pinned = TRUE };

  onsite_pdf_need (pdf, 2 * onsite_pdf_get_pitch (ONSITE_PDF_SMALL));
  if (sources)
    onsite_pdf_draw_sign (pdf, sources, strength, 0, pdf->y + 1);
  if (*where)
    onsite_pdf_put (pdf, &time, pdf->y, where);
  onsite_pdf_write (pdf, &how, text);
}

static void
write_evidence (OnsitePdf *pdf, const OnsiteCapsule *capsule, const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->evidence->len && !onsite_pdf_is_over (pdf); i++)
    {
      const OnsiteCapsuleEvidence *evidence = g_ptr_array_index (take->evidence, i);
      g_autofree char *where = place (take, evidence->turn, evidence->from_ms, evidence->to_ms);
      g_autofree char *text = g_strdup_printf (
          "%s · %s",
          onsite_capsule_find_target (capsule, evidence->kind, evidence->target),
          onsite_pdf_name_source (evidence->source));

      write_finding (pdf, ONSITE_SOURCE_BIT (evidence->source), evidence->strength, text, where);
    }
}

static void
write_marks (OnsitePdf *pdf, const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->marks->len && !onsite_pdf_is_over (pdf); i++)
    {
      const OnsiteCapsuleMark *mark = g_ptr_array_index (take->marks, i);
      g_autofree char *where = place (take, mark->turn, mark->from_ms, mark->to_ms);
      const char *name = C_ ("report", "Mark");
      g_autofree char *text = *mark->note ? g_strdup_printf ("%s · %s", name, mark->note)
                                          : g_strdup (name);

      write_finding (pdf, 0, 0, text, where);
    }
}

static void
write_findings (OnsitePdf *pdf, const OnsiteCapsule *capsule, const OnsiteCapsuleTake *take)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };

  if (take->evidence->len + take->marks->len == 0)
    return;
  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, 4 * onsite_pdf_get_pitch (ONSITE_PDF_LABEL));
  onsite_pdf_write (pdf, &label, C_ ("report", "What this answer shows"));
  write_evidence (pdf, capsule, take);
  write_marks (pdf, take);
}

/* Lines down to the end of the page; none where there is no room for so many. */
static void
write_comments (OnsitePdf *pdf)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };

  if (onsite_pdf_get_room (pdf) < LEAST_LINES * ONSITE_PDF_LINE_STEP)
    return;
  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_write (pdf, &label, C_ ("report", "Your comments"));
  onsite_pdf_draw_lines (pdf, (guint) (onsite_pdf_get_room (pdf) / ONSITE_PDF_LINE_STEP));
}

static void
write_take (OnsitePdf *pdf,
            const OnsiteCapsule *capsule,
            const OnsiteCapsuleAnswer *answer,
            const OnsiteCapsuleTake *take)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };
  g_autofree char *number = g_strdup_printf ("%u", take->number);
  g_autofree char *name = onsite_page_words_fill ("Take {number}", number);

  onsite_pdf_skip (pdf, SPACE);
  if (answer->takes->len > 1)
    {
      onsite_pdf_need (pdf, 100);
      onsite_pdf_write (pdf, &label, name);
    }
  for (guint i = 0; i < take->turns->len && !onsite_pdf_is_over (pdf); i++)
    write_turn (pdf, answer, take, i);
  write_delivery (pdf, take);
  write_findings (pdf, capsule, take);
  if (onsite_pdf_get_room (pdf) < onsite_pdf_ratings_measure (pdf, capsule))
    write_comments (pdf);
  onsite_pdf_ratings_write (pdf, capsule, take);
}

void
onsite_pdf_answer_write (OnsitePdf *pdf,
                         const OnsiteCapsule *capsule,
                         const OnsiteCapsuleAnswer *answer)
{
  OnsitePdfText question = { .type = ONSITE_PDF_QUESTION, .tag = "H1", .is_theirs = TRUE };
  g_autofree char *anchor = onsite_pdf_make_anchor (answer);

  if (!onsite_pdf_is_at_top (pdf))
    onsite_pdf_break (pdf);
  onsite_pdf_add_anchor (pdf, anchor);
  write_kicker (pdf, capsule, answer);
  onsite_pdf_write (pdf, &question, answer->text);
  write_asked (pdf, capsule, answer);
  write_aside (pdf, C_ ("report", "Please listen for"), answer->listen_for);
  write_exhibit (pdf, capsule, answer->exhibit);
  write_aside (pdf, C_ ("report", "The candidate’s note"), answer->note);
  for (guint i = 0; i < answer->takes->len && !onsite_pdf_is_over (pdf); i++)
    write_take (pdf, capsule, answer, g_ptr_array_index (answer->takes, i));
  onsite_pdf_need (pdf, LEAST_LINES * ONSITE_PDF_LINE_STEP);
  write_comments (pdf);
}
