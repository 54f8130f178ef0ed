/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loop/onsite-plan.h"

G_BEGIN_DECLS

/* The pack that is built in, and the smallest with which a loop can be run. */
OnsitePack *plans_load_builtin (void);
OnsitePack *plans_load_tiny (void);
/* The tiny pack, with a curveball for each question, and time for it. */
OnsitePack *plans_load_throwing (void);
/* A plan that has to succeed. */
OnsiteLoop *plans_draw (const OnsitePlanRequest *request);
/* All of a loop but its fresh ids, as text. */
char *plans_describe (const OnsiteLoop *loop);
const OnsiteRound *plans_get_round (const OnsiteLoop *loop, guint index);
const OnsiteQuestion *plans_get_question (OnsitePack *pack, const OnsiteRound *round, guint index);
/* As if all of the loop had been asked then, and this principle been covered. */
void plans_remember (GPtrArray *history,
                     const OnsiteLoop *loop,
                     gint64 asked_at_us,
                     const char *covered);
gboolean plans_has (char **ids, const char *id);
/* When the question was asked last, G_MININT64 if never. */
gint64 plans_get_asked_at_us (GPtrArray *history, const char *question);
gboolean plans_is_covered (GPtrArray *history, const char *principle);

G_END_DECLS
