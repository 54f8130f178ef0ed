/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SAMPLE_OFFER (onsite_sample_offer_get_type ())

/**
 * OnsiteSampleOffer:
 *
 * Offers to somebody who is new here a loop to look around in: a button, and
 * while the loop is being made how far it is, with a way to cancel.
 *
 * Property: "making" (boolean, read only).
 * Signals: "made" (string): the id of the loop, which is in the library now;
 * "failed" (GError): there is none.
 */
G_DECLARE_FINAL_TYPE (OnsiteSampleOffer, onsite_sample_offer, ONSITE, SAMPLE_OFFER, AdwBin)

/**
 * onsite_sample_offer_set_context:
 * @self: an offer
 * @context: the program's context; held
 *
 * Says where the loop is to go. To be called once; nothing is made before it's asked
 * for.
 */
void onsite_sample_offer_set_context (OnsiteSampleOffer *self, OnsiteContext *context);

G_END_DECLS
