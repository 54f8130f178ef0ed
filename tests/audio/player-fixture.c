/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "player-fixture.h"

static void
on_ended (OnsitePlayer *player, PlayerFixture *fixture)
{
  fixture->n_ended++;
}

static void
on_failed (OnsitePlayer *player, const GError *error, PlayerFixture *fixture)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
on_position (OnsitePlayer *player, GParamSpec *property, PlayerFixture *fixture)
{
  const gint64 position_ms = onsite_player_get_position_ms (player);

  g_array_append_val (fixture->positions_ms, position_ms);
}

void
player_fixture_follow (PlayerFixture *fixture, OnsitePlayer *player)
{
  g_signal_connect (player, "ended", G_CALLBACK (on_ended), fixture);
  g_signal_connect (player, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (player, "notify::position-ms", G_CALLBACK (on_position), fixture);
}

void
player_fixture_set_up (PlayerFixture *fixture, gconstpointer codec)
{
  fixture->clips = onsite_clip_library_new_with_codec ((OnsiteCodec) GPOINTER_TO_INT (codec));
  fixture->sound = onsite_signal_make_babble (3950 * MS, ONSITE_AUDIO_RATE, 3);
  fixture->positions_ms = g_array_new (FALSE, FALSE, sizeof (gint64));
  onsite_ear_init (&fixture->ear);
  fixture->player = onsite_player_new (onsite_ear_make_sink, &fixture->ear, NULL);
  player_fixture_follow (fixture, fixture->player);
}

void
player_fixture_tear_down (PlayerFixture *fixture, gconstpointer unused)
{
  onsite_wait_finalize (fixture->player);
  /* The pipelines come to their end after the player, in its worker. */
  onsite_wait_for (g_atomic_int_get (&fixture->ear.n_sinks) == 0);
  onsite_clip_library_free (fixture->clips);
  onsite_ear_clear (&fixture->ear);
  g_array_unref (fixture->sound);
  g_array_unref (fixture->positions_ms);
  g_clear_error (&fixture->failure);
}

const gint16 *
player_fixture_sound_at (PlayerFixture *fixture, gsize ms)
{
  return &g_array_index (fixture->sound, gint16, ms * MS);
}

void
player_fixture_load (PlayerFixture *fixture, const char *clip)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            clip,
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_player_load_finish (fixture->player, result, &error));
  g_assert_no_error (error);
}

void
player_fixture_load_sound (PlayerFixture *fixture)
{
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   player_fixture_sound_at (fixture, 0),
                                                   fixture->sound->len);

  player_fixture_load (fixture, clip);
}
