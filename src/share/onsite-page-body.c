/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-page-body.h"

#include <glib/gi18n-lib.h>

#include "onsite-capsule-coverage.h"
#include "onsite-html-text.h"
#include "onsite-page-words.h"

static const char *how_to_open = NC_ (
    "report",
    "Save this file and open it in a browser, such as Firefox, Chrome, Edge or Safari: there it "
    "plays the answers and takes your comments. It needs no network.");

typedef struct
{
  OnsiteTargetKind kind;
  const char *title;
  const GPtrArray *names;
} Targets;

static void
append_element (GString *html, const char *start, const char *text, const char *end)
{
  g_string_append (html, start);
  onsite_html_text_append_short (html, text);
  g_string_append (html, end);
}

static void
append_word (GString *html, const char *start, const char *word, const char *end)
{
  append_element (html, start, onsite_page_words_get (word), end);
}

char *
onsite_page_body_get_title (const OnsiteCapsule *capsule)
{
  return capsule->candidate
             ? onsite_page_words_fill ("{name}: answers to review", capsule->candidate)
             : g_strdup (onsite_page_words_get ("Answers to review"));
}

static void
append_how_to_open (GString *html)
{
  append_word (html, "<p class=\"notice\">", how_to_open, "</p>\n");
  if (!g_str_equal (onsite_page_words_get_language (), "en"))
    append_element (html, "<p class=\"notice\" lang=\"en\" dir=\"ltr\">", how_to_open, "</p>\n");
}

static void
append_head (GString *html, const OnsiteCapsule *capsule)
{
  g_autofree char *title = onsite_page_body_get_title (capsule);

  append_element (html, "<header class=\"head\"><h1>", title, "</h1>\n");
  append_element (html, "<p class=\"dim\"><span dir=\"auto\">", capsule->level_name, " · ");
  append_element (html, "", capsule->pack_title, "</span></p>\n");
  append_how_to_open (html);
  g_string_append (html, "</header>\n");
}

static const char *
get_sign (OnsiteSource source)
{
  switch (source)
    {
    case ONSITE_SOURCE_CLAIMED:
      return "◐";
    case ONSITE_SOURCE_HEARD:
      return "●";
    case ONSITE_SOURCE_COACH:
      return "◇";
    case ONSITE_SOURCE_ASKED:
    default:
      return "○";
    }
}

static const char *
get_source_name (OnsiteSource source)
{
  switch (source)
    {
    case ONSITE_SOURCE_CLAIMED:
      return "claimed by the candidate";
    case ONSITE_SOURCE_HEARD:
      return "heard";
    case ONSITE_SOURCE_COACH:
      return "marked by a coach";
    case ONSITE_SOURCE_ASKED:
    default:
      return "asked";
    }
}

static void
append_cell (GString *html,
             const OnsiteCapsuleAnswer *answer,
             OnsiteTargetKind kind,
             const char *target)
{
  guint sources = onsite_capsule_get_cell (answer, kind, target).sources;

  g_string_append (html, "<td>");
  for (int source = ONSITE_SOURCE_ASKED; source <= ONSITE_SOURCE_COACH; source++)
    {
      if (sources & ONSITE_SOURCE_BIT (source))
        {
          append_word (html,
                       "<span role=\"img\" aria-label=\"",
                       get_source_name ((OnsiteSource) source),
                       "\">");
          append_element (html, "", get_sign ((OnsiteSource) source), "</span>");
        }
    }
  g_string_append (html, "</td>");
}

static void
append_rows (GString *html, const OnsiteCapsule *capsule, const Targets *targets)
{
  if (targets->names->len == 0)
    return;

  g_string_append_printf (html,
                          "<tr class=\"group\"><th colspan=\"%u\">",
                          capsule->answers->len + 1);
  append_word (html, "", targets->title, "</th></tr>\n");
  for (guint i = 0; i < targets->names->len; i++)
    {
      const OnsiteCapsuleName *name = g_ptr_array_index (targets->names, i);

      append_element (html, "<tr><th scope=\"row\" dir=\"auto\">", name->name, "</th>");
      for (guint j = 0; j < capsule->answers->len; j++)
        append_cell (html, g_ptr_array_index (capsule->answers, j), targets->kind, name->id);
      g_string_append (html, "</tr>\n");
    }
}

static void
append_legend (GString *html, gboolean is_blind)
{
  g_string_append (html, "<p class=\"legend\">");
  for (int source = ONSITE_SOURCE_ASKED; source <= ONSITE_SOURCE_HEARD; source++)
    {
      if (is_blind && source == ONSITE_SOURCE_CLAIMED)
        continue;
      append_element (html, "<span>", get_sign ((OnsiteSource) source), " ");
      append_word (html, "", get_source_name ((OnsiteSource) source), "</span> ");
    }
  g_string_append (html, "</p>\n");
}

static void
append_matrix (GString *html, const OnsiteCapsule *capsule)
{
  Targets principles = { ONSITE_TARGET_PRINCIPLE, "Principles", capsule->principles };
  Targets checklist = { ONSITE_TARGET_CHECKLIST, "Checklist", capsule->checklist };

  append_word (html, "<section><h2>", "What the answers show", "</h2>\n");
  append_legend (html, capsule->blind);
  g_string_append (html, "<div class=\"wide\"><table class=\"matrix\">\n<tr><td></td>");
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);

      g_string_append_printf (html, "<th scope=\"col\">%u</th>", answer->number);
    }
  g_string_append (html, "</tr>\n");
  append_rows (html, capsule, &principles);
  append_rows (html, capsule, &checklist);
  g_string_append (html, "</table></div></section>\n");
}

static void
append_kicker (GString *html, const OnsiteCapsule *capsule, const OnsiteCapsuleAnswer *answer)
{
  const OnsiteCapsuleRound *round = g_ptr_array_index (capsule->rounds, answer->round);
  g_autofree char *number = g_strdup_printf ("%u", answer->number);
  g_autofree char *name = onsite_page_words_fill ("Answer {number}", number);

  append_element (html, "<p class=\"kicker\">", name, " · <span dir=\"auto\">");
  append_element (html, "", round->title, "</span></p>\n");
}

static void
append_asked (GString *html, const OnsiteCapsule *capsule, const OnsiteCapsuleAnswer *answer)
{
  g_string_append (html, "<ul class=\"chips\">");
  for (guint i = 0; answer->principles[i]; i++)
    append_element (
        html,
        "<li dir=\"auto\">○ ",
        onsite_capsule_find_target (capsule, ONSITE_TARGET_PRINCIPLE, answer->principles[i]),
        "</li>");
  for (guint i = 0; answer->checklist[i]; i++)
    append_element (
        html,
        "<li dir=\"auto\">○ ",
        onsite_capsule_find_target (capsule, ONSITE_TARGET_CHECKLIST, answer->checklist[i]),
        "</li>");
  g_string_append (html, "</ul>\n");
}

static void
append_aside (GString *html, const char *title, const char *text)
{
  if (*text == '\0')
    return;

  append_word (html, "<div class=\"aside\"><span class=\"label\">", title, "</span>");
  append_element (html, "<p dir=\"auto\">", text, "</p></div>\n");
}

static void
append_exhibit (GString *html, const OnsiteCapsule *capsule, const char *id)
{
  const OnsiteCapsuleExhibit *exhibit = onsite_capsule_find_exhibit (capsule, id);

  if (!exhibit)
    return;
  append_element (html, "<h3 dir=\"auto\">", exhibit->title, "</h3>");
  append_element (html, "<p dir=\"auto\">", exhibit->words, "</p>\n");
}

static void
append_turns (GString *html, const OnsiteCapsuleAnswer *answer, const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);

      if (!g_str_equal (turn->prompt, answer->text))
        append_element (html, "<p class=\"prompt\" dir=\"auto\">", turn->prompt, "</p>\n");
    }
}

static void
append_evidence (GString *html, const OnsiteCapsule *capsule, const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->evidence->len; i++)
    {
      const OnsiteCapsuleEvidence *evidence = g_ptr_array_index (take->evidence, i);

      append_element (html, "<li>", get_sign (evidence->source), " <span dir=\"auto\">");
      append_element (html,
                      "",
                      onsite_capsule_find_target (capsule, evidence->kind, evidence->target),
                      "</span> ");
      append_word (html, "<span class=\"dim\">", get_source_name (evidence->source), " ");
      onsite_capsule_append_time (html, evidence->from_ms, evidence->to_ms);
      g_string_append (html, "</span></li>\n");
    }
}

static void
append_marks (GString *html, const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->marks->len; i++)
    {
      const OnsiteCapsuleMark *mark = g_ptr_array_index (take->marks, i);

      append_word (html, "<li><span class=\"dim\">", "Mark", " ");
      onsite_capsule_append_time (html, mark->from_ms, mark->to_ms);
      append_element (html, "</span> <span dir=\"auto\">", mark->note, "</span></li>\n");
    }
}

static void
append_take (GString *html,
             const OnsiteCapsule *capsule,
             const OnsiteCapsuleAnswer *answer,
             const OnsiteCapsuleTake *take)
{
  append_turns (html, answer, take);
  g_string_append (html, "<ul class=\"findings\">\n");
  append_evidence (html, capsule, take);
  append_marks (html, take);
  g_string_append (html, "</ul>\n");
}

static void
append_answer (GString *html, const OnsiteCapsule *capsule, const OnsiteCapsuleAnswer *answer)
{
  g_string_append (html, "<article class=\"answer\">\n");
  append_kicker (html, capsule, answer);
  append_element (html, "<h2 dir=\"auto\">", answer->text, "</h2>\n");
  append_asked (html, capsule, answer);
  append_aside (html, "Please listen for", answer->listen_for);
  append_exhibit (html, capsule, answer->exhibit);
  append_aside (html, "The candidate’s note", answer->note);
  for (guint i = 0; i < answer->takes->len; i++)
    append_take (html, capsule, answer, g_ptr_array_index (answer->takes, i));
  g_string_append (html, "</article>\n");
}

void
onsite_page_body_append (GString *html, const OnsiteCapsule *capsule)
{
  g_string_append (html, "<main class=\"still\">\n");
  append_head (html, capsule);
  append_matrix (html, capsule);
  for (guint i = 0; i < capsule->answers->len; i++)
    append_answer (html, capsule, g_ptr_array_index (capsule->answers, i));
  g_string_append (html, "</main>");
}
