/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-show-receipt.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "debrief/onsite-receipt-text.h"
#include "onsite-cli-format.h"

static void
write_level (OnsiteJsonWriter *writer, const char *name, double level)
{
  onsite_json_writer_member (writer, name);
  if (isfinite (level) != 0)
    onsite_json_writer_double (writer, level);
  else
    onsite_json_writer_null (writer);
}

static void
write_receipt (const OnsiteReceipt *receipt, OnsiteJsonWriter *writer)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (
      writer,
      "device",
      onsite_cli_get_nick (ONSITE_TYPE_DEVICE_KIND, (int) receipt->device));
  onsite_json_writer_add_string (
      writer,
      "processing",
      onsite_cli_get_nick (ONSITE_TYPE_PROCESSING, (int) receipt->processing));
  write_level (writer, "loudness_lufs", receipt->loudness_lufs);
  write_level (writer, "peak_dbfs", receipt->peak_dbfs);
  write_level (writer, "noise_floor_dbfs", receipt->noise_floor_dbfs);
  write_level (writer, "silent_share", receipt->silent_share);
  onsite_json_writer_add_integer (writer, "speech_ms", receipt->speech_ms);
  onsite_json_writer_add_integer (writer, "clipped_samples", receipt->n_clipped_samples);
  onsite_json_writer_add_integer (writer, "gaps", receipt->n_gaps);
  onsite_json_writer_add_integer (writer, "gaps_ms", receipt->gap_us / 1000);
  onsite_json_writer_add_integer (writer, "captured_samples", receipt->n_captured_samples);
  onsite_json_writer_add_integer (writer, "kept_samples", receipt->n_kept_samples);
  onsite_json_writer_end_object (writer);
}

void
onsite_cli_show_receipt_write (const OnsiteClip *clip, OnsiteJsonWriter *writer)
{
  onsite_json_writer_add_string (
      writer,
      "state",
      clip ? onsite_cli_get_nick (ONSITE_TYPE_CLIP_STATE, (int) clip->state) : NULL);
  onsite_json_writer_add_string (writer,
                                 "codec",
                                 clip ? onsite_cli_get_nick (ONSITE_TYPE_CODEC, (int) clip->codec)
                                      : NULL);
  onsite_json_writer_add_integer (writer, "samples", clip ? clip->n_samples : 0);
  onsite_json_writer_member (writer, "receipt");
  if (clip && clip->receipt)
    write_receipt (clip->receipt, writer);
  else
    onsite_json_writer_null (writer);
}

static void
print_clip (const OnsiteAnswer *answer, guint turn, const OnsiteClip *clip, GString *out)
{
  g_autoptr (GPtrArray) lines = onsite_receipt_text_new (clip);
  g_autofree char *id = onsite_cli_format_id (answer->id);

  /* Translators: the id of an answer, and which of its recordings it is */
  g_string_append_printf (out, C_ ("receipt", "%s, part %u: "), id, turn + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const OnsiteReceiptLine *line = g_ptr_array_index (lines, i);

      /* Translators: what it is about, and what is known of it: "Peak: −3 dBFS" */
      g_string_append_printf (out, C_ ("receipt", "%s: %s"), line->name, line->value);
      g_string_append (out, i + 1 < lines->len ? " · " : "\n");
    }
}

static void
print_answer (const OnsiteAnswer *answer, GString *out)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  for (guint i = 0; take && i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && turn->clip->n_samples > 0)
        print_clip (answer, i, turn->clip, out);
    }
}

void
onsite_cli_show_receipt_print (const OnsiteDebrief *debrief, GString *out)
{
  g_autoptr (GString) recordings = g_string_new (NULL);

  for (guint i = 0; i < debrief->answers->len; i++)
    print_answer (((OnsiteAnswerSummary *) g_ptr_array_index (debrief->answers, i))->answer,
                  recordings);

  if (recordings->len > 0)
    g_string_append_printf (out, "%s%s", C_ ("debrief", "\nRecordings\n"), recordings->str);
}
