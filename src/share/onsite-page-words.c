/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-page-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "onsite-share-write.h"

#define CONTEXT "report"

/* What the script of the page says, as it says it in English. */
static const char *const words[] = {
  /* Translators: between the names of a list. */
  NC_ ("report", ", "),
  NC_ ("report", "5 seconds back or on; with Shift, 1 second"),
  NC_ ("report", "A review holds 2,000 comments, and no more."),
  NC_ ("report", "a span from here, to here"),
  /* Translators: What else was pasted or written is cut off. */
  NC_ ("report", "A text holds 10,000 characters, and no more."),
  NC_ ("report", "Answer {number}"),
  /* Translators: Begins “answer 3, Follow-up 1”. */
  NC_ ("report", "answer {number}"),
  NC_ ("report", "Answers"),
  NC_ ("report", "Answers to review"),
  NC_ ("report", "asked"),
  NC_ ("report", "Asked about"),
  NC_ ("report", "Asked for, and nothing shows it yet: {names}."),
  NC_ ("report", "Checklist"),
  NC_ ("report", "claimed by the candidate"),
  /* Translators: Takes a rating back. */
  NC_ ("report", "Clear"),
  NC_ ("report", "Clear: {name}"),
  NC_ ("report", "Comment"),
  NC_ ("report", "Comment at {time}"),
  NC_ ("report", "comment here"),
  /* Translators: A question that changes what was given, thrown into the answer. */
  NC_ ("report", "Curveball"),
  /* Translators: The key. */
  NC_ ("report", "Esc"),
  NC_ ("report", "Everything that was asked for is shown somewhere."),
  NC_ ("report", "faster or slower"),
  NC_ ("report", "Follow-up"),
  /* Translators: Begins a span of a recording. */
  NC_ ("report", "From here"),
  /* Translators: Found in what was said. */
  NC_ ("report", "heard"),
  NC_ ("report", "In answer to {coach}, about take {number}"),
  NC_ ("report", "In answer to a comment about take {number}"),
  NC_ ("report", "In summary"),
  NC_ ("report", "In words"),
  NC_ ("report", "It does not hold"),
  NC_ ("report", "It holds"),
  /* Translators: Of an answer: a list of principles follows. */
  NC_ ("report", "It shows…"),
  /* Translators: Of the review, where the browser keeps nothing. */
  NC_ ("report", "Kept nowhere yet"),
  NC_ ("report", "Keys"),
  NC_ ("report", "Listen, and comment where something strikes you."),
  /* Translators: Something that the candidate marked in a recording. */
  NC_ ("report", "Mark"),
  /* Translators: In an earlier review. */
  NC_ ("report", "marked by a coach"),
  NC_ ("report", "marked by you"),
  NC_ ("report", "no span any more"),
  NC_ ("report", "Not saved as a file yet"),
  /* Translators: Since the review was saved as a file the last time. */
  NC_ ("report", "Nothing new since revision {revision}"),
  NC_ ("report", "nothing yet"),
  NC_ ("report", "Own rating: {score}"),
  NC_ ("report", "Own vote: {vote}"),
  NC_ ("report", "Pause"),
  NC_ ("report", "Play from {time}"),
  NC_ ("report", "play or pause"),
  NC_ ("report", "Play: {title}"),
  NC_ ("report", "Player"),
  NC_ ("report", "Player and review file"),
  NC_ ("report", "Please listen for"),
  NC_ ("report", "Position in: {title}"),
  NC_ (
      "report",
      "Press a cell to mark what an answer shows. A span that you have chosen in its recording goes along."),
  NC_ ("report", "Principles"),
  NC_ ("report", "Rate each answer, and vote at the end."),
  NC_ ("report", "rate, and go to the next dimension"),
  NC_ ("report", "Remove the comment at {time}"),
  NC_ ("report", "Remove: {name}"),
  NC_ ("report", "Save the review"),
  NC_ ("report", "Save the review as a file, and send it back."),
  NC_ (
      "report",
      "Save the review, and send the file back the way this one came to you. You may save it again later: the newest one counts."),
  NC_ ("report", "Show all of it"),
  NC_ ("report", "Silent for {share} of it."),
  NC_ ("report", "Skip silence"),
  /* Translators: The key. */
  NC_ ("report", "Space"),
  NC_ ("report", "Speed"),
  NC_ ("report", "Take {number}"),
  NC_ ("report", "Talked for {time}, of about {suggested}."),
  NC_ ("report", "The answer"),
  NC_ ("report", "The candidate’s note"),
  NC_ ("report", "The comment is removed."),
  NC_ ("report", "the latest"),
  NC_ ("report", "the next answer"),
  NC_ ("report", "There is no recording of this."),
  NC_ (
      "report",
      "This browser can’t play the recordings, which are Opus. Open this file in Firefox, Chrome or Edge, or in Safari 18.4 or newer."),
  NC_ (
      "report",
      "This browser has no room to keep more. Save the review before you leave or reload this page: otherwise what you say now is lost."),
  NC_ (
      "report",
      "This browser keeps nothing for a file like this. Save the review before you leave or reload this page: otherwise it is lost."),
  NC_ ("report", "This page is open twice. What you say in one is in both."),
  /* Translators: Ends a span of a recording. */
  NC_ ("report", "To here"),
  NC_ ("report", "Too much for one file, which holds 4 MiB. Please shorten some comments."),
  NC_ ("report", "Use keys of one letter, figure or sign"),
  NC_ ("report", "What it shows"),
  NC_ ("report", "What the answers show"),
  NC_ (
      "report",
      "What the candidate thinks of the answers is left out on purpose, so that you hear them for yourself."),
  NC_ ("report", "What this answer shows"),
  NC_ ("report", "What this file holds"),
  NC_ (
      "report",
      "Your browser saves it as “{name}”, revision {revision}. Once that file is there, send it back."),
  NC_ ("report", "Your comments"),
  NC_ ("report", "Your name"),
  NC_ ("report", "Your rating"),
  NC_ ("report", "Your review"),
  NC_ ("report", "Your vote"),
  /* Translators: Read out by a screen reader. */
  NC_ ("report", "{minutes} min {seconds} s"),
  NC_ ("report", "{name}, answer {number}: {known}"),
  NC_ ("report", "{name}: answers to review"),
  NC_ ("report", "{name}: marked by you"),
  NC_ ("report", "{name}: taken back"),
  NC_ ("report", "{name}: {score} of 5"),
};

/* As in page/words.js. */
static const char *const right_to_left[] = { "ar", "dv", "fa", "he", "ps", "ur", "yi", NULL };

const char *
onsite_page_words_get_language (void)
{
  /* Translators: The tag of your own language, as in BCP 47: "de", "pt-BR". */
  return C_ ("report", "en");
}

const char *
onsite_page_words_get_direction (void)
{
  g_auto (GStrv) parts = g_strsplit (onsite_page_words_get_language (), "-", 2);

  return g_strv_contains (right_to_left, parts[0]) ? "rtl" : "ltr";
}

const char *
onsite_page_words_get (const char *word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, word);
}

char *
onsite_page_words_fill (const char *word, const char *value)
{
  const char *told = onsite_page_words_get (word);
  const char *begin = strchr (told, '{');
  const char *end = begin ? strchr (begin, '}') : NULL;

  if (!end)
    return g_strdup (told);

  return g_strdup_printf ("%.*s%s%s", (int) (begin - told), told, value, end + 1);
}

char *
onsite_page_words_to_json (void)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "lang", onsite_page_words_get_language ());
  /* Translators: The name of your own language, in itself: "Deutsch". */
  onsite_json_writer_add_string (writer, "name", C_ ("report", "English"));
  onsite_json_writer_member (writer, "words");
  onsite_json_writer_begin_object (writer);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    onsite_json_writer_add_string (writer, words[i], onsite_page_words_get (words[i]));
  onsite_json_writer_end_object (writer);
  onsite_json_writer_end_object (writer);

  return onsite_json_writer_to_string (writer, FALSE);
}
