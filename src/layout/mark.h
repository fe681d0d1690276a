/* What a mark may use. A mark is one look of a kind of fact: it collects its
 * tracks, measures them, places their parts (pure numbers) and draws them. */
#ifndef CC_LAYOUT_MARK_H
#define CC_LAYOUT_MARK_H

#include "layout/entries.h"
#include "layout/figure.h"
#include "layout/reach.h"
#include "layout/track.h"
#include "layout/write.h"

#endif
