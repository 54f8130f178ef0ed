/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-repair.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-library-files.h"
#include "library/onsite-rescue.h"
#include "onsite-packet-row.h"
#include "onsite-remeasure.h"
#include "onsite-words.h"
#include "pack/onsite-builtin-packs.h"
#include "pack/onsite-pack-store.h"


/* How the time is shared between saving, measuring anew what lost something, and looking
 * at what was saved. */
#define SHARE_OF_SAVING    0.4
#define SHARE_OF_MEASURING 0.2

typedef struct
{
  OnsiteProgressFunc progress;
  gpointer user_data;
} Telling;

static void
tell_of_saving (double fraction, gpointer data)
{
  Telling *self = data;

  if (self->progress)
    self->progress (SHARE_OF_SAVING * fraction, self->user_data);
}

static void
tell_of_measuring (double fraction, Telling *self)
{
  if (self->progress)
    self->progress (SHARE_OF_SAVING + SHARE_OF_MEASURING * fraction, self->user_data);
}

static void
tell_of_checking (double fraction, gpointer data)
{
  const double before = SHARE_OF_SAVING + SHARE_OF_MEASURING;
  Telling *self = data;

  if (self->progress)
    self->progress (before + (1 - before) * fraction, self->user_data);
}

static gboolean
is_sound (const OnsiteChunk *chunk)
{
  gint64 n_packed = (gint64) onsite_packet_row_count (chunk->packets) * ONSITE_PACKET_SAMPLES;

  return chunk->n_samples <= n_packed && chunk->n_samples > n_packed - ONSITE_PACKET_SAMPLES &&
         onsite_packet_row_is_sound (chunk->packets);
}

static void
pack_free (OnsiteMendPack *self)
{
  g_free (self->id);
  g_free (self->hash);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static OnsiteMendPack *
wrap_pack (OnsitePack *pack)
{
  OnsiteMendPack *self = g_new0 (OnsiteMendPack, 1);

  self->id = g_strdup (onsite_pack_get_id (pack));
  self->hash = g_strdup (onsite_pack_get_hash (pack));
  self->bytes = g_bytes_ref (onsite_pack_get_bytes (pack));

  return self;
}

static void
words_clear (OnsiteMendWords *self)
{
  g_free (self->question);
  g_free (self->interviewer);
  g_free (self->round);
  g_free (self->level);
  g_ptr_array_unref (self->packs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnsiteMendWords, words_clear)

static OnsiteMendWords
make_words (GPtrArray *packs)
{
  OnsitePack *first = g_ptr_array_index (packs, 0);
  const OnsiteRoundKind *round = g_ptr_array_index (onsite_pack_get_round_kinds (first), 0);
  const OnsiteLevel *level = g_ptr_array_index (onsite_pack_get_levels (first), 0);
  OnsiteMendWords self = { 0 };

  self.question = g_strdup (C_ ("repair", "A question that was lost"));
  self.interviewer = g_strdup (C_ ("repair", "Interviewer"));
  self.round = g_strdup (round->id);
  self.level = g_strdup (level->id);
  self.packs = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_free);
  for (guint i = 0; i < packs->len; i++)
    g_ptr_array_add (self.packs, wrap_pack (g_ptr_array_index (packs, i)));

  return self;
}

static void
add_loss (OnsiteRepair *self, OnsiteFindingKind kind, char *text)
{
  g_ptr_array_add (self->losses, onsite_finding_new (kind, NULL, text));
}

static void
add_count (OnsiteRepair *self, OnsiteFindingKind kind, guint count, const char *label)
{
  if (count > 0)
    add_loss (self,
              kind,
              /* Translators: what it is, and how many. */
              g_strdup_printf (C_ ("loss", "%s: %u"),
                               g_dpgettext2 (GETTEXT_PACKAGE, "loss", label),
                               count));
}

static void
add_lost_sound (OnsiteRepair *self, const OnsiteLostSound *lost)
{
  g_autofree char *time = onsite_words_for_time (lost->at_samples * 1000 / ONSITE_SAMPLE_RATE);
  double seconds = (double) lost->n_samples / ONSITE_SAMPLE_RATE;
  OnsiteFinding *finding;
  char *text;

  if (lost->is_all)
    text = g_strdup_printf (C_ ("loss", "Nothing is left of a recording of %.1f s."), seconds);
  else
    text = g_strdup_printf (C_ ("loss", "%.1f s of sound are lost at %s."), seconds, time);

  finding = onsite_finding_new (lost->is_all ? ONSITE_FINDING_GONE_CLIP : ONSITE_FINDING_CUT_CLIP,
                                lost->clip,
                                text);
  finding->place = onsite_words_for_place (lost->place);
  g_ptr_array_add (self->losses, finding);
}

static void
add_losses (OnsiteRepair *self, const OnsiteRescue *rescue)
{
  const guint *made_up = rescue->mend.n_made_up;

  add_count (self,
             ONSITE_FINDING_FILE,
             rescue->salvage.n_damaged,
             NC_ ("loss", "Damaged parts of the file, of 4 KB each"));
  add_count (self,
             ONSITE_FINDING_FILE,
             rescue->salvage.n_missing,
             NC_ ("loss", "Parts that are missing at the end of the file"));
  for (guint i = 0; i < rescue->lost->len; i++)
    add_lost_sound (self, g_ptr_array_index (rescue->lost, i));
  add_count (self,
             ONSITE_FINDING_MADE_UP,
             made_up[ONSITE_MEND_LOOP],
             NC_ ("loss", "Loops of which only the contents were saved"));
  add_count (self,
             ONSITE_FINDING_MADE_UP,
             made_up[ONSITE_MEND_ROUND],
             NC_ ("loss", "Rounds of which only the answers were saved"));
  add_count (self,
             ONSITE_FINDING_MADE_UP,
             made_up[ONSITE_MEND_ANSWER],
             NC_ ("loss", "Answers of which the question, the story and the note are lost"));
  add_count (self,
             ONSITE_FINDING_MADE_UP,
             made_up[ONSITE_MEND_TAKE],
             NC_ ("loss", "Takes that are known by their recordings only"));
  add_count (self,
             ONSITE_FINDING_OTHER_PACK,
             rescue->mend.n_other_packs,
             NC_ ("loss", "Loops whose questions are shown as another pack has them"));
  add_count (self,
             ONSITE_FINDING_CUT_TEXT,
             rescue->salvage.n_cut,
             NC_ ("loss", "Entries with a text that ends where it is damaged"));
  add_count (self,
             ONSITE_FINDING_DROPPED,
             rescue->mend.n_dropped,
             NC_ ("loss", "Entries that belong to something of which nothing is left"));
}

/* To open it gives back what was never ended, as after a crash. */
static gboolean
settle (const char *path, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_library_open (path,
                                                           ONSITE_LIBRARY_OPEN_DEFAULT,
                                                           error);

  return library && onsite_library_close (library, error);
}

static GPtrArray *
list_to_measure (const char *path, GPtrArray *lost, GError **error)
{
  g_auto (GStrv) bare = onsite_measured_list_without_peaks (path, error);
  GPtrArray *clips;

  if (!bare)
    return NULL;

  clips = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; bare[i]; i++)
    g_ptr_array_add (clips, g_strdup (bare[i]));
  for (guint i = 0; i < lost->len; i++)
    {
      const OnsiteLostSound *sound = g_ptr_array_index (lost, i);

      if (!sound->is_all &&
          !g_ptr_array_find_with_equal_func (clips, sound->clip, g_str_equal, NULL))
        g_ptr_array_add (clips, g_strdup (sound->clip));
    }

  return clips;
}

static GPtrArray *
measure_clips (const char *path,
               GPtrArray *clips,
               Telling *telling,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) measured = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_measured_free);
  g_autoptr (OnsiteLibrary) library = onsite_library_open (path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           error);

  if (!library)
    return NULL;

  for (guint i = 0; i < clips->len; i++)
    {
      const char *clip = g_ptr_array_index (clips, i);
      OnsiteMeasured *one = onsite_remeasure_clip (library, clip, cancellable, error);

      if (!one)
        break;
      g_ptr_array_add (measured, one);
      tell_of_measuring ((double) (i + 1) / clips->len, telling);
    }
  onsite_library_close (library, NULL);

  return measured->len == clips->len ? g_steal_pointer (&measured) : NULL;
}

/* What lost something sounds and looks otherwise than it was measured. */
static gboolean
measure (const char *path,
         GPtrArray *lost,
         Telling *telling,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) clips = list_to_measure (path, lost, error);
  g_autoptr (GPtrArray) measured = NULL;

  if (!clips || clips->len == 0)
    return clips != NULL;
  measured = measure_clips (path, clips, telling, cancellable, error);

  return measured && onsite_measured_keep (path, measured, error);
}

static OnsiteCheck *
check (const char *path, Telling *telling, GCancellable *cancellable, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_library_open (path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           error);
  OnsiteCheck *result;

  if (!library)
    return NULL;

  result = onsite_check_run (library, tell_of_checking, telling, cancellable, error);
  onsite_library_close (library, NULL);

  return result;
}

static OnsitePack *
load_default (GError **error)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();

  return onsite_pack_load (file, NULL, error);
}

GPtrArray *
onsite_repair_list_packs (OnsitePack *first, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_pack_unref);
  g_autoptr (OnsitePackStore) store = onsite_pack_store_new_for_user ();
  OnsitePack *pack = first ? onsite_pack_ref (first) : load_default (error);

  if (!pack)
    return NULL;
  g_ptr_array_add (packs, pack);
  if (!onsite_pack_store_load (store, NULL, error))
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (OnsitePackEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (onsite_pack_entry_get_pack (entry))
        g_ptr_array_add (packs, onsite_pack_ref (onsite_pack_entry_get_pack (entry)));
    }

  return g_steal_pointer (&packs);
}

OnsiteRepair *
onsite_repair_run (const char *damaged,
                   const char *path,
                   GPtrArray *packs,
                   OnsiteProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (OnsiteMendWords) words = make_words (packs);
  g_autoptr (OnsiteRepair) self = g_new0 (OnsiteRepair, 1);
  g_autoptr (OnsiteRescue) rescue = NULL;
  Telling telling = { progress, user_data };

  self->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_finding_free);
  rescue = onsite_rescue_run (damaged,
                              path,
                              &words,
                              is_sound,
                              tell_of_saving,
                              &telling,
                              cancellable,
                              error);
  if (!rescue)
    return NULL;

  if (settle (path, error) && measure (path, rescue->lost, &telling, cancellable, error))
    self->check = check (path, &telling, cancellable, error);
  if (!self->check)
    {
      onsite_library_files_remove (path);
      return NULL;
    }

  self->n_pages = rescue->salvage.n_pages;
  self->n_damaged = rescue->salvage.n_damaged;
  add_losses (self, rescue);

  return g_steal_pointer (&self);
}

void
onsite_repair_free (OnsiteRepair *self)
{
  g_ptr_array_unref (self->losses);
  g_clear_pointer (&self->check, onsite_check_free);
  g_free (self);
}
