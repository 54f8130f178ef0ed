/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-clip-reader.h"
#include "onsite-audio.h"
#include "onsite-playback.h"

G_BEGIN_DECLS

/** ONSITE_DECK_NO_SEEK: stay where it is. */
#define ONSITE_DECK_NO_SEEK (-1)

/**
 * OnsiteDeck:
 *
 * One clip's pipeline and what it is to do. A worker brings that about, so that
 * nobody waits for the pipeline: of wishes that come faster, the last counts.
 */
typedef struct _OnsiteDeck OnsiteDeck;

/**
 * OnsiteDeckFunc:
 * @owner: (type GObject): whose deck it is; alive
 * @generation: what onsite_deck_new() was given
 * @n_seek: after which seek; see onsite_deck_is_current()
 * @error: (nullable): why it failed; %NULL if the clip has been played to its end
 *
 * What the pipeline tells, in the owner's context.
 */
typedef void (*OnsiteDeckFunc) (gpointer owner,
                                guint generation,
                                guint n_seek,
                                const GError *error);

/**
 * onsite_deck_new_worker:
 *
 * Returns: (transfer full): what does the work of decks, one piece after another
 */
GThreadPool *onsite_deck_new_worker (void);

/**
 * onsite_deck_new:
 * @owner: (type GObject): whose deck it is; held weakly
 * @generation: tells it apart from the owner's others
 * @context: where @told is called
 * @told: called when the clip has ended or failed
 *
 * Returns: (transfer full): a deck with nothing on it
 */
OnsiteDeck *
onsite_deck_new (gpointer owner, guint generation, GMainContext *context, OnsiteDeckFunc told);

/**
 * onsite_deck_ref:
 * @self: a deck
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
OnsiteDeck *onsite_deck_ref (OnsiteDeck *self);

/**
 * onsite_deck_unref:
 * @self: (transfer full): a deck
 *
 * Gives a reference back, from any thread. What has a clip on it goes by
 * onsite_deck_drop(), which doesn't wait for the pipeline.
 */
void onsite_deck_unref (OnsiteDeck *self);

/**
 * onsite_deck_load:
 * @self: a deck with nothing on it
 * @library: where the clip is
 * @clip: a clip's id
 * @peaks: (nullable): of the clip, to skip silences by
 * @sink: makes the loudspeaker
 * @sink_data: passed to @sink
 * @cancellable: ends the loading
 * @error: return location
 *
 * Puts a clip on it, paused at its start. Blocks on the disk and the pipeline.
 *
 * Returns: whether it could
 */
gboolean onsite_deck_load (OnsiteDeck *self,
                           OnsiteLibrary *library,
                           const char *clip,
                           GBytes *peaks,
                           OnsiteSinkFunc sink,
                           gpointer sink_data,
                           GCancellable *cancellable,
                           GError **error);

/**
 * onsite_deck_get_playback:
 * @self: a deck with a clip on it
 *
 * Returns: (transfer none): the clip's pipeline
 */
OnsitePlayback *onsite_deck_get_playback (OnsiteDeck *self);

/**
 * onsite_deck_want:
 * @self: a deck with a clip on it
 * @worker: does it
 * @playing: whether it is to play
 * @rate: how fast, from the next seek on
 * @skip_silence: whether silences are left out, from the next seek on
 * @seek_sample: where to go, or %ONSITE_DECK_NO_SEEK
 * @sink: (nullable) (transfer floating): what plays in place of the sink that there is;
 *   goes with a seek
 */
void onsite_deck_want (OnsiteDeck *self,
                       GThreadPool *worker,
                       gboolean playing,
                       double rate,
                       gboolean skip_silence,
                       gint64 seek_sample,
                       GstElement *sink);

/**
 * onsite_deck_is_seeking:
 * @self: a deck
 *
 * Returns: whether a seek waits or is being done, so that where it is says nothing
 */
gboolean onsite_deck_is_seeking (OnsiteDeck *self);

/**
 * onsite_deck_get_wait_us:
 * @self: a deck
 *
 * Returns: for how long something has been wanted while the worker came to nothing; 0 if
 *   all is done
 */
gint64 onsite_deck_get_wait_us (OnsiteDeck *self);

/**
 * onsite_deck_is_current:
 * @self: a deck
 * @n_seek: what #OnsiteDeckFunc was told
 *
 * Returns: whether nothing has been sought since
 */
gboolean onsite_deck_is_current (OnsiteDeck *self, guint n_seek);

/**
 * onsite_deck_drop:
 * @self: (transfer full): a deck
 * @worker: stops it
 *
 * Lets go of a deck without waiting for its pipeline.
 */
void onsite_deck_drop (OnsiteDeck *self, GThreadPool *worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteDeck, onsite_deck_unref)

G_END_DECLS
