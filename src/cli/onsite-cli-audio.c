/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-flac-file.h"
#include "audio/onsite-ogg.h"
#include "onsite-cli-format.h"
#include "onsite-cli-loops.h"
#include "onsite-cli-resolve.h"

static const OnsiteAnswerSummary *
find_answer (const OnsiteDebrief *debrief, const char *id)
{
  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      if (g_str_equal (answer->answer->id, id))
        return answer;
    }

  return NULL;
}

static GStrv
dup_clips (const OnsiteAnswerSummary *answer)
{
  g_autoptr (GStrvBuilder) clips = g_strv_builder_new ();
  const OnsiteTake *take = onsite_answer_get_current_take (answer->answer);

  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && turn->clip->n_samples > 0)
        g_strv_builder_add (clips, turn->clip->id);
    }

  return g_strv_builder_end (clips);
}

static OnsiteCodec
choose_codec (const OnsiteCliContext *context)
{
  g_autofree char *lower = g_ascii_strdown (context->output, -1);

  return g_str_has_suffix (lower, ".flac") ? ONSITE_CODEC_FLAC : ONSITE_CODEC_OPUS;
}

static gboolean
is_kept_lossless (const OnsiteAnswerSummary *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer->answer);

  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && turn->clip->n_samples > 0 && turn->clip->codec != ONSITE_CODEC_FLAC)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_answer (OnsiteCliContext *context,
              OnsiteLibrary *library,
              const OnsiteAnswerSummary *answer,
              gboolean sample,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (context->output);
  g_auto (GStrv) clips = NULL;
  const OnsiteOggTags tags = {
    .title = answer->question ? answer->question->text : answer->answer->question,
    .artist = sample ? C_ ("audio file", "Onsite (sample)") : C_ ("audio file", "Onsite"),
  };

  if (!answer->has_clip)
    {
      g_set_error (error,
                   ONSITE_CLI_ERROR,
                   ONSITE_CLI_ERROR_FAILED,
                   C_ ("error", "Nothing was recorded for the answer %s."),
                   answer->answer->id);
      return FALSE;
    }

  clips = dup_clips (answer);

  if (choose_codec (context) == ONSITE_CODEC_FLAC)
    return onsite_flac_file_write (library, (const char *const *) clips, &tags, file, NULL, error);

  return onsite_ogg_write (library, (const char *const *) clips, &tags, file, NULL, error);
}

static void
print_json (OnsiteCliContext *context, const OnsiteAnswerSummary *answer)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();
  g_autofree char *path = g_canonicalize_filename (context->output, NULL);
  const OnsiteCodec codec = choose_codec (context);

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", answer->answer->id);
  onsite_json_writer_add_string (writer, "file", path);
  onsite_json_writer_add_string (writer,
                                 "codec",
                                 onsite_cli_get_nick (ONSITE_TYPE_CODEC, (int) codec));
  onsite_json_writer_add_boolean (writer,
                                  "lossless",
                                  codec == ONSITE_CODEC_FLAC && is_kept_lossless (answer));
  onsite_json_writer_add_integer (writer, "duration_ms", answer->talk_ms);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autofree char *loop = NULL;
  g_autofree char *id = NULL;
  const OnsiteAnswerSummary *answer;

  if (!onsite_cli_context_check_output (context, error))
    return FALSE;
  library = onsite_cli_context_open_library (context, error);
  if (!library)
    return FALSE;
  loop = onsite_cli_resolve_answer (library, argument, &id, error);
  if (!loop)
    return FALSE;
  debrief = onsite_cli_loops_debrief (library, loop, error);
  if (!debrief)
    return FALSE;

  answer = find_answer (debrief, id);
  if (!write_answer (context, library, answer, debrief->loop->sample, error))
    return FALSE;
  if (context->json)
    print_json (context, answer);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_audio = {
  .name = "audio",
  .argument = NC_ ("argument", "ANSWER"),
  .summary = NC_ ("command",
                  "Write an answer’s recording to a file: FLAC if its name ends so, else Ogg Opus"),
  .writes_file = TRUE,
  .run = run,
};
