/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-dice.h"
#include "loop/onsite-network.h"

#define N_WORKERS 4
#define N_JOBS    5
#define NO_WORK   100

/* What worker i costs for job j, or NO_WORK if it's not for them. */
typedef struct
{
  int costs[N_WORKERS][N_JOBS];
} Work;

static void
draw_work (Work *work, OnsiteDice *dice)
{
  for (guint i = 0; i < N_WORKERS; i++)
    for (guint j = 0; j < N_JOBS; j++)
      work->costs[i][j] = onsite_dice_roll (dice, 3) == 0 ? NO_WORK
                                                          : (int) onsite_dice_roll (dice, 41) - 20;
}

/* Every way there is: the most workers that find a job, and what they cost least. */
static void
try_all (const Work *work, guint worker, guint taken, int n, int cost, int *most, int *least)
{
  if (worker == N_WORKERS)
    {
      if (n > *most || (n == *most && cost < *least))
        {
          *most = n;
          *least = cost;
        }
      return;
    }

  try_all (work, worker + 1, taken, n, cost, most, least);
  for (guint j = 0; j < N_JOBS; j++)
    if (!(taken & 1u << j) && work->costs[worker][j] != NO_WORK)
      try_all (work,
               worker + 1,
               taken | 1u << j,
               n + 1,
               cost + work->costs[worker][j],
               most,
               least);
}

static int
assign (const Work *work, int *cost)
{
  guint sink = 1 + N_WORKERS + N_JOBS;
  g_autoptr (OnsiteNetwork) network = onsite_network_new (sink + 1);
  guint edges[N_WORKERS][N_JOBS] = { { 0 } };
  int n;

  for (guint i = 0; i < N_WORKERS; i++)
    onsite_network_add_edge (network, 0, 1 + i, 1, 0);
  for (guint i = 0; i < N_WORKERS; i++)
    for (guint j = 0; j < N_JOBS; j++)
      if (work->costs[i][j] != NO_WORK)
        edges[i][j] = onsite_network_add_edge (network,
                                               1 + i,
                                               1 + N_WORKERS + j,
                                               1,
                                               work->costs[i][j]);
  for (guint j = 0; j < N_JOBS; j++)
    onsite_network_add_edge (network, 1 + N_WORKERS + j, sink, 1, 0);

  n = (int) onsite_network_push (network, 0, sink, N_WORKERS);
  *cost = 0;
  for (guint i = 0; i < N_WORKERS; i++)
    for (guint j = 0; j < N_JOBS; j++)
      if (work->costs[i][j] != NO_WORK && onsite_network_get_flow (network, edges[i][j]) > 0)
        *cost += work->costs[i][j];

  return n;
}

static void
test_a_flow_is_the_cheapest_of_all (void)
{
  OnsiteDice dice;

  onsite_dice_init (&dice, 2024);
  for (guint i = 0; i < 3000; i++)
    {
      Work work;
      int most = 0, least = 0, cost;

      draw_work (&work, &dice);
      try_all (&work, 0, 0, 0, 0, &most, &least);
      g_assert_cmpint (assign (&work, &cost), ==, most);
      g_assert_cmpint (cost, ==, least);
    }
}

static void
test_no_more_flows_than_is_asked_for (void)
{
  g_autoptr (OnsiteNetwork) network = onsite_network_new (2);
  guint dear = onsite_network_add_edge (network, 0, 1, 5, 2);
  guint cheap = onsite_network_add_edge (network, 0, 1, 2, 1);

  g_assert_cmpuint (onsite_network_push (network, 0, 1, 3), ==, 3);
  g_assert_cmpuint (onsite_network_get_flow (network, cheap), ==, 2);
  g_assert_cmpuint (onsite_network_get_flow (network, dear), ==, 1);
  g_assert_cmpuint (onsite_network_push (network, 0, 1, 9), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network/a-flow-is-the-cheapest-of-all", test_a_flow_is_the_cheapest_of_all);
  g_test_add_func ("/network/no-more-flows-than-is-asked-for",
                   test_no_more_flows_than_is_asked_for);

  return g_test_run ();
}
