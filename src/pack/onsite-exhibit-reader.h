/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-layout.h"
#include "json/onsite-json-reader.h"

G_BEGIN_DECLS

/* The fields of texts of an exhibit, and those of a risk, whose levels the pack has. */
extern const OnsitePackField onsite_exhibit_fields[];
extern const OnsitePackField onsite_exhibit_risk_fields[];

/**
 * onsite_exhibit_read:
 * @reader: a reader of an exhibit
 * @part: the #OnsiteExhibit to fill
 *
 * Reads the zones, boxes, arrows and risks of an exhibit. Whether they fit
 * together is for onsite_exhibit_check().
 */
void onsite_exhibit_read (OnsiteJsonReader *reader, gpointer part);

/**
 * onsite_exhibit_clear:
 * @part: an #OnsiteExhibit
 *
 * Frees its zones, boxes, arrows and risks.
 */
void onsite_exhibit_clear (gpointer part);

G_END_DECLS
