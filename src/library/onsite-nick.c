/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-nick.h"

const char *
onsite_nick (GType type, int value)
{
  GEnumClass *values = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (values, value);

  g_type_class_unref (values);
  g_return_val_if_fail (found != NULL, "");

  /* The names of a static type outlive its class. */
  return found->value_nick;
}
