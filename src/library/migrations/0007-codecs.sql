-- SPDX-License-Identifier: GPL-3.0-or-later

-- A clip's head tells what its packets are: an OpusHead (RFC 7845, 5.1), as all were
-- up to here, or "fLaC" with a STREAMINFO (RFC 9639, 8.2). A version that knows of the
-- first only is kept from writing.
ALTER TABLE clip RENAME COLUMN opus_head TO codec_head;
