/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-encode.h"
#include "audio/onsite-voice.h"
#include "onsite-cli-format.h"
#include "onsite-sample.h"
#include "rehearsal/onsite-library-sink.h"

#define VOICE_RATE 1.0

/* What is said in one turn. */
typedef struct
{
  const OnsiteTake *take;
  guint turn;
  GBytes *samples;
  guint sample_rate;
} Speech;

static void
speech_free (Speech *self)
{
  g_bytes_unref (self->samples);
  g_free (self);
}

static Speech *
render_turn (OnsitePack *pack, const OnsiteAnswer *answer, guint turn, GError **error)
{
  const char *language = onsite_pack_get_language (pack);
  /* The last voice is the one that interviewers are given last. */
  guint speaker = MAX (onsite_voice_get_n_speakers (language), 1) - 1;
  g_autofree char *words = onsite_sample_dup_words (pack, answer, turn);
  guint sample_rate = 0;
  GBytes *samples = onsite_voice_render (words, language, speaker, VOICE_RATE, &sample_rate, error);
  Speech *speech;

  if (!samples)
    return NULL;

  speech = g_new0 (Speech, 1);
  speech->take = onsite_answer_get_current_take (answer);
  speech->turn = turn;
  speech->samples = samples;
  speech->sample_rate = sample_rate;

  return speech;
}

static gboolean
render_answer (GPtrArray *speeches, OnsitePack *pack, const OnsiteAnswer *answer, GError **error)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  for (guint i = 0; i < take->turns->len; i++)
    {
      Speech *speech = render_turn (pack, answer, i, error);

      if (!speech)
        return FALSE;
      g_ptr_array_add (speeches, speech);
    }

  return TRUE;
}

static GPtrArray *
render_loop (OnsitePack *pack, const OnsiteLoop *loop, GError **error)
{
  g_autoptr (GPtrArray) speeches = g_ptr_array_new_with_free_func ((GDestroyNotify) speech_free);

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        if (!render_answer (speeches, pack, g_ptr_array_index (round->answers, j), error))
          return NULL;
    }

  return g_steal_pointer (&speeches);
}

static gboolean
store_speech (OnsiteLibrarySink *sink, const Speech *speech, GError **error)
{
  g_autofree char *clip = g_uuid_string_random ();
  gsize size;
  const gint16 *samples = g_bytes_get_data (speech->samples, &size);

  onsite_library_sink_expect (sink,
                              clip,
                              speech->take->id,
                              speech->turn,
                              speech->take->created_at_us);

  return onsite_audio_encode_clip (samples,
                                   size / sizeof *samples,
                                   speech->sample_rate,
                                   clip,
                                   onsite_library_sink_get_functions (),
                                   sink,
                                   error);
}

static gboolean
store_loop (OnsiteLibrary *library,
            OnsitePack *pack,
            const OnsiteLoop *loop,
            GPtrArray *speeches,
            GError **error)
{
  g_autoptr (OnsiteLibrarySink) sink = onsite_library_sink_new (library, NULL, NULL);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_loop (change, loop, onsite_pack_get_bytes (pack));
  if (!onsite_library_commit (library, change, error))
    return FALSE;

  for (guint i = 0; i < speeches->len; i++)
    if (!store_speech (sink, g_ptr_array_index (speeches, i), error))
      return FALSE;

  return TRUE;
}

static void
print_id (OnsiteCliContext *context, const OnsiteLoop *loop)
{
  g_autoptr (OnsiteJsonWriter) writer = NULL;

  if (!context->json)
    {
      onsite_cli_context_print (context, "%s\n", loop->id);
      return;
    }

  writer = onsite_json_writer_new ();
  onsite_json_writer_begin_object (writer);
  onsite_cli_write_string (writer, "id", loop->id);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsitePack) pack = onsite_cli_context_load_pack (context, error);
  g_autoptr (OnsiteLoop) loop = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (GPtrArray) speeches = NULL;
  g_autofree char *path = onsite_cli_context_dup_library_path (context);

  if (!pack)
    return FALSE;
  loop = onsite_sample_new (pack, g_get_real_time (), error);
  if (!loop)
    return FALSE;
  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, error);
  if (!library)
    return FALSE;
  speeches = render_loop (pack, loop, error);
  if (!speeches)
    return FALSE;
  if (!store_loop (library, pack, loop, speeches, error) || !onsite_library_close (library, error))
    return FALSE;

  print_id (context, loop);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_sample = {
  .name = "sample",
  .summary = NC_ ("command", "Make a loop to look around in, and print its id"),
  .run = run,
};
