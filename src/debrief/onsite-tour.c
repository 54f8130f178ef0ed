/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-tour.h"

static void
opinion_free (OnsiteTourOpinion *self)
{
  g_ptr_array_unref (self->comments);
  g_free (self);
}

static void
clip_free (OnsiteTourClip *self)
{
  g_ptr_array_unref (self->opinions);
  g_free (self);
}

static int
compare_comments (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteReviewComment *one = *(OnsiteReviewComment *const *) a;
  const OnsiteReviewComment *other = *(OnsiteReviewComment *const *) b;

  return (one->from_ms > other->from_ms) - (one->from_ms < other->from_ms);
}

static int
compare_opinions (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteTourOpinion *one = *(OnsiteTourOpinion *const *) a;
  const OnsiteTourOpinion *other = *(OnsiteTourOpinion *const *) b;

  return (one->stop->distance < other->stop->distance) -
         (one->stop->distance > other->stop->distance);
}

static guint
find_place (const OnsiteTourClip *clip)
{
  guint place = 0;

  g_ptr_array_find (clip->answer->answer->takes, clip->take, &place);

  return place;
}

/* No two are equal, since each recording is there once. */
static int
compare_clips (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteTourClip *one = *(OnsiteTourClip *const *) a;
  const OnsiteTourClip *other = *(OnsiteTourClip *const *) b;

  if (one->distance < other->distance || one->distance > other->distance)
    return one->distance < other->distance ? 1 : -1;
  if (one->answer->index != other->answer->index)
    return one->answer->index < other->answer->index ? -1 : 1;
  if (one->take != other->take)
    return find_place (one) < find_place (other) ? -1 : 1;

  return one->turn < other->turn ? -1 : 1;
}

/* It keeps the order of equals. */
static void
sort (GPtrArray *array, GCompareDataFunc compare)
{
  if (array->len > 1)
    g_qsort_with_data (array->pdata, (int) array->len, sizeof (gpointer), compare, NULL);
}

static GPtrArray *
list_comments (const OnsiteTourStop *stop)
{
  const OnsiteTurn *turn = g_ptr_array_index (stop->take->turns, stop->turn);
  GPtrArray *comments = g_ptr_array_new ();

  for (guint i = 0; i < stop->said->comments->len; i++)
    {
      OnsiteReviewComment *comment = g_ptr_array_index (stop->said->comments, i);

      if (g_str_equal (comment->clip, turn->clip->id))
        g_ptr_array_add (comments, comment);
    }
  sort (comments, compare_comments);

  return comments;
}

static OnsiteTourClip *
find_clip (GPtrArray *tour, const OnsiteTourStop *stop)
{
  OnsiteTourClip *clip;

  for (guint i = 0; i < tour->len; i++)
    {
      clip = g_ptr_array_index (tour, i);
      if (clip->take == stop->take && clip->turn == stop->turn)
        return clip;
    }

  clip = g_new0 (OnsiteTourClip, 1);
  clip->answer = stop->answer;
  clip->take = stop->take;
  clip->turn = stop->turn;
  clip->opinions = g_ptr_array_new_with_free_func ((GDestroyNotify) opinion_free);
  g_ptr_array_add (tour, clip);

  return clip;
}

static void
add_stop (GPtrArray *tour, const OnsiteReview *review, const OnsiteTourStop *stop)
{
  OnsiteTourClip *clip = find_clip (tour, stop);
  OnsiteTourOpinion *opinion = g_new0 (OnsiteTourOpinion, 1);

  opinion->review = review;
  opinion->stop = stop;
  opinion->comments = list_comments (stop);
  clip->distance = MAX (clip->distance, stop->distance);
  g_ptr_array_add (clip->opinions, opinion);
}

GPtrArray *
onsite_tour_new (GPtrArray *agreements)
{
  GPtrArray *tour = g_ptr_array_new_with_free_func ((GDestroyNotify) clip_free);

  for (guint i = 0; i < agreements->len; i++)
    {
      const OnsiteAgreement *agreement = g_ptr_array_index (agreements, i);

      for (guint j = 0; j < agreement->tour->len; j++)
        add_stop (tour, agreement->review, g_ptr_array_index (agreement->tour, j));
    }
  for (guint i = 0; i < tour->len; i++)
    sort (((OnsiteTourClip *) tour->pdata[i])->opinions, compare_opinions);
  sort (tour, compare_clips);

  return tour;
}
