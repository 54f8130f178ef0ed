/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-player.h"

#include "onsite-clip-library.h"
#include "onsite-ear.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

G_BEGIN_DECLS

#define MS (ONSITE_AUDIO_RATE / 1000)

/* A player, what is to be played by it, and what came of that. */
typedef struct
{
  OnsiteClipLibrary *clips;
  OnsitePlayer *player;
  GArray *sound;
  OnsiteEar ear;
  guint n_ended;
  GError *failure;
  GArray *positions_ms; /* (element-type gint64): that were told */
} PlayerFixture;

/* @codec: an OnsiteCodec. */
void player_fixture_set_up (PlayerFixture *fixture, gconstpointer codec);
void player_fixture_tear_down (PlayerFixture *fixture, gconstpointer unused);
/* Takes notice of what @player tells. */
void player_fixture_follow (PlayerFixture *fixture, OnsitePlayer *player);
const gint16 *player_fixture_sound_at (PlayerFixture *fixture, gsize ms);
/* Until it can be played: a clip; a new one of all the sound. */
void player_fixture_load (PlayerFixture *fixture, const char *clip);
void player_fixture_load_sound (PlayerFixture *fixture);

#define PLAYER_FIXTURE_ADD_FOR(codec, function)       \
  g_test_add ("/audio/player/" #codec "/" #function,  \
              PlayerFixture,                          \
              GINT_TO_POINTER (ONSITE_CODEC_##codec), \
              player_fixture_set_up,                  \
              test_##function,                        \
              player_fixture_tear_down)

#define ADD(function) PLAYER_FIXTURE_ADD_FOR (OPUS, function)

#define ADD_BOTH(function)                 \
  PLAYER_FIXTURE_ADD_FOR (OPUS, function); \
  PLAYER_FIXTURE_ADD_FOR (FLAC, function)

G_END_DECLS
