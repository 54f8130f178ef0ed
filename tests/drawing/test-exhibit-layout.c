/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exhibits.h"

#include <math.h>

#define RECTANGLE(array, i) (&g_array_index ((array), cairo_rectangle_t, (i)))

/* Less than a hair: what only touches does not overlap. */
#define HAIR 0.01

static gboolean
overlap (const cairo_rectangle_t *one, const cairo_rectangle_t *other)
{
  return one->x + HAIR < other->x + other->width && other->x + HAIR < one->x + one->width &&
         one->y + HAIR < other->y + other->height && other->y + HAIR < one->y + one->height;
}

static gboolean
holds (const cairo_rectangle_t *outer, const cairo_rectangle_t *inner)
{
  return inner->x >= outer->x - HAIR && inner->y >= outer->y - HAIR &&
         inner->x + inner->width <= outer->x + outer->width + HAIR &&
         inner->y + inner->height <= outer->y + outer->height + HAIR;
}

/* The room that a straight part of an arrow takes: a hair's breadth and more. */
static cairo_rectangle_t
get_part (GArray *way, guint i)
{
  const OnsiteExhibitPoint *a = &g_array_index (way, OnsiteExhibitPoint, i);
  const OnsiteExhibitPoint *b = a + 1;

  return (cairo_rectangle_t){ MIN (a->x, b->x) - 2 * HAIR,
                              MIN (a->y, b->y) - 2 * HAIR,
                              fabs (a->x - b->x) + 4 * HAIR,
                              fabs (a->y - b->y) + 4 * HAIR };
}

static gboolean
is_vertical (GArray *way, guint i)
{
  const OnsiteExhibitPoint *a = &g_array_index (way, OnsiteExhibitPoint, i);

  return fabs (a[0].x - a[1].x) < HAIR;
}

static void
assert_apart (GArray *one, GArray *other)
{
  for (guint i = 0; i < one->len; i++)
    for (guint j = one == other ? i + 1 : 0; j < other->len; j++)
      if (RECTANGLE (one, i)->width > 0 && RECTANGLE (other, j)->width > 0)
        g_assert_false (overlap (RECTANGLE (one, i), RECTANGLE (other, j)));
}

static void
check_boxes (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);
  const cairo_rectangle_t all = { 0, 0, layout->width, layout->height };

  g_assert_cmpuint (layout->boxes->len, ==, exhibit->boxes->len);
  assert_apart (layout->boxes, layout->boxes);
  for (guint i = 0; i < layout->boxes->len; i++)
    g_assert_true (holds (&all, RECTANGLE (layout->boxes, i)));
}

static void
test_boxes (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_boxes);
}

static void
check_labels (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);
  const cairo_rectangle_t all = { 0, 0, layout->width, layout->height };

  assert_apart (layout->labels, layout->labels);
  assert_apart (layout->labels, layout->boxes);
  assert_apart (layout->labels, layout->zone_labels);
  for (guint i = 0; i < exhibit->arrows->len; i++)
    {
      const OnsiteExhibitArrow *arrow = g_ptr_array_index (exhibit->arrows, i);

      g_assert_cmpint (arrow->label != NULL, ==, RECTANGLE (layout->labels, i)->width > 0);
      g_assert_true (holds (&all, RECTANGLE (layout->labels, i)));
    }
}

static void
test_labels (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_labels);
}

/* A label is on its own arrow, or right beside it, and not nearer to another. */
static void
check_belonging (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);

  for (guint i = 0; i < layout->labels->len; i++)
    {
      GArray *way = g_ptr_array_index (layout->ways, i);
      cairo_rectangle_t near = *RECTANGLE (layout->labels, i);
      gboolean is_near = near.width <= 0;

      near = (cairo_rectangle_t){ near.x - near.height / 2,
                                  near.y - near.height / 2,
                                  near.width + near.height,
                                  2 * near.height };
      for (guint j = 0; j + 1 < way->len; j++)
        {
          cairo_rectangle_t part = get_part (way, j);

          is_near = is_near || overlap (&near, &part);
        }
      g_assert_true (is_near);
    }
}

static void
test_belonging (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_belonging);
}

static void
assert_misses_boxes (const OnsiteExhibit *exhibit, const OnsiteExhibitLayout *layout, guint arrow)
{
  const OnsiteExhibitArrow *ends = g_ptr_array_index (exhibit->arrows, arrow);
  GArray *way = g_ptr_array_index (layout->ways, arrow);

  for (guint i = 0; i + 1 < way->len; i++)
    for (guint j = 0; j < exhibit->boxes->len; j++)
      {
        const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, j);
        cairo_rectangle_t part = get_part (way, i);
        gboolean may_touch = (i == 0 && g_str_equal (box->id, ends->from)) ||
                             (i + 2 == way->len && g_str_equal (box->id, ends->to));

        g_assert_true (may_touch || !overlap (&part, RECTANGLE (layout->boxes, j)));
      }
}

static void
check_ways (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);

  g_assert_cmpuint (layout->ways->len, ==, exhibit->arrows->len);
  for (guint i = 0; i < layout->ways->len; i++)
    assert_misses_boxes (exhibit, layout, i);
}

static void
test_ways (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_ways);
}

/* Arrows may cross, but not run on each other. */
static void
check_company (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);

  for (guint i = 0; i < layout->ways->len; i++)
    for (guint j = i + 1; j < layout->ways->len; j++)
      {
        GArray *one = g_ptr_array_index (layout->ways, i);
        GArray *other = g_ptr_array_index (layout->ways, j);

        for (guint k = 0; k + 1 < one->len; k++)
          for (guint l = 0; l + 1 < other->len; l++)
            {
              cairo_rectangle_t mine = get_part (one, k);
              cairo_rectangle_t theirs = get_part (other, l);

              if (is_vertical (one, k) == is_vertical (other, l))
                g_assert_false (overlap (&mine, &theirs));
            }
      }
}

static void
test_company (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_company);
}

static void
check_zones (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing)
{
  const OnsiteExhibitLayout *layout = onsite_exhibit_drawing_get_layout (drawing);

  assert_apart (layout->zones, layout->zones);
  assert_apart (layout->zone_labels, layout->boxes);
  for (guint i = 0; i < exhibit->zones->len; i++)
    {
      const OnsiteExhibitZone *zone = g_ptr_array_index (exhibit->zones, i);

      g_assert_true (holds (RECTANGLE (layout->zones, i), RECTANGLE (layout->zone_labels, i)));
      for (guint j = 0; j < exhibit->boxes->len; j++)
        {
          const OnsiteExhibitBox *box = g_ptr_array_index (exhibit->boxes, j);
          gboolean is_in = g_strcmp0 (box->zone, zone->id) == 0;

          if (is_in)
            g_assert_true (holds (RECTANGLE (layout->zones, i), RECTANGLE (layout->boxes, j)));
          else
            g_assert_false (overlap (RECTANGLE (layout->zones, i), RECTANGLE (layout->boxes, j)));
        }
    }
}

static void
test_zones (gconstpointer laid_out)
{
  exhibits_check_each ((GPtrArray *) laid_out, check_zones);
}

static void
test_transposed (void)
{
  g_autoptr (GPtrArray) packs = exhibits_load_packs ();
  PangoContext *context = exhibits_make_context ("Cantarell 11");
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (
      g_ptr_array_index (packs, packs->len - 1),
      "payments");
  g_autoptr (OnsiteExhibitDrawing) written = onsite_exhibit_drawing_new (exhibit, context, FALSE);
  g_autoptr (OnsiteExhibitDrawing) transposed = onsite_exhibit_drawing_new (exhibit, context, TRUE);
  double width, height;

  onsite_exhibit_drawing_get_size (transposed, &width, &height);
  g_assert_cmpfloat (width, <, 400);
  g_assert_true (onsite_exhibit_drawing_choose (written, transposed, 1000) == written);
  g_assert_true (onsite_exhibit_drawing_choose (written, transposed, -1) == written);
  g_assert_true (onsite_exhibit_drawing_choose (written, transposed, 340) == transposed);
  /* Where the other way is no narrower, there is nothing to be gained. */
  g_assert_true (onsite_exhibit_drawing_choose (transposed, written, 300) == transposed);
  g_object_unref (context);
}

/* Large type makes a large drawing, and no other one. */
static void
test_type (void)
{
  g_autoptr (GPtrArray) packs = exhibits_load_packs ();
  PangoContext *small = exhibits_make_context ("Cantarell 11");
  PangoContext *large = exhibits_make_context ("Cantarell 22");
  const OnsiteExhibit *exhibit = onsite_pack_find_exhibit (
      g_ptr_array_index (packs, packs->len - 1),
      "payments");
  g_autoptr (OnsiteExhibitDrawing) one = onsite_exhibit_drawing_new (exhibit, small, FALSE);
  g_autoptr (OnsiteExhibitDrawing) other = onsite_exhibit_drawing_new (exhibit, large, FALSE);
  double width, height, large_width, large_height;

  onsite_exhibit_drawing_get_size (one, &width, &height);
  onsite_exhibit_drawing_get_size (other, &large_width, &large_height);

  g_assert_cmpfloat_with_epsilon (large_width, 2 * width, width / 20);
  g_assert_cmpfloat_with_epsilon (large_height, 2 * height, height / 20);
  g_object_unref (small);
  g_object_unref (large);
}

int
main (int argc, char **argv)
{
  const char *const fonts[] = { "Cantarell 11", "Monospace 22", "Sans 7", NULL };
  g_autoptr (GPtrArray) laid_out = NULL;

  g_test_init (&argc, &argv, NULL);
  laid_out = exhibits_lay_out (fonts);

  g_test_add_data_func ("/exhibit-layout/boxes-stand-apart", laid_out, test_boxes);
  g_test_add_data_func ("/exhibit-layout/labels-overlap-neither-boxes-nor-each-other",
                        laid_out,
                        test_labels);
  g_test_add_data_func ("/exhibit-layout/a-label-is-at-its-arrow", laid_out, test_belonging);
  g_test_add_data_func ("/exhibit-layout/arrows-do-not-cross-boxes", laid_out, test_ways);
  g_test_add_data_func ("/exhibit-layout/arrows-do-not-run-on-each-other", laid_out, test_company);
  g_test_add_data_func ("/exhibit-layout/a-frame-holds-its-boxes-and-no-others",
                        laid_out,
                        test_zones);
  g_test_add_func ("/exhibit-layout/where-it-is-narrow-columns-become-rows", test_transposed);
  g_test_add_func ("/exhibit-layout/it-grows-with-its-type", test_type);

  return g_test_run ();
}
