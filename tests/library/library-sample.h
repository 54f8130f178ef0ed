/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-fixture.h"

#define SAMPLE_CLIP    "5a6b0c1d-0000-4000-8000-00000000c11b"
#define SAMPLE_SESSION "{\"version\": 1}"

/* How many chunks the clip of the sample has. */
#define SAMPLE_CHUNKS 12

/* A loop with something of everything, the same each time: what the fixture of
 * each schema version holds. */
OnsiteLoop *library_sample_make_loop (void);
/* What a coach said of it. */
OnsiteReview *library_sample_make_review (void);
/* What was handed on of it, which that answers. */
OnsiteExportRecord *library_sample_make_export (void);
/* Puts all into a library, with a session, a clip and a mark. */
void library_sample_add (Fixture *fixture);
/* Asserts that a library holds it. */
void library_sample_assert (Fixture *fixture);
/* Puts the fixture of @version where a library was. */
void library_sample_remake (Fixture *fixture, guint version);
