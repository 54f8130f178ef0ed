/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survivor.h"

#include "library/onsite-library-check.h"
#include "onsite-wait.h"
#include "rehearsal/onsite-rehearsal.h"
#include "upkeep/onsite-clip-check.h"

static void
assert_can_go_on (const OnsiteStoredLoop *stored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (stored->pack,
                                                            stored->loop->pack_id,
                                                            &error);
  g_autoptr (OnsiteOutline) outline = NULL;
  OnsiteSession session;

  g_assert_no_error (error);
  outline = onsite_outline_new (stored->loop, pack, &error);
  g_assert_no_error (error);
  onsite_session_from_json (stored->session, outline, 0, &session, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_session_is_interrupted (&session));
  /* Sound goes before the session, which may not have got to the answer yet. */
  g_assert_cmpint (session.paused_phase, <=, ONSITE_PHASE_ANSWERING);
}

static void
assert_sound (OnsiteLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = onsite_library_check (library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static gint64
check_clip (OnsiteLibrary *library, const OnsiteClip *clip)
{
  g_autoptr (GError) error = NULL;
  gint64 duration_ms;

  g_assert_cmpint (clip->state, ==, ONSITE_CLIP_RECOVERED);
  g_assert_null (onsite_clip_check (library, clip->id, &duration_ms, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (duration_ms, ==, clip->n_samples / 48);

  return duration_ms;
}

/* None, if the first commit of the answer was still to come. */
static const OnsiteClip *
find_clip (const OnsiteLoop *loop)
{
  const OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);
  const OnsiteTake *take = onsite_answer_get_current_take (g_ptr_array_index (round->answers, 0));

  return take != NULL ? ((OnsiteTurn *) g_ptr_array_index (take->turns, 0))->clip : NULL;
}

static gint64
check_loop (OnsiteLibrary *library, const char *loop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = onsite_library_load_loop (library, loop, &error);
  const OnsiteClip *clip;

  g_assert_no_error (error);
  clip = find_clip (stored->loop);
  if (clip == NULL)
    return 0;

  assert_can_go_on (stored);

  return check_clip (library, clip);
}

gint64
survivor_check (const char *folder, const char *loop)
{
  g_autofree char *path = g_build_filename (folder, "library.onsite", NULL);
  g_autoptr (GError) error = NULL;
  OnsiteLibrary *library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  gint64 kept_ms;

  g_assert_no_error (error);
  assert_sound (library);
  kept_ms = check_loop (library, loop);
  g_assert_true (onsite_library_close (library, NULL));
  onsite_wait_finalize (library);

  return kept_ms;
}
