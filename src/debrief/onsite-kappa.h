/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteScorePair:
 * @self: what the candidate gave, from 1 to 5
 * @coach: what the coach gave the same thing
 *
 * One thing that two people rated.
 */
typedef struct
{
  guint self;
  guint coach;
} OnsiteScorePair;

/**
 * OnsiteKappaState:
 * @ONSITE_KAPPA_DEFINED: it says something
 * @ONSITE_KAPPA_TOO_FEW: fewer than two things were rated by both, of which chance
 *   agreement can't be told
 * @ONSITE_KAPPA_NO_SPREAD: one of the two gave the same score throughout, or both did:
 *   then it is 0, or 0 / 0, whatever the other gave, and says nothing of how well they
 *   agree (Feinstein and Cicchetti, “High agreement but low kappa: I. The problems of two
 *   paradoxes”, Journal of Clinical Epidemiology 43 (1990), 543–549)
 *
 * Whether a kappa says anything.
 */
typedef enum
{
  ONSITE_KAPPA_DEFINED,
  ONSITE_KAPPA_TOO_FEW,
  ONSITE_KAPPA_NO_SPREAD,
} OnsiteKappaState;

/**
 * OnsiteKappa:
 * @state: whether @value says anything
 * @value: from -1 to 1: 1 where both gave the same throughout, 0 where they agree as
 *   often as by chance; 0 unless @state is %ONSITE_KAPPA_DEFINED
 * @bias: the mean of what the candidate gave less what the coach gave: above 0 where the
 *   candidate is the milder; 0 without pairs
 * @n: how many pairs both come from
 *
 * How well two people agree.
 */
typedef struct
{
  OnsiteKappaState state;
  double value;
  double bias;
  guint n;
} OnsiteKappa;

/**
 * onsite_kappa_compute:
 * @pairs: (element-type OnsiteScorePair): what both gave
 *
 * Computes Cohen's weighted kappa with quadratic weights: 1 − Σ w·o / Σ w·e, where o is
 * how often a pair of scores was given, e how often it would be by chance (the product
 * of how often each person gives each score), and w the square of their distance. (J.
 * Cohen, “Weighted kappa: nominal scale agreement with provision for scaled disagreement
 * or partial credit”, Psychological Bulletin 70 (1968), 213–220; for why squares, J. L.
 * Fleiss and J. Cohen, “The equivalence of weighted kappa and the intraclass correlation
 * coefficient as measures of reliability”, Educational and Psychological Measurement 33
 * (1973), 613–619.) Everything is counted in whole numbers up to the last division.
 *
 * Returns: it
 */
OnsiteKappa onsite_kappa_compute (GArray *pairs);

G_END_DECLS
