/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a design review is about: a proposal as boxes and arrows on a grid. All
 * of it is owned by the pack and never changes. */

/* The grid's columns and rows, and what may stand on it; pack.schema.json says the same. */
#define ONSITE_EXHIBIT_MOST_COLUMNS 8
#define ONSITE_EXHIBIT_MOST_ROWS    8
#define ONSITE_EXHIBIT_MOST_BOXES   24
#define ONSITE_EXHIBIT_MOST_ARROWS  40
#define ONSITE_EXHIBIT_MOST_ZONES   8

/**
 * OnsiteBoxKind:
 * @ONSITE_BOX_CLIENT: what a person or another company's program uses
 * @ONSITE_BOX_SERVICE: a program that answers calls
 * @ONSITE_BOX_STORE: keeps data for good
 * @ONSITE_BOX_CACHE: keeps data for a while
 * @ONSITE_BOX_QUEUE: holds what is still to be done
 * @ONSITE_BOX_JOB: runs by the clock or in batches
 * @ONSITE_BOX_EXTERNAL: somebody else's system
 */
typedef enum
{
  ONSITE_BOX_CLIENT,
  ONSITE_BOX_SERVICE,
  ONSITE_BOX_STORE,
  ONSITE_BOX_CACHE,
  ONSITE_BOX_QUEUE,
  ONSITE_BOX_JOB,
  ONSITE_BOX_EXTERNAL,
} OnsiteBoxKind;

#define ONSITE_BOX_N_KINDS (ONSITE_BOX_EXTERNAL + 1)

/**
 * OnsiteArrowKind:
 * @ONSITE_ARROW_CALL: one calls the other and waits for the answer
 * @ONSITE_ARROW_EVENT: one tells the other and does not wait
 * @ONSITE_ARROW_COPY: data is copied from one to the other
 */
typedef enum
{
  ONSITE_ARROW_CALL,
  ONSITE_ARROW_EVENT,
  ONSITE_ARROW_COPY,
} OnsiteArrowKind;

#define ONSITE_ARROW_N_KINDS (ONSITE_ARROW_COPY + 1)

/**
 * OnsiteExhibitZone:
 * @id: unique in the exhibit
 * @label: what stands at its frame
 *
 * What some boxes are in: a region, an account, a data center.
 */
typedef struct
{
  char *id;
  char *label;
} OnsiteExhibitZone;

/**
 * OnsiteExhibitBox:
 * @id: unique in the exhibit
 * @label: what it is called
 * @note: (nullable): what has to be known of it
 * @zone: (nullable): the id of the zone that it is in
 * @kind: what it is
 * @column: from 0, which is left
 * @row: from 0, which is at the top
 */
typedef struct
{
  char *id;
  char *label;
  char *note;
  char *zone;
  OnsiteBoxKind kind;
  guint column;
  guint row;
} OnsiteExhibitBox;

/**
 * OnsiteExhibitArrow:
 * @from: the id of a box
 * @to: the id of another box
 * @label: (nullable): what goes along it
 * @kind: how it goes
 */
typedef struct
{
  char *from;
  char *to;
  char *label;
  OnsiteArrowKind kind;
} OnsiteExhibitArrow;

/**
 * OnsiteExhibitRisk:
 * @text: what can go wrong
 * @order: 1 for what the proposal itself brings, 2 for what follows from that
 * @levels: ids of the levels at which a strong candidate finds it
 * @at: ids of the boxes where it is to be found
 */
typedef struct
{
  char *text;
  guint order;
  GStrv levels;
  GStrv at;
} OnsiteExhibitRisk;

/**
 * OnsiteExhibit:
 * @id: stable id, unique among the pack's exhibits
 * @title: what it is called
 * @situation: what is proposed
 * @constraints: what is given and fixed
 * @zones: (element-type OnsiteExhibitZone): frames, none of which reaches into another
 * @boxes: (element-type OnsiteExhibitBox): no two of them on one cell of the grid
 * @arrows: (element-type OnsiteExhibitArrow): between different boxes
 * @risks: (element-type OnsiteExhibitRisk): what a strong candidate finds
 *
 * A proposed architecture, to be reviewed.
 */
typedef struct
{
  char *id;
  char *title;
  char *situation;
  GStrv constraints;
  GPtrArray *zones;
  GPtrArray *boxes;
  GPtrArray *arrows;
  GPtrArray *risks;
} OnsiteExhibit;

/**
 * onsite_exhibit_find_box:
 * @self: an exhibit
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the box that has the id
 */
const OnsiteExhibitBox *onsite_exhibit_find_box (const OnsiteExhibit *self, const char *id);

/**
 * onsite_exhibit_find_zone:
 * @self: an exhibit
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the zone that has the id
 */
const OnsiteExhibitZone *onsite_exhibit_find_zone (const OnsiteExhibit *self, const char *id);

/**
 * onsite_exhibit_risk_fits_level:
 * @risk: a risk
 * @level: the id of a level
 *
 * Returns: whether a strong candidate for the level finds it
 */
gboolean onsite_exhibit_risk_fits_level (const OnsiteExhibitRisk *risk, const char *level);

G_END_DECLS
